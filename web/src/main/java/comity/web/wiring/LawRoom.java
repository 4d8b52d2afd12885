package comity.web.wiring;

import comity.law.Law;
import comity.law.living.LivingLaw;
import comity.web.Messages;
import comity.web.law.LawFeeds;
import comity.web.law.LawPages;
import comity.web.law.LawQuestions;
import comity.web.law.LawTeller;
import comity.web.law.TreatyTeller;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The public pages of the law. Whoever imports this hands in a `Law`, the `LivingLaw` and a `Clock`; a State's node
/// and
/// the registry show the same.
@Configuration(proxyBeanMethods = false)
@Import({LawPages.class, LawFeeds.class})
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
}
