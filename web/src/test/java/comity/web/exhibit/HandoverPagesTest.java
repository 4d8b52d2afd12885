package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.Utf8;
import comity.web.exhibit.Visitor.Sent;
import comity.web.rest.ExhibitNodes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// An exhibit on its way from the State that holds the data to the one that asked.
class HandoverPagesTest {
    private final ExhibitPeople people = new ExhibitPeople();
    private final ExhibitNodes nodes = people.nodes;
    private final Visitor authority = people.authority;

    @Nested
    class Handing_over {
        @Test
        void says_first_for_whom_it_is_sealed_and_that_the_files_in_clear_go() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            authority.get(exhibit + "/hand-over");
            assertThat(authority.words())
                    .contains("Arvenia")
                    .containsPattern("Sealed to the key ([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")
                    .contains("the files in clear are taken away")
                    .contains("1 file · 1 byte");
        }

        @Test
        void needs_a_file() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.get(exhibit + "/hand-over");
            authority.submit(exhibit + "/hand-over", Map.of());
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("No file has been taken in yet.");
        }

        @Test
        void ends_with_the_other_state_having_it_whole_opening_it_and_putting_it_away() throws IOException {
            String exhibit = people.handedOver(
                    ExhibitPeople.wish(), Sent.text("a.txt", "line one\n"), Sent.text("日志.csv", "1,2\n"));
            Visitor receiver = people.receiver(exhibit);
            assertThat(receiver.words())
                    .contains("it is what Belmora sealed")
                    .contains("The chains of both States are whole")
                    .contains("It came whole and fits its seal.");
            nodes.until(() -> authority.get(exhibit) == 200 && authority.words().contains("Delivered whole"));

            receiver.get(exhibit + "/open");
            receiver.submit(exhibit + "/open", Map.of("/why", ""));
            assertThat(receiver.status).isEqualTo(422);
            receiver.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            nodes.until(() -> receiver.get(exhibit) == 200 && receiver.body.contains("/opened.zip"));
            assertThat(receiver.words()).contains("Order 7 of the court");

            receiver.get(exhibit + "/opened.zip");
            assertThat(receiver.header("Content-Disposition")).startsWith("attachment; filename=\"XB.EVD.");
            assertThat(receiver.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(receiver.header("Content-Type")).isEqualTo("application/zip");
            Map<String, String> unzipped = unzipped(receiver.bytes());
            assertThat(unzipped.entrySet())
                    .anyMatch(file ->
                            file.getKey().endsWith("/日志.csv") && file.getValue().equals("1,2\n"))
                    .anyMatch(file ->
                            file.getKey().endsWith("/a.txt") && file.getValue().equals("line one\n"));

            receiver.get(exhibit + "/put-away");
            receiver.submit(exhibit + "/put-away", Map.of());
            assertThat(receiver.words()).contains("What was opened is gone from this node.");
            assertThat(receiver.get(exhibit + "/opened.zip")).isIn(404, 409);
        }

        @Test
        void is_looked_at_for_ten_minutes_while_the_other_state_is_silent_and_after_that_by_hand() {
            String exhibit = people.handedOver(ExhibitPeople.wish(), Sent.text("a.txt", "x"));
            nodes.untilUnanswered(
                    () -> authority.get(exhibit) == 200 && authority.words().contains("On its way to the other State"));
            assertThat(authority.words()).contains("This page looks again by itself while the work goes on.");
            int seconds = 0;
            int looks = 0;
            for (Matcher next = next(); next.matches(); next = next()) {
                seconds += Integer.parseInt(next.group(1));
                looks++;
                assertThat(seconds).isLessThan(800);
                authority.get(next.group(2));
            }
            assertThat(seconds).isGreaterThanOrEqualTo(600);
            assertThat(looks).as("each is a look that oversight reads").isLessThan(40);
            assertThat(authority.words())
                    .contains("On its way to the other State")
                    .contains("The work goes on. This page does not look again by itself any more.");
            assertThat(authority.body).contains("<a href=\"" + exhibit + "\">Look again</a>");
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
                assertThat(reader.get(exhibit + "?waited=600")).isEqualTo(200);
                assertThat(reader.body).contains("id=\"work\"").doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
            }
            authority.get(exhibit);
            assertThat(authority.header("Refresh")).isEqualTo("4; url=" + exhibit + "?waited=4");
        }

        private Matcher next() {
            return Pattern.compile("(\\d+); url=(.+)").matcher(authority.header("Refresh"));
        }

        private static Map<String, String> unzipped(byte[] zip) throws IOException {
            Map<String, String> files = new HashMap<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    files.put(entry.getName(), Utf8.text(in.readAllBytes()));
                }
            }
            return files;
        }
    }

    @Nested
    class An_offer {
        @Test
        void is_taken_back_with_a_reason() {
            String exhibit = people.handedOver(ExhibitPeople.wish(), Sent.text("a.txt", "x"));
            nodes.until(() -> authority.get(exhibit) == 200
                    && (authority.words().contains("Offered")
                            || authority.words().contains("Delivered")));
            authority.get(exhibit + "/withdraw");
            authority.submit(exhibit + "/withdraw", Map.of("/reason", "Sent by mistake."));
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words()).contains("Offer taken back").contains("Sent by mistake.");
        }
    }

    @Nested
    class An_exhibit_that_was_received {
        @Test
        void is_checked_noted_and_destroyed_with_each_act_in_the_custody() {
            String exhibit = people.handedOver(ExhibitPeople.wish(), Sent.text("a.txt", "x"));
            Visitor receiver = people.receiver(exhibit);
            receiver.get(exhibit + "/check");
            receiver.submit(exhibit + "/check", Map.of());
            assertThat(receiver.status).isEqualTo(200);
            nodes.until(() -> receiver.get(exhibit) == 200 && receiver.words().contains("It was examined."));

            receiver.get(exhibit + "/note");
            receiver.submit(exhibit + "/note", Map.of());
            assertThat(receiver.status).isEqualTo(422);
            receiver.submit(
                    exhibit + "/note", Map.of("/kind", "handed-over", "/hand", "court", "/what", "File 3, court 12"));
            assertThat(receiver.words()).contains("It stands in the custody.").contains("File 3, court 12");

            receiver.get(exhibit + "/destroy");
            receiver.submit(exhibit + "/destroy", Map.of("/reason", "The case is closed."));
            assertThat(receiver.status).isEqualTo(422);
            assertThat(receiver.words()).contains("Tick the box to confirm.");
            receiver.submit(exhibit + "/destroy", Map.of("/reason", "The case is closed.", "/confirm", "yes"));
            assertThat(receiver.status).isEqualTo(200);
            assertThat(receiver.words()).contains("It is destroyed.").contains("The case is closed.");
            assertThat(receiver.body).doesNotContain(exhibit + "/destroy\"");
        }

        @Test
        void warns_before_it_is_opened_when_it_is_sensitive() {
            String exhibit = people.handedOver(ExhibitPeople.with("/sensitive", "yes"), Sent.text("a.txt", "x"));
            Visitor receiver = people.receiver(exhibit);
            assertThat(receiver.words())
                    .contains("Sensitive: nobody should see its contents without need.")
                    .contains("Offer received")
                    .doesNotContain("Begun");
            receiver.get(exhibit + "/open");
            assertThat(receiver.words()).contains("Nothing is shown here; it is only loaded down.");
        }

        @Test
        void is_opened_by_two_people_when_it_is_sensitive() {
            String exhibit = people.handedOver(ExhibitPeople.with("/sensitive", "yes"), Sent.text("a.txt", "x"));
            Visitor first = people.receiver(exhibit);
            first.get(exhibit + "/open");
            assertThat(first.words()).contains("Two people open it.");
            first.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            assertThat(first.words())
                    .contains("Your wish to open it is noted.")
                    .contains("You want to open it. A second person must open it until");
            assertThat(first.body).doesNotContain("href=\"" + exhibit + "/open\"");
            first.get(exhibit + "/open");
            first.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            assertThat(first.words()).contains("A second person is needed: you have asked already");
            assertThat(first.body).doesNotContain("/opened.zip");

            Visitor second = people.receiver(exhibit);
            assertThat(second.words()).contains("One person wants to open it: Central authority.");
            second.get(exhibit + "/open");
            second.submit(exhibit + "/open", Map.of("/why", "Present at the opening"));
            nodes.until(() -> second.get(exhibit) == 200 && second.body.contains("/opened.zip"));
            assertThat(second.words())
                    .contains("Order 7 of the court")
                    .containsIgnoringCase("Second person: central authority")
                    .contains("Reason of the second person: Present at the opening")
                    .doesNotContain("must open it until")
                    .doesNotContain("How long it lay open");
            Visitor oversight = Visitor.signedIn(nodes.asking(Role.OVERSIGHT));
            oversight.get(exhibit);
            assertThat(oversight.words()).contains("How long it lay open").contains("Central authority");
        }

        @Test
        void says_in_each_of_the_six_languages_that_it_waits_for_a_second_person() {
            String exhibit = people.handedOver(ExhibitPeople.with("/sensitive", "yes"), Sent.text("a.txt", "x"));
            Visitor first = people.receiver(exhibit);
            first.get(exhibit + "/open");
            first.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.asking(Role.CENTRAL_AUTHORITY, language));
                for (String page : List.of("", "?done=open-noted", "?done=open-again", "/open")) {
                    assertThat(reader.get(exhibit + page))
                            .as("%s %s", page, language)
                            .isEqualTo(200);
                    assertThat(reader.body).doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
                }
                assertThat(reader.get(exhibit)).isEqualTo(200);
                assertThat(reader.body).contains("id=\"awaits\"");
            }
        }
    }
}
