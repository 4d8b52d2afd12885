package comity.web.wiring;

import comity.directory.Directory;
import comity.federation.letters.Letters;
import comity.kernel.transaction.Transactions;
import comity.law.Law;
import comity.ledger.journal.Journal;
import comity.requests.disclosure.Disclosures;
import comity.requests.emergency.Emergencies;
import comity.requests.form.Form;
import comity.requests.preservation.Cases;
import comity.requests.preservation.Drafts;
import comity.requests.preservation.Preservations;
import comity.safeguards.Safeguards;
import comity.safeguards.oversight.Looks;
import comity.web.WebSettings;
import comity.web.cases.Clocks;
import comity.web.cases.Lines;
import comity.web.cases.States;
import comity.web.desk.BellPages;
import comity.web.desk.InboxPages;
import comity.web.directory.CardPages;
import comity.web.directory.DirectoryPages;
import comity.web.exhibit.CustodyPages;
import comity.web.exhibit.ExhibitActPages;
import comity.web.exhibit.ExhibitPages;
import comity.web.exhibit.ExhibitReader;
import comity.web.exhibit.FileForms;
import comity.web.exhibit.FilePages;
import comity.web.exhibit.Printing;
import comity.web.health.HealthPages;
import comity.web.oversight.DeniedLooks;
import comity.web.oversight.LookPages;
import comity.web.people.Accounts;
import comity.web.preservation.ActForms;
import comity.web.preservation.ActPages;
import comity.web.preservation.AnsweringActs;
import comity.web.preservation.AskingActs;
import comity.web.preservation.CaseLeaves;
import comity.web.preservation.CaseReader;
import comity.web.preservation.DraftPages;
import comity.web.preservation.DraftReader;
import comity.web.preservation.ErasurePages;
import comity.web.preservation.Facts;
import comity.web.preservation.FieldNames;
import comity.web.preservation.FormLayout;
import comity.web.preservation.ItemPages;
import comity.web.preservation.PaperPages;
import comity.web.preservation.RequestPages;
import comity.web.rest.wiring.RestRoom;
import comity.web.upload.Uploads;
import comity.web.verify.Papers;
import comity.web.verify.VerifyLimit;
import comity.web.verify.VerifyPages;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All pages of a node. Whoever imports this hands in, as beans, the area objects (`Preservations`, `Emergencies`,
/// `Disclosures`, `Law`, `LivingLaw`, `DutyInbox`, `Bell`, `Directory`, `Journal`, `Letters`, `Looks`,
/// `Safeguards`), a `Clock`, a `Transactions`, the `WebSettings` and the `UploadSettings`.
@Configuration(proxyBeanMethods = false)
@Import({
    PeopleRoom.class,
    LawRoom.class,
    EmergencyRoom.class,
    InboxPages.class,
    BellPages.class,
    RequestPages.class,
    ActPages.class,
    DraftPages.class,
    ItemPages.class,
    PaperPages.class,
    ErasurePages.class,
    ExhibitPages.class,
    CustodyPages.class,
    ExhibitActPages.class,
    FilePages.class,
    VerifyPages.class,
    DirectoryPages.class,
    CardPages.class,
    LookPages.class,
    HealthPages.class,
    RestRoom.class,
})
public class WebRoom {
    private static final int VERIFY_AT_ONCE = 10;
    private static final Duration VERIFY_EACH = Duration.ofSeconds(12);

    @Bean
    OpenPaths lawForEverybody() {
        return OpenPaths.LAW;
    }

    @Bean
    Form preservationForm(Preservations preservations) {
        return preservations.drafts().form().form();
    }

    @Bean
    States states(Directory directory, WebSettings settings) {
        return new States(directory, settings.state());
    }

    @Bean
    Clocks clocks(States states) {
        return new Clocks(states);
    }

    @Bean
    Lines lines(States states, Clocks clocks, Accounts accounts) {
        return new Lines(states, clocks, accounts);
    }

    @Bean
    Papers papers(Cases cases, Emergencies emergencies) {
        return new Papers(cases, emergencies);
    }

    @Bean
    Cases cases(Preservations preservations) {
        return preservations.cases();
    }

    @Bean
    Drafts drafts(Preservations preservations) {
        return preservations.drafts();
    }

    @Bean
    AskingActs askingActs(Preservations preservations) {
        return new AskingActs(preservations.asking());
    }

    @Bean
    AnsweringActs answeringActs(Preservations preservations) {
        return new AnsweringActs(preservations.answering());
    }

    @Bean
    Facts facts(Form form, States states, Law law) {
        return new Facts(form, states, law);
    }

    @Bean
    FieldNames fieldNames(Form form) {
        return new FieldNames(form);
    }

    @Bean
    FormLayout formLayout(Form form) {
        return new FormLayout(form);
    }

    @Bean
    DraftReader draftReader(Form form, FormLayout layout, FieldNames names, Facts facts, States states) {
        return new DraftReader(form, layout, names, facts, states);
    }

    @Bean
    CaseReader caseReader(
            Preservations preservations,
            Cases cases,
            Facts facts,
            FieldNames names,
            Clocks clocks,
            States states,
            Lines lines,
            Disclosures disclosures) {
        return new CaseReader(cases, preservations.answering(), facts, names, clocks, states, lines, disclosures);
    }

    @Bean
    ExhibitReader exhibitReader(Disclosures disclosures, Safeguards safeguards, States states, Uploads uploads) {
        return new ExhibitReader(disclosures, safeguards, states, uploads);
    }

    @Bean
    Printing printing() {
        return new Printing();
    }

    @Bean
    FilterRegistrationBean<FileForms> fileForms() {
        return FileForms.before("/exhibits/*");
    }

    @Bean
    CaseLeaves caseLeaves(Letters letters, Journal journal, Transactions transactions) {
        return new CaseLeaves(letters, journal, transactions);
    }

    @Bean
    ActForms actForms(Form form, FieldNames names, Facts facts, States states, WebSettings settings) {
        return new ActForms(form, names, facts, states, settings.state());
    }

    @Bean
    VerifyLimit verifyLimit(Clock clock) {
        return new VerifyLimit(VERIFY_AT_ONCE, VERIFY_EACH, clock);
    }

    @Bean
    DeniedLooks deniedLooks(Looks looks, Transactions transactions) {
        return new DeniedLooks(looks, transactions);
    }
}
