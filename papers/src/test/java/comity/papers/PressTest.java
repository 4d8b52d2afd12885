package comity.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Language;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.papers.Paper.Attachment;
import comity.papers.Paper.Cell;
import comity.papers.Paper.Heading;
import comity.papers.Paper.Line;
import comity.papers.Paper.Paragraph;
import comity.papers.Paper.Part;
import comity.papers.Paper.Picture;
import comity.papers.Paper.Row;
import comity.papers.Paper.Table;
import comity.papers.Paper.Weight;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class PressTest {
    private static final Instant WRITTEN = Instant.parse("2027-03-13T02:31:07Z");
    private static final String REFERENCE = "FR/2026/0042";
    private static final String DRAWING =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\" width=\"200\""
                    + " height=\"100\"><title>t</title><a href=\"#event-1\"><circle cx=\"50\" cy=\"50\" r=\"20\"/></a>"
                    + "<g text-anchor=\"middle\" transform=\"translate(10 10)\"><text x=\"40\" y=\"80\">%s</text></g></svg>";

    /// A sentence of each language, as the pages have it.
    private static String sentence(Language language) {
        return switch (language) {
            case ARABIC -> "مسار المضبوط من الدولة متلقية الطلب إلى المحكمة";
            case CHINESE -> "物证的保管经过：自被请求国至法院。";
            case ENGLISH -> "The way of the exhibit from the requested State to the court";
            case FRENCH -> "Le parcours de la pièce, de l’État requis au tribunal";
            case RUSSIAN -> "Движение вещественного доказательства из запрашиваемого государства в суд";
            case SPANISH -> "El recorrido de la pieza desde el Estado requerido, año 2027";
        };
    }

    @BeforeAll
    static void checker() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Nested
    class A_paper {
        @ParameterizedTest
        @EnumSource(Language.class)
        void is_as_pdf_a_3u_demands(Language language) throws Exception {
            assertThat(faults(Press.print(paper(language)), PDFAFlavour.PDFA_3_U))
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void is_as_pdf_ua_demands(Language language) throws Exception {
            assertThat(faults(Press.print(paper(language)), PDFAFlavour.PDFUA_1))
                    .isEmpty();
        }

        @Test
        void is_looked_at_by_a_checker_that_finds_faults() throws Exception {
            assertThat(faults(Press.print(paper(Language.ENGLISH)), PDFAFlavour.PDFA_1_B))
                    .isNotEmpty();
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void can_be_searched_and_copied_from(Language language) throws IOException {
            String text = text(Press.print(paper(language)));

            assertThat(text).contains(squeezed(sentence(language))).contains(REFERENCE);
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void stays_small(Language language) {
            assertThat(Press.print(paper(language))).hasSizeLessThan(150_000);
        }

        @Test
        void is_the_same_bytes_each_time_and_has_the_time_it_was_written() throws IOException {
            byte[] once = Press.print(paper(Language.ENGLISH));

            assertThat(Press.print(paper(Language.ENGLISH))).isEqualTo(once);
            try (PDDocument document = Loader.loadPDF(once)) {
                assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                        .isEqualTo(WRITTEN);
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
                assertThat(document.getDocumentInformation().getTitle()).contains(REFERENCE);
            }
        }

        @Test
        void has_the_same_content_for_machines_inside() throws IOException {
            try (PDDocument document = Loader.loadPDF(Press.print(paper(Language.FRENCH)))) {
                PDComplexFileSpecification file = Objects.requireNonNull(document.getDocumentCatalog()
                        .getNames()
                        .getEmbeddedFiles()
                        .getNames()
                        .get("custody.json"));
                assertThat(Utf8.text(file.getEmbeddedFile().toByteArray())).isEqualTo("{\"v\":1}");
            }
        }

        @Test
        void says_on_each_page_what_it_is_and_which_page_of_how_many() throws IOException {
            try (PDDocument document = Loader.loadPDF(Press.print(paper(Language.ENGLISH)))) {
                assertThat(document.getNumberOfPages()).isEqualTo(2);
                for (int page = 1; page <= 2; page++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    stripper.setSortByPosition(true);
                    assertThat(stripper.getText(document))
                            .contains("For the court only")
                            .contains(REFERENCE + " · Page " + page + " of 2");
                }
            }
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void gives_a_digest_back_letter_by_letter(Language language) throws Exception {
            String digest = "9e35ff83fff527cffi0ffl1fi";
            Row row = new Row(List.of(new Cell(List.of(new Line(digest, Weight.DIGITS)))));
            byte[] pdf = Press.print(paper(
                    language, List.of(new Paragraph(digest), new Table("", List.of("x"), List.of(100), List.of(row)))));

            try (PDDocument document = Loader.loadPDF(pdf)) {
                // As it stands, and not as it would be normalized.
                assertThat(new PDFTextStripper().getText(document).split(digest, -1))
                        .hasSize(3);
            }
            assertThat(faults(pdf, PDFAFlavour.PDFA_3_U)).isEmpty();
        }

        @Test
        void keeps_the_order_of_digits_and_letters_in_an_arabic_line() throws IOException {
            String text = text(Press.print(paper(Language.ARABIC)));

            assertThat(text)
                    .contains("192.0.2.17")
                    .contains(REFERENCE)
                    .doesNotContain("2400")
                    .doesNotContain("RF");
        }
    }

    @Nested
    class What_a_stranger_wrote {
        @Test
        void is_printed_and_does_nothing() throws Exception {
            String hostile = "</p><script>x</script><img src='file:///etc/passwd'/>&amp;\u202Eabc\u0000\uFFFE";
            byte[] pdf = Press.print(new Paper(
                    hostile,
                    Language.ENGLISH,
                    hostile,
                    hostile,
                    hostile,
                    WRITTEN,
                    List.of(new Paragraph(hostile), new Picture(DRAWING.formatted("x"), hostile)),
                    Optional.empty()));

            assertThat(text(pdf)).contains("<script>x</script>").contains("&amp;abc");
            assertThat(faults(pdf, PDFAFlavour.PDFA_3_U)).isEmpty();
        }

        @Test
        void in_a_writing_that_no_font_has_is_seen_as_such() throws Exception {
            byte[] pdf = Press.print(paper(Language.ENGLISH, List.of(new Paragraph("Thai: \u0E01\u0E02"))));

            assertThat(text(pdf)).contains("Thai:??");
            assertThat(faults(pdf, PDFAFlavour.PDFA_3_U)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><script/></svg>",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><image href='#a'/></svg>",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'><a href='http://x/'/></svg>",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1' onload='x'/>",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1' fill='url(file:///x)'/>",
                    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1' style='x'/>",
                    "<svg xmlns='http://www.w3.org/2000/svg'/>",
                    "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
                    "<html/>",
                    "no drawing"
                })
        void as_a_drawing_that_does_more_than_draw_is_refused(String svg) {
            assertThatThrownBy(() -> Press.print(paper(Language.ENGLISH, List.of(new Picture(svg, "x")))))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void without_end_is_refused() {
            assertThatThrownBy(() -> new Paragraph("x".repeat(Paper.LONGEST_TEXT + 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Picture("x".repeat(Paper.LARGEST_DRAWING + 1), "x"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Attachment("a.json", "x", new byte[Paper.LARGEST_ATTACHMENT + 1]))
                    .isInstanceOf(IllegalArgumentException.class);
            List<Part> many = Collections.nCopies(Paper.MOST_PARTS + 1, new Paragraph("x"));
            assertThatThrownBy(() -> paper(Language.ENGLISH, many)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class The_fonts {
        /// The build takes them out of pinned artefacts; a court's paper must not change its look
        /// unnoticed.
        private static final Map<String, String> DIGESTS = Map.of(
                "OpenSans/OpenSans-Regular.ttf", "a148c8e49519dad1c63a5b4f880e96c6542708b49b0ee68f2a332eb92f0061e4",
                "OpenSans/OpenSans-SemiBold.ttf", "709a9da0902227901a1642c01b060f134fbffebd6424d580c76eae020cf9f36c",
                "Markazi/MarkaziText-Regular.ttf", "c1c5edad9e5a33ffff9e49ff1ac7bcac31ef19796db07c2b92b44d3e2ef7b305",
                "Markazi/MarkaziText-SemiBold.ttf", "c6b89740019756af39e59c827fc9614baf084c588d3ec72cb94ca1254b501661",
                "NotoSansSC/NotoSansSC-Regular.ttf",
                        "ca5301a2278c9d94d207d2ba4e9e2cee0e1aa6889a38e953fc1c1a8436ed1699");

        @Test
        void are_the_ones_that_were_looked_at() {
            DIGESTS.forEach((name, digest) ->
                    assertThat(Sha256.hex(Fonts.bytes(name))).as(name).isEqualTo(digest));
        }

        @ParameterizedTest
        @ValueSource(strings = {"OpenSans", "Markazi", "NotoSansSC"})
        void have_their_licence_beside_them(String font) {
            assertThat(Utf8.text(Fonts.bytes(font + "/OFL.txt"))).contains("SIL OPEN FONT LICENSE");
        }
    }

    private static Paper paper(Language language) {
        String sentence = sentence(language);
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            Line digits = new Line("0359401489".repeat(6), Weight.DIGITS);
            rows.add(new Row(List.of(
                    Cell.of(String.valueOf(i)),
                    new Cell(List.of(new Line(sentence, Weight.STRONG), new Line(sentence, Weight.QUIET))),
                    new Cell(List.of(digits)))));
        }
        return paper(
                language,
                List.of(
                        new Paragraph(sentence),
                        new Paragraph(sentence + " \u2068192.0.2.17\u2069 " + sentence),
                        new Picture(DRAWING.formatted(sentence), sentence),
                        new Heading(sentence, true),
                        new Table(sentence, List.of("1", sentence, "SHA-256"), List.of(6, 54, 40), rows)));
    }

    private static Paper paper(Language language, List<Part> parts) {
        return new Paper(
                "\u2068" + REFERENCE + "\u2069 – " + sentence(language),
                language,
                "For the court only",
                REFERENCE,
                "Page {0} of {1}",
                WRITTEN,
                parts,
                Optional.of(new Attachment("custody.json", "x", Utf8.bytes("{\"v\":1}"))));
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + " " + one.getMessage())
                    .distinct()
                    .toList();
        }
    }

    /// The text without spaces, which belong to the layout, and with the letters as they are typed.
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            return squeezed(stripper.getText(document));
        }
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
