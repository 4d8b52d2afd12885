package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.Utf8;
import comity.web.exhibit.Visitor.Sent;
import comity.web.rest.ExhibitNodes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExhibitPagesTest {
    private static final int MOST_BYTES = 45_000;

    private final ExhibitPeople people = new ExhibitPeople();
    private final ExhibitNodes nodes = people.nodes;
    private final Visitor authority = people.authority;

    @Nested
    class Beginning_an_exhibit {
        @Test
        void is_offered_on_the_page_of_a_request_that_is_held_for_assistance() {
            String request = nodes.held();
            authority.get("/requests/" + request);
            assertThat(authority.words()).contains("Hand over evidence");
            authority.get("/requests/" + nodes.received());
            assertThat(authority.words()).doesNotContain("Hand over evidence").doesNotContain("Exhibits");
        }

        @Test
        void says_all_that_is_missing_and_loses_nothing() {
            String form = "/requests/" + nodes.held() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, Map.of("/title", "", "/order/conditions", "kept <as> typed"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.body)
                    .contains("id=\"/title-wrong\"")
                    .contains("id=\"/order/reference-wrong\"")
                    .contains("id=\"/sensitive-wrong\"")
                    .contains("kept &lt;as&gt; typed");
        }

        @Test
        void is_refused_in_words_when_no_request_for_assistance_stands_behind_it() {
            String form = "/requests/" + nodes.received() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, ExhibitPeople.wish());
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("A preservation alone lets nothing out.");
        }

        @Test
        void says_how_long_a_line_may_be() {
            String form = "/requests/" + nodes.held() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, ExhibitPeople.with("/title", "x".repeat(501)));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("Shorten it to 500 characters");
        }

        @Test
        void leads_to_its_page_and_stands_on_the_page_of_the_request() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            assertThat(authority.words())
                    .contains("bucket-ward9 logs")
                    .contains("Being put together")
                    .contains("Only for this case.")
                    .contains("It was collected under an order.")
                    .contains("does not prove what happened before collection");
            Matcher request = Pattern.compile("/requests/(XA\\.PRS\\.[^\"]+)\"").matcher(authority.body);
            assertThat(request.find()).isTrue();
            authority.get("/requests/" + request.group(1));
            assertThat(authority.body).contains(exhibit);
        }
    }

    @Nested
    class The_last_day_of_keeping_it {
        @Test
        void is_on_the_page_and_is_a_day_that_has_not_passed() {
            people.begun(authority, ExhibitPeople.with("/order/keepUntil", "2199-12-31"));
            assertThat(authority.words())
                    .contains("Keep until at the latest 31 Dec 2199")
                    .doesNotContain("Destroy it, or");
            String form = "/requests/" + nodes.held() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, ExhibitPeople.with("/order/keepUntil", "31.12.2199"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("“31.12.2199” is not a day.");
            authority.get(form);
            authority.submit(form, ExhibitPeople.with("/order/keepUntil", "2001-01-01"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("This day has passed.");
        }
    }

    @Nested
    class The_last_day_when_it_has_passed {
        @Test
        void is_warned_of_and_takes_nothing_away() {
            String exhibit = people.begun(
                    authority,
                    ExhibitPeople.with("/order/keepUntil", nodes.today().toString()));
            assertThat(authority.body).doesNotContain("kept-too-long");
            nodes.advance(Duration.ofDays(2));
            Visitor later = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));
            later.get(exhibit);
            assertThat(later.body).contains("id=\"kept-too-long\"");
            assertThat(later.words()).contains("nothing is deleted by itself").contains("Being put together");
        }
    }

    @Nested
    class What_is_not_handed_over {
        @Test
        void is_listed_on_a_page_and_given_out_as_a_file_to_those_who_hand_over() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.get(exhibit + "/list-remainder");
            authority.submit(
                    exhibit + "/list-remainder",
                    Map.of("/ground", "outside-order", "/list", "a".repeat(64) + "  mail.mbox"));
            assertThat(authority.status).as(authority.words()).isEqualTo(200);
            assertThat(authority.words())
                    .contains("The list is sealed.")
                    .contains("The order does not cover it")
                    .contains("1 thing");
            authority.get(exhibit + "/remainders/1.json");
            assertThat(authority.header("Content-Disposition")).startsWith("attachment;");
            assertThat(authority.body).contains("mail.mbox");
            assertThat(authority.get(exhibit + "/remainders/2.json")).isEqualTo(404);

            Visitor officer = Visitor.signedIn(nodes.holding(Role.DUTY_OFFICER));
            officer.get(exhibit);
            assertThat(officer.body).doesNotContain("remainders/1.json");
            assertThat(officer.get(exhibit + "/remainders/1.json")).isEqualTo(403);
        }

        @Test
        void stays_as_typed_when_a_line_is_no_digest() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.get(exhibit + "/list-remainder");
            authority.submit(exhibit + "/list-remainder", Map.of("/ground", "filtered", "/list", "my <list>"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.body)
                    .contains("id=\"/list-wrong\"")
                    .contains("my &lt;list&gt;")
                    .contains("At least one line is no SHA-256");
        }
    }

    @Nested
    class A_person {
        @Test
        void at_the_desk_puts_together_and_does_not_hand_over() {
            Visitor officer = Visitor.signedIn(nodes.holding(Role.DUTY_OFFICER));
            String exhibit = people.begun(officer, ExhibitPeople.wish());
            officer.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            assertThat(officer.status).isEqualTo(200);
            assertThat(officer.body).doesNotContain(exhibit + "/hand-over");
            assertThat(officer.get(exhibit + "/hand-over")).isEqualTo(403);
            officer.get(exhibit);
            assertThat(officer.submit(exhibit + "/hand-over", Map.of())).isEqualTo(403);
        }

        @Test
        void of_oversight_reads_and_changes_nothing() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            Visitor oversight = Visitor.signedIn(nodes.holding(Role.OVERSIGHT));
            assertThat(oversight.get(exhibit)).isEqualTo(200);
            assertThat(oversight.body).doesNotContain("files-form").doesNotContain("id=\"acts\"");
            assertThat(oversight.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x"))))
                    .isEqualTo(403);
            oversight.get(exhibit);
            assertThat(oversight.submit(exhibit + "/destroy", Map.of("/reason", "x", "/confirm", "yes")))
                    .isEqualTo(403);
        }

        @Test
        void who_investigates_another_case_finds_nothing() {
            String exhibit = people.handedOver(ExhibitPeople.wish(), Sent.text("a.txt", "x"));
            people.receiver(exhibit);
            Visitor investigator = Visitor.signedIn(nodes.asking(Role.INVESTIGATOR));
            assertThat(investigator.get(exhibit)).isEqualTo(404);
            assertThat(investigator.get(exhibit + "/open")).isEqualTo(404);
            assertThat(investigator.get(exhibit + "/opened.zip")).isEqualTo(404);
        }

        @Test
        void finds_nothing_under_a_name_that_is_none() {
            assertThat(authority.get("/exhibits/XB.EVD.2027.999999-K")).isEqualTo(404);
            assertThat(authority.get("/exhibits/nonsense")).isEqualTo(404);
        }
    }

    @Nested
    class The_page {
        @Test
        void is_read_from_right_to_left_in_arabic() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, Language.ARABIC));
            reader.get(exhibit);
            assertThat(reader.body).contains("<html lang=\"ar\" dir=\"rtl\">").contains("مسار الحيازة");
            assertThat(reader.body).doesNotContain("[exhibit.");
        }

        @Test
        void is_whole_in_each_of_the_six_languages() {
            String exhibit = people.begun(authority, ExhibitPeople.with("/sensitive", "yes"));
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
                for (String page : List.of("", "/hand-over", "/destroy", "/print")) {
                    assertThat(reader.get(exhibit + page))
                            .as("%s %s", page, language)
                            .isEqualTo(200);
                    assertThat(reader.body).doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
                }
            }
        }

        @Test
        void is_light_enough_for_a_bad_line() throws IOException {
            String exhibit = people.handedOver(ExhibitPeople.wish(), Sent.text("a.txt", "x"));
            Visitor receiver = people.receiver(exhibit);
            String without = receiver.body.replaceAll("(?s)<svg.*?</svg>", "");
            assertThat(Utf8.bytes(without).length).isLessThan(MOST_BYTES);
            assertThat(Pattern.compile("(?s)<svg.*?</svg>")
                            .matcher(receiver.body)
                            .results())
                    .hasSize(2)
                    .allMatch(svg -> Utf8.bytes(svg.group()).length <= 25_000);
            assertThat(ExhibitPeople.compressed(receiver.body)).isLessThan(25_000);
        }

        @Test
        void has_one_picture_for_a_desk_and_one_for_a_telephone_and_shows_only_one_of_them() {
            people.begun(authority, ExhibitPeople.wish());
            assertThat(authority.body)
                    .containsPattern("<div class=\"broad\"><svg [^>]*width=\"720\"")
                    .containsPattern("<div class=\"slim\"><svg [^>]*width=\"320\"");
            Matcher sheet = Pattern.compile("href=\"([^\"]*\\.css[^\"]*)\"").matcher(authority.body);
            assertThat(sheet.find()).isTrue();
            authority.get(sheet.group(1));
            // Not out of sight only: what is not displayed is not read out either.
            assertThat(authority.body)
                    .contains(".picture .slim{display:none}")
                    .contains("@media screen and (max-width:46rem){.picture .broad{display:none}"
                            + ".picture .slim{display:block}");
        }

        @Test
        void does_not_look_again_by_itself_while_nothing_moves() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.get(exhibit);
            assertThat(authority.header("Refresh")).isEmpty();
        }

        @Test
        void on_paper_explains_itself_to_whoever_is_no_engineer() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.get(exhibit + "/print");
            assertThat(authority.words())
                    .contains("A digest is like a fingerprint of a file")
                    .contains("bucket-ward9 logs")
                    .contains("DRILL");
        }

        @Test
        void draws_the_custody_and_leads_from_each_mark_to_its_row() {
            people.begun(authority, ExhibitPeople.wish());
            assertThat(authority.body)
                    .contains("<svg")
                    .contains("href=\"#event-1\"")
                    .contains("id=\"event-1\"");
        }
    }
}
