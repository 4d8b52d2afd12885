package comity.web.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.web.exhibit.Visitor;
import comity.web.rest.ExhibitNodes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An emergency at the pages of the State that asks and of the one that is asked.
class EmergencyPagesTest {
    private static final String WHY = "Machines that keep people alive were named. The first ward went down as told.";
    private final ExhibitNodes nodes = new ExhibitNodes();
    private final Visitor officer = Visitor.signedIn(nodes.asking(Role.DUTY_OFFICER));
    private final Visitor desk = Visitor.signedIn(nodes.holding(Role.DUTY_OFFICER));

    private static Map<String, String> whole() {
        Map<String, String> typed = new HashMap<>();
        typed.put("/risk/kind", "death");
        typed.put("/risk/who", "The patients of Ward 9.");
        typed.put("/risk/expected", "Ventilators stop at six.");
        typed.put("/risk/imminent", "It is ten past five.");
        typed.put("/tooSlow", "A request for assistance takes weeks.");
        typed.put("/items/0/type", "account-id");
        typed.put("/items/0/value", "nh-7f31c2");
        typed.put("/items/0/service", "Nimbus Harbour Cloud");
        typed.put("/items/0/data", "subscriber");
        typed.put("/items/0/helps", "It shows who opened the account.");
        typed.put("/offence/description", "Extortion of a hospital");
        typed.put("/offence/article", "unc.10");
        typed.put("/offence/maximumPenaltyYears", "8");
        typed.put("/basis/code", "budapest");
        typed.put("/authority/name", "Cybercrime Unit of Arvenia");
        typed.put("/approver/role", "Head of the desk");
        typed.put("/approver/phone", "+999 20 555 0100");
        typed.put("/language", "en");
        typed.put("/truth", "yes");
        return typed;
    }

    /// Begins a draft and gives its address.
    private String begun(String preservation) {
        officer.get("/emergencies/new?to=XB&preservation=" + preservation);
        officer.submit("/emergencies/new", Map.of("requested", "XB", "preservation", preservation));
        assertThat(officer.status).as(officer.words()).isEqualTo(200);
        assertThat(officer.path).endsWith("/draft");
        return officer.path.replace("/draft", "");
    }

    private void fill(String address, String then, Map<String, String> typed) {
        officer.get(address + "/draft");
        Map<String, String> fields = new HashMap<>(typed);
        fields.put("then", then);
        fields.put("version", version());
        officer.submit(address + "/draft", fields);
    }

