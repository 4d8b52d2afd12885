package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.Utf8;
import comity.web.exhibit.Visitor.Sent;
import comity.web.rest.ExhibitNodes;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The custody of an exhibit, on paper and when it is long.
class CustodyPagesTest {
    private final ExhibitPeople people = new ExhibitPeople();
    private final ExhibitNodes nodes = people.nodes;
    private final Visitor authority = people.authority;

    @Nested
    class The_custody_paper {
        @Test
        void is_three_pages_in_the_language_of_the_reader_that_say_they_are_a_drill() throws IOException {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            assertThat(authority.body).contains("href=\"" + exhibit + "/custody.pdf\" download");
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
                assertThat(reader.get(exhibit + "/custody.pdf")).isEqualTo(200);
                assertThat(reader.header("Content-Type")).isEqualTo("application/pdf");
                assertThat(reader.header("Content-Language")).isEqualTo(language.tag());
                assertThat(reader.header("Content-Disposition"))
                        .isEqualTo("attachment; filename=\"custody-" + exhibit.substring(10) + ".pdf\"");
                assertThat(reader.header("X-Content-Type-Options")).isEqualTo("nosniff");
                try (PDDocument paper = Loader.loadPDF(reader.bytes())) {
                    assertThat(paper.getNumberOfPages()).isEqualTo(3);
                    assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
                    for (int page = 1; page <= 3; page++) {
                        PDFTextStripper text = new PDFTextStripper();
                        text.setStartPage(page);
                        text.setEndPage(page);
                        assertThat(text.getText(paper)).contains("DRILL").contains(exhibit.substring(10));
                    }
                }
            }
        }

        @Test
        void is_not_for_whoever_does_not_see_the_case() {
            String exhibit = people.handedOver(ExhibitPeople.wish(), Sent.text("a.txt", "x"));
            people.receiver(exhibit);
            Visitor investigator = Visitor.signedIn(nodes.asking(Role.INVESTIGATOR));
            assertThat(investigator.get(exhibit + "/custody.pdf")).isEqualTo(404);
        }

        @Test
        void is_asked_for_again_a_moment_later_when_too_many_are_printed() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            Printing printing = nodes.printingOfHolding();
            printing.inTurn(() -> printing.inTurn(() -> authority.get(exhibit + "/custody.pdf")));
            assertThat(authority.status).isEqualTo(503);
            assertThat(authority.header("Retry-After")).isEqualTo("2");
            assertThat(authority.words()).contains("it has too much to do at this moment");
            assertThat(authority.get(exhibit + "/custody.pdf")).isEqualTo(200);
        }
    }

    @Nested
    class A_custody_of_a_thousand_events {
        private static final int EXAMINED = 1000;
        private static final Pattern EVENT = Pattern.compile("Examination number (\\d+)<");

        private static List<Integer> shown(Visitor reader) {
            return EVENT.matcher(reader.body)
                    .results()
                    .map(found -> Integer.parseInt(found.group(1)))
                    .toList();
        }

        @Test
        void is_shown_in_stretches_beside_one_small_picture_and_printed_whole() throws IOException {
            String exhibit = people.handedOver(ExhibitPeople.wish(), Sent.text("a.txt", "x"));
            Visitor reader = people.receiver(exhibit);
            nodes.examineOften(exhibit.substring("/exhibits/".length()), EXAMINED);

            reader.get(exhibit);
            assertThat(shown(reader)).hasSize(25).startsWith(976).endsWith(1000);
            assertThat(reader.words()).contains("Earlier events").doesNotContain("Later events");
            assertThat(reader.body)
                    .as("a mark leads to its row, wherever that stands")
                    .contains("href=\"#event-1005\"")
                    .contains("href=\"" + exhibit + "?from=1#event-1\"");
            assertThat(ExhibitPeople.compressed(reader.body)).isLessThan(25_000);
            assertThat(Pattern.compile("(?s)<svg.*?</svg>").matcher(reader.body).results())
                    .allMatch(svg -> Utf8.bytes(svg.group()).length <= 25_000);

            int pages = 1;
            Matcher earlier = Pattern.compile("rel=\"prev\" href=\"([^\"#]+)").matcher(reader.body);
            List<Integer> all = new java.util.ArrayList<>(shown(reader));
            while (earlier.find()) {
                reader.get(earlier.group(1));
                all.addAll(0, shown(reader));
                earlier = Pattern.compile("rel=\"prev\" href=\"([^\"#]+)").matcher(reader.body);
                pages++;
            }
            assertThat(reader.words()).contains("Received whole").contains("Later events");
            assertThat(pages).isEqualTo(41);
            assertThat(all.stream().distinct()).hasSize(EXAMINED);

            reader.get(exhibit + "?from=nonsense");
            assertThat(reader.status).isEqualTo(200);
            reader.get(exhibit + "/print");
            assertThat(shown(reader)).hasSize(EXAMINED);
        }
    }
}
