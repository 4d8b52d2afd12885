package comity.vault.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.ExhibitReference;
import comity.kernel.Language;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.papers.Paper;
import comity.papers.Press;
import comity.vault.Custody;
import comity.vault.CustodyEvent.Kind;
import comity.vault.CustodyText;
import comity.vault.Hand;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CustodyPaperTest {
    private static final Instant WRITTEN = Instant.parse("2027-05-01T08:00:00Z");

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasAPageForThePictureOneForTheTableAndOneThatExplains(Language language) throws IOException {
        byte[] pdf = Press.print(paper(Example.usual(), language));

        assertThat(pdf).hasSizeLessThan(150_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(3);
            assertThat(page(document, 1)).contains("1182").contains(Example.EXHIBIT.toString());
            assertThat(page(document, 2)).contains("node.xb.example").contains("XA.PRS.2027.000318");
            String first = Words.in(language).say("explain.limits.title");
            assertThat(page(document, 3)).contains(squeezed(first));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void ofSixtyEventsHasAllOfThem(Language language) throws IOException {
        Example example = Example.ofLength(60);
        String last = example.custody().entries().getLast().event().digest().substring(0, 12);

        try (PDDocument document = Loader.loadPDF(Press.print(paper(example, language)))) {
            assertThat(squeezed(new PDFTextStripper().getText(document))).contains(last);
        }
    }

    @Test
    void carriesEachEntryForMachinesSoThatItsDigestCanBeWorkedOut() {
        Paper paper = paper(Example.usual().without(9), Language.SPANISH);
        JsonNode file = JsonMapper.builder()
                .build()
                .readTree(paper.attachment().orElseThrow().json());

        assertThat(file.path("finding").stringValue()).isEqualTo("broken");
        assertThat(file.path("entries")).hasSize(10).allSatisfy(entry -> {
            byte[] event = Utf8.bytes(entry.path("event").stringValue());
            assertThat(Sha256.hex(event)).isEqualTo(entry.path("sha256").stringValue());
            assertThat(ExhibitReference.parse(CustodyText.read(event).exhibit().toString()))
                    .contains(Example.EXHIBIT);
        });
        assertThat(file.path("entries").path(8).path("gapBefore").asBoolean()).isTrue();
    }

    @Test
    void isNotBlownUpByWhatAnotherStateSends() throws IOException {
        Map<String, String> details = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            details.put("\u202Edetail" + i, "</td>x ".repeat(120));
        }
        Example example = Example.usual();
        for (int i = 0; i < 20; i++) {
            example.then(Example.XB, Kind.CORRECTED, Hand.AUTHORITY, "system", details);
        }
        Paper paper = paper(example, Language.FRENCH);

        byte[] pdf = Press.print(paper);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = squeezed(new PDFTextStripper().getText(document));
            assertThat(text).contains(squeezed("et 52 autres")).contains("</td>x");
        }
    }

    @Test
    void ofAnEndlessCustodyIsRefused() {
        Example example = Example.usual();
        Subject subject = example.subject(Language.ENGLISH);
        List<Custody.Entry> many =
                Collections.nCopies(1_501, example.custody().entries().getFirst());
        CustodyPicture picture = CustodyPicture.of(
                new Subject(subject.exhibit(), subject.title(), "", new Custody(many), subject.states()),
                Language.ENGLISH,
                ZoneOffset.UTC);

        assertThatThrownBy(() -> CustodyPaper.of(picture, "", WRITTEN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Paper paper(Example example, Language language) {
        CustodyPicture picture = CustodyPicture.of(example.subject(language), language, ZoneOffset.UTC);
        return CustodyPaper.of(picture, "TLP:AMBER", WRITTEN);
    }

    private static String page(PDDocument document, int number) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        return squeezed(stripper.getText(document));
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\u064B-\\u0652]", "");
    }
}