    private String version() {
        return officer.body.replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private String sent() {
        String address = begun("");
        fill(address, "send", whole());
        assertThat(officer.words()).contains("Sent to Belmora");
        nodes.carry();
        return address;
    }

    private static Map<String, String> decision(Visitor who, String justification) {
        return Map.of(
                "version",
                who.body.replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1"),
                "/order",
                "XB-EO-4",
                "/justification",
                justification,
                "/substantialGrounds",
                "no",
                "/conditions",
                "Only to avert the danger.");
    }

    @Nested
    class The_form {
        @Test
        void keeps_everything_that_was_typed_and_names_all_that_is_missing_when_it_is_to_be_sent() {
            String address = begun("");
            fill(address, "save", Map.of("/risk/who", "Somebody <b>unknown</b>", "/approver/phone", "soon"));
            assertThat(officer.words()).contains("Saved. Nothing has left.");
            assertThat(officer.body).contains("Somebody &lt;b&gt;unknown&lt;/b&gt;");
            fill(address, "send", Map.of("/risk/who", "Somebody", "/approver/phone", "soon"));
            assertThat(officer.status).isEqualTo(422);
            assertThat(officer.words())
                    .contains("What is feared?: Give an answer.")
                    .contains("Why is it imminent?: Give an answer.");
            assertThat(officer.body).contains("value=\"soon\"");
            desk.get("/emergencies");
            assertThat(desk.body).doesNotContain(address);
        }

        @Test
        void takes_over_what_the_preservation_request_says_already() {
            String address = begun(nodes.held());
            assertThat(officer.body).contains("nh-7f31c2").contains("value=\"203.0.113.77\"");
            fill(address, "remove-1", Map.of("/items/0/value", "nh-7f31c2", "/items/1/value", "203.0.113.77"));
            officer.get(address + "/draft");
            assertThat(officer.body).contains("nh-7f31c2").doesNotContain("value=\"203.0.113.77\"");
        }

        @Test
        void forgets_an_entry_that_was_cleared() {
            String address = begun("");
            fill(address, "save", Map.of("/items/0/value", "nh-7f31c2", "/items/0/service", "Nimbus"));
            fill(address, "save", Map.of("/items/0/value", "", "/items/0/service", ""));
            assertThat(officer.body).doesNotContain("nh-7f31c2").doesNotContain("Nimbus\"");
        }

        @Test
        void grows_by_one_more_account() {
            String address = begun("");
            fill(address, "add", Map.of("/items/0/value", "nh-7f31c2"));
            assertThat(officer.body).contains("name=\"/items/1/value\"");
        }
    }

    @Nested
    class An_emergency {
        @Test
        void stands_above_all_else_at_the_other_desk_until_somebody_answers() {
            String address = sent();
            desk.get("/desk");
            assertThat(desk.words()).contains("Emergencies that wait for us").contains("Death of a person");
            desk.submit(address + "/acknowledge", Map.of("version", "1"));
            assertThat(desk.words()).contains("Arvenia knows that a person has seen it.");
            nodes.carry();
            officer.get(address);
            assertThat(officer.words()).contains("A person at the desk of Belmora has seen it and decides.");
        }

        @Test
        void that_was_taken_back_meanwhile_is_shown_as_that_to_whoever_acknowledges_it() {
            String address = sent();
            desk.get("/desk");
            officer.get(address + "/withdraw");
            officer.submit(address + "/withdraw", Map.of("version", version(), "/reason", "It is over."));
            nodes.carry();
            desk.submit(address + "/acknowledge", Map.of("version", "1"));
            assertThat(desk.status).isEqualTo(200);
            assertThat(desk.words()).contains("Withdrawn").contains("It is over.");
        }

        @Test
        void is_answered_with_reasons_that_stay_here_and_reviewed_by_another_person() {
            String address = sent();
            desk.get(address + "/accept");
            desk.submit(address + "/accept", decision(desk, "Hurry."));
            assertThat(desk.status).isEqualTo(422);
            assertThat(desk.body).contains("Hurry.").contains("Only to avert the danger.");
            desk.submit(address + "/accept", decision(desk, WHY));
            assertThat(desk.status).as(desk.words()).isEqualTo(200);
            assertThat(desk.words()).contains(WHY).contains("Now put the exhibit together.");
            nodes.carry();
            officer.get(address);
            assertThat(officer.words()).contains("Only to avert the danger.").doesNotContain(WHY);

            Visitor lawyer = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));
            lawyer.get(address + "/review");
            Map<String, String> found = new HashMap<>(decision(lawyer, ""));
            found.put("/finding", "justified");
            found.put("/text", "The danger was real.");
            lawyer.submit(address + "/review", found);
            assertThat(lawyer.words()).contains("It was an emergency – The danger was real.");
            nodes.carry();
            officer.get(address);
            assertThat(officer.words()).contains("What the other State found").contains("The danger was real.");
        }

        @Test
        void lets_an_exhibit_be_handed_over_under_its_own_name() {
            String address = sent();
            Visitor authority = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));
            String exhibits = address.replace("/emergencies/", "/requests/") + "/exhibits/new";
            Map<String, String> wish = Map.of(
                    "/title",
                    "Who opened the account",
                    "/order/reference",
                    "XB-EO-4",
                    "/order/article",
                    "unc.41",
                    "/sensitive",
                    "no");
            authority.get(exhibits);
            authority.submit(exhibits, wish);
            assertThat(authority.status).isEqualTo(422);
            authority.get(address + "/accept");
            authority.submit(address + "/accept", decision(authority, WHY));
            authority.get(exhibits);
            authority.submit(exhibits, wish);
            assertThat(authority.path).startsWith("/exhibits/XB.EVD.");
            authority.get(address);
            assertThat(authority.words()).contains("Who opened the account");
        }

        @Test
        void is_nothing_that_an_investigator_of_the_other_State_sees() {
            String address = sent();
            Visitor investigator = Visitor.signedIn(nodes.holding(Role.INVESTIGATOR));
            assertThat(investigator.get(address)).isEqualTo(404);
            assertThat(investigator.get(address + "/accept")).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_page_is_whole_in_every_language(Language language) {
        String address = sent();
        Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
        for (String page : new String[] {"", "/accept", "/keep", "/decline"}) {
            assertThat(reader.get(address + page)).isEqualTo(200);
            assertThat(reader.body).doesNotContain("emergency.").doesNotContain("form.task");
        }
        Visitor writer = Visitor.signedIn(nodes.asking(Role.DUTY_OFFICER, language));
        writer.get("/emergencies/new");
        writer.submit("/emergencies/new", Map.of("requested", "XB", "preservation", ""));
        assertThat(writer.body)
                .contains("/items/0/value")
                .doesNotContain("form.risk")
                .doesNotContain("form.task");
    }
}
