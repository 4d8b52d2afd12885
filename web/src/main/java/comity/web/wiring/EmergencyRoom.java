package comity.web.wiring;

import comity.desk.DutyInbox;
import comity.law.Law;
import comity.requests.disclosure.Disclosures;
import comity.requests.emergency.Emergencies;
import comity.web.cases.States;
import comity.web.emergency.EmergencyActPages;
import comity.web.emergency.EmergencyDraftPages;
import comity.web.emergency.EmergencyLines;
import comity.web.emergency.EmergencyPages;
import comity.web.emergency.EmergencyReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of requests for emergency data. Whoever imports this hands in `Emergencies`.
@Configuration(proxyBeanMethods = false)
@Import({EmergencyPages.class, EmergencyDraftPages.class, EmergencyActPages.class})
public class EmergencyRoom {
    @Bean
    EmergencyReader emergencyReader(Emergencies emergencies, Disclosures disclosures, States states, Law law) {
        return new EmergencyReader(emergencies, disclosures, states, law);
    }

    @Bean
    EmergencyLines emergencyLines(DutyInbox inbox, States states) {
        return new EmergencyLines(inbox, states);
    }
}
