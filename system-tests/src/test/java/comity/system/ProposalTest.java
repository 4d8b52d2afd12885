package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// A mission proposes, the secretariat decides, and every node reads what was approved.
class ProposalTest {
    private static final Pattern INPUT =
            Pattern.compile("<input id=\"([^\"]+)\" name=\"([^\"]+)\" type=\"text\" value=\"([^\"]*)\"");
    private static final Pattern AREA =
            Pattern.compile("<textarea id=\"[^\"]+\" name=\"([^\"]+)\"[^>]*>\\R?(.*?)</textarea>", Pattern.DOTALL);
    private static final Pattern PICKED =
            Pattern.compile("<input type=\"(?:checkbox|radio)\"[^>]* name=\"([^\"]+)\" value=\"([^\"]+)\" checked");
    private static final String FORM = "/proposals/entry/XA";

    private final RunningDemo demo = SharedDemo.get();
    private final RunningDemo.Node registry = demo.node("ZZ");

    /// What a form is filled in with, as a browser would send it back.
    private static Map<String, String> filledIn(String html) {
        Map<String, String> fields = new HashMap<>();
        Matcher inputs = INPUT.matcher(html);
        while (inputs.find()) {
            fields.put(inputs.group(2), plain(inputs.group(3)));
        }
        Matcher areas = AREA.matcher(html);
        while (areas.find()) {
            fields.put(areas.group(1), plain(areas.group(2)));
        }
        Matcher picked = PICKED.matcher(html);
        while (picked.find()) {
            fields.merge(picked.group(1), picked.group(2), (one, other) -> one + " " + other);
        }
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    @Nested
    class A_change_that_a_mission_proposes {
        @Test
        void is_in_the_node_of_the_State_within_a_minute_of_the_secretariat_s_word() {
            String number = "+999 00 01 0277";
            try (PlainBrowser mission = PlainBrowser.signedIn(registry, "mission");
                    PlainBrowser secretariat = PlainBrowser.signedIn(registry, "secretariat");
                    PlainBrowser officer = PlainBrowser.signedIn(demo.node("XA"), "duty-officer")) {
                Map<String, String> fields = filledIn(mission.open(FORM).html());
                fields.put("office-0-phones", number);
                PlainBrowser.Shown proposed = mission.fill(FORM, FORM, fields);
                String proposal = proposed.address().getPath();
                assertThat(proposal).matches("/proposals/[0-9a-f-]{36}");
                assertThat(proposed.html()).contains("Authorities › xa-central › Telephone", number);

                assertThat(mission.fill(proposal, proposal + "/approve", Map.of())
                                .html())
                        .contains("Only the secretariat decides.");
                assertThat(officer.open("/directory/XA").html()).doesNotContain(number);

                assertThat(secretariat.open("/proposals").html()).contains(proposal);
                assertThat(secretariat
                                .fill(proposal, proposal + "/approve", Map.of())
                                .html())
                        .contains(">published");
                ApiCalls.await(
                        "that the node of XA shows it",
                        () -> officer.open("/directory/XA").html().contains(number));
            }
        }

        @Test
        void comes_back_with_what_was_typed_when_a_line_cannot_be_read() {
            try (PlainBrowser mission = PlainBrowser.signedIn(registry, "mission")) {
                Map<String, String> fields = filledIn(mission.open(FORM).html());
                fields.put("office-0-hours", "always, except when not");
                fields.put("office-0-mail", "new@justice.xa.example");
                PlainBrowser.Shown again = mission.fill(FORM, FORM, fields);
                assertThat(again.html())
                        .contains("href=\"#office-0-hours\"", "always, except when not", "new@justice.xa.example");
            }
        }
    }

    @Nested
    class A_dispute_of_a_mission {
        @Test
        void stands_beside_the_entry_at_another_State_s_node_when_the_secretariat_has_looked() {
            String form = "/proposals/dispute";
            String entry = "/law/offences/XD";
            String reason = "The text has another word since 2026 & a half.";
            try (PlainBrowser mission = PlainBrowser.signedIn(registry, "mission");
                    PlainBrowser secretariat = PlainBrowser.signedIn(registry, "secretariat");
                    PlainBrowser anybody = new PlainBrowser(demo.node("XB").web())) {
                Matcher found = Pattern.compile("\"(/proposals/dispute\\?provision=(XD[^\"]+))\"")
                        .matcher(mission.open(entry).html());
                assertThat(found.find()).isTrue();
                Map<String, String> fields = new HashMap<>(Map.of("provision", "cyber 9", "reason", reason));
                assertThat(mission.fill(form, form, fields).html())
                        .contains("href=\"#provision\"", "cyber 9", "another word since 2026");
                fields.put("provision", "XD.no-such.1");
                assertThat(mission.fill(form, form, fields).html())
                        .contains("No such provision is in the book: XD.no-such.1.");
                fields.put("provision", found.group(2));
                PlainBrowser.Shown proposed = mission.fill(found.group(1), form, fields);
                String proposal = proposed.address().getPath();
                assertThat(proposal).matches("/proposals/[0-9a-f-]{36}");
                assertThat(anybody.open(entry).html()).doesNotContain("another word since 2026");
                secretariat.fill(proposal, proposal + "/approve", Map.of());
                ApiCalls.await(
                        "that the node of XB shows it",
                        () -> anybody.open(entry).html().contains("another word since 2026"));
                assertThat(anybody.open(entry).html()).contains("Disputed by: ").doesNotContain("/proposals/dispute");
                String back = mission.fill(found.group(1), form + "/take-back", fields)
                        .address()
                        .getPath();
                secretariat.fill(back, back + "/approve", Map.of());
                ApiCalls.await(
                        "that the node of XB shows it no more",
                        () -> !anybody.open(entry).html().contains("another word since 2026"));
            }
        }
    }

    @Nested
    class Somebody_who_has_not_signed_in {
        @Test
        void reads_the_registers_without_a_telephone_number() {
            try (PlainBrowser anybody = new PlainBrowser(registry.web())) {
                for (String path : new String[] {
                    "/",
                    "/directory",
                    "/directory/XA",
                    "/directory/XA/card",
                    "/registers/central-authorities",
                    "/registers/contact-points.csv",
                    "/registers/extradition.json",
                    "/directory/XA/holidays.ics"
                }) {
                    PlainBrowser.Shown shown = anybody.open(path);
                    assertThat(shown.status()).as(path).isEqualTo(200);
                    assertThat(shown.html()).as(path).doesNotContain("+999");
                }
                assertThat(anybody.open("/directory/XA/card.vcf").status()).isEqualTo(403);
                assertThat(anybody.open("/proposals").address().getPath()).isEqualTo("/sign-in");
                assertThat(anybody.open("/desk").address().getPath()).isEqualTo("/sign-in");
            }
        }
    }

    @Nested
    class A_mission {
        @Test
        void sees_the_numbers_and_takes_the_card_along() {
            try (PlainBrowser mission = PlainBrowser.signedIn(registry, "mission")) {
                assertThat(mission.open("/registers/contact-points").html()).contains("+999 00 02");
                assertThat(mission.open("/directory/XB/card.vcf").html())
                        .contains("BEGIN:VCARD", "TEL;VALUE=uri:tel:+999");
                assertThat(mission.open("/directory/XB/qr.svg").html()).contains("<svg");
                assertThat(mission.open("/proposals/entry/XB").status()).isEqualTo(403);
                assertThat(mission.open("/people").status()).isEqualTo(403);
            }
        }
    }
}
