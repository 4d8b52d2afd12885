package comity.web.rest.wiring;

import comity.directory.Directory;
import comity.directory.keys.SealKey;
import comity.federation.letters.Letters;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.journal.PublishedHead;
import comity.requests.disclosure.Disclosures;
import comity.requests.emergency.Emergencies;
import comity.requests.form.Documents;
import comity.requests.form.Form;
import comity.requests.preservation.Answering;
import comity.requests.preservation.Asking;
import comity.requests.preservation.Preservations;
import comity.web.UploadSettings;
import comity.web.WebSettings;
import comity.web.rest.AnsweringCalls;
import comity.web.rest.AskingCalls;
import comity.web.rest.CaseTeller;
import comity.web.rest.DeskCalls;
import comity.web.rest.DirectoryCalls;
import comity.web.rest.DraftCalls;
import comity.web.rest.DraftTold;
import comity.web.rest.EmergencyCalls;
import comity.web.rest.EmergencyTold;
import comity.web.rest.ExhibitCalls;
import comity.web.rest.ExhibitTold;
import comity.web.rest.HistoryTold;
import comity.web.rest.LedgerCalls;
import comity.web.rest.NodeCalls;
import comity.web.rest.OpenApiCalls;
import comity.web.rest.RequestCalls;
import comity.web.rest.Speech;
import comity.web.rest.UploadCalls;
import comity.web.rest.VerifyCalls;
import comity.web.upload.Uploads;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The REST contract of a node. The pages' room imports it, and brings accounts, messages and the limit
/// of the verify page.
@Configuration(proxyBeanMethods = false)
@Import({
    DoorRoom.class,
    RequestCalls.class,
    DraftCalls.class,
    AskingCalls.class,
    AnsweringCalls.class,
    EmergencyCalls.class,
    ExhibitCalls.class,
    UploadCalls.class,
    DeskCalls.class,
    DirectoryCalls.class,
    LedgerCalls.class,
    VerifyCalls.class,
    OpenApiCalls.class,
})
public class RestRoom {
    @Bean
    Answering answering(Preservations preservations) {
        return preservations.answering();
    }

    @Bean
    Asking asking(Preservations preservations) {
        return preservations.asking();
    }

    @Bean
    Documents documents(Form form) {
        return new Documents(form);
    }

    @Bean
    CaseTeller caseTeller(Preservations preservations, Documents documents, Speech speech, WebSettings settings) {
        return new CaseTeller(preservations.cases(), preservations.answering(), documents, speech, settings.state());
    }

    @Bean
    DraftTold draftTold(Speech speech, Form form, Documents documents) {
        return new DraftTold(speech, form, documents);
    }

    @Bean
    HistoryTold historyTold(Letters letters, Journal journal, Transactions transactions, Speech speech) {
        return new HistoryTold(letters, journal, transactions, speech);
    }

    @Bean
    EmergencyTold emergencyTold(Emergencies emergencies, Speech speech, WebSettings settings) {
        return new EmergencyTold(speech, emergencies.form(), settings.state());
    }

    @Bean
    ExhibitTold exhibitTold(Disclosures disclosures, Journal journal, Transactions transactions, Uploads uploads) {
        return new ExhibitTold(disclosures, journal, transactions, uploads);
    }

    @Bean
    NodeCalls nodeCalls(
            WebSettings settings,
            Directory directory,
            Letters letters,
            PublishedHead published,
            LedgerCalls ledger,
            Transactions transactions,
            Speech speech,
            Clock clock,
            ObjectProvider<SealKey> seal) {
        return new NodeCalls(
                settings,
                directory,
                letters,
                published,
                ledger,
                transactions,
                speech,
                clock,
                () -> certificateEnd(seal));
    }

    private static Optional<Instant> certificateEnd(ObjectProvider<SealKey> seal) {
        return Optional.ofNullable(seal.getIfAvailable())
                .map(key -> key.certificate().getNotAfter())
                .map(Date::toInstant);
    }

    @Bean
    Uploads uploads(UploadSettings settings, Clock clock) {
        return new Uploads(settings, clock);
    }
}
