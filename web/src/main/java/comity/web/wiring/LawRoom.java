package comity.web.wiring;

import comity.law.Law;
import comity.law.gaps.AssistanceTopics;
import comity.law.guide.Guide;
import comity.law.living.LivingLaw;
import comity.law.words.LawWords;
import comity.web.Messages;
import comity.web.law.BookPages;
import comity.web.law.BookTeller;
import comity.web.law.LawChecks;
import comity.web.law.LawComplaints;
import comity.web.law.LawFeeds;
import comity.web.law.LawPages;
import comity.web.law.LawQuestions;
import comity.web.law.LawTeller;
import comity.web.law.MatchPages;
import comity.web.law.MatchQuestions;
import comity.web.law.MatchTeller;
import comity.web.law.TreatyTeller;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The public pages of the law. Whoever imports this hands in a `Law`, the `LivingLaw` and a `Clock`; a
/// State's node and the registry show the same.
@Configuration(proxyBeanMethods = false)
@Import({LawPages.class, LawFeeds.class, MatchPages.class, BookPages.class})
public class LawRoom {
    @Bean
    LawTeller lawTeller(LivingLaw living, Messages messages, Clock clock) {
        return new LawTeller(living, messages, clock);
    }

    @Bean
    TreatyTeller treatyTeller(LivingLaw living, Messages messages) {
        return new TreatyTeller(living, messages);
    }

    @Bean
    LawQuestions lawQuestions(Law law, LivingLaw living) {
        return new LawQuestions(law, living);
    }

    @Bean
    LawWords lawWords() {
        return LawWords.load();
    }

    @Bean
    Guide guide(LivingLaw living) {
        return Guide.load(living.elements());
    }

    @Bean
    AssistanceTopics assistanceTopics() {
        return AssistanceTopics.load();
    }

    @Bean
    MatchTeller matchTeller(Law law, LivingLaw living, Messages messages, LawWords words) {
        return new MatchTeller(law, living, messages, words);
    }

    @Bean
    MatchQuestions matchQuestions(LivingLaw living) {
        return new MatchQuestions(living);
    }

    @Bean
    BookTeller bookTeller(LivingLaw living, Messages messages, LawWords words) {
        return new BookTeller(living, messages, words);
    }

    @Bean
    LawComplaints lawComplaints(Messages messages, LawWords words) {
        return new LawComplaints(messages, words);
    }

    @Bean
    LawChecks lawChecks(LivingLaw living, Messages messages, LawComplaints complaints) {
        return new LawChecks(living, messages, complaints);
    }
}
