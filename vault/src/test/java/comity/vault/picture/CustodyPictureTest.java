package comity.vault.picture;

import static comity.vault.picture.Example.EXHIBIT;
import static comity.vault.picture.Example.FITS;
import static comity.vault.picture.Example.XA;
import static comity.vault.picture.Example.XB;
import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Utf8;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Hand;
import comity.vault.picture.Facts.Finding;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

class CustodyPictureTest {
    /// Ends the sentence, the attribute and the document, turns the writing round, and holds no
    /// character at all.
    private static final String HOSTILE =
            "\"/></text></svg><script>alert(1)</script><a href='javascript:x' style='x'>&amp;\u202Egnp.\u2066\uFFFE\u0000";

    @Nested
    class The_picture {
        @ParameterizedTest
        @EnumSource(Language.class)
        void of_sixty_events_has_all_of_them_in_twenty_five_thousand_bytes(Language language) throws Exception {
            CustodyPicture picture = picture(Example.ofLength(60), language);
            for (int width : new int[] {CustodyPicture.WIDE, CustodyPicture.NARROW}) {
                String svg = picture.svg(width);
                assertThat(Utf8.bytes(svg).length).isLessThanOrEqualTo(CustodyPicture.MOST_BYTES);
                assertThat(linked(parsed(svg))).isEqualTo(numbersTo(60));
            }
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void of_a_custody_without_end_stays_small_and_says_what_it_leaves_out(Language language) throws Exception {
            CustodyPicture picture = picture(Example.ofLength(400), language);
            for (int width : new int[] {CustodyPicture.WIDE, CustodyPicture.NARROW}) {
                String svg = picture.svg(width);
                assertThat(Utf8.bytes(svg).length).isLessThanOrEqualTo(CustodyPicture.MOST_BYTES);
                Document parsed = parsed(svg);
                int drawn = linked(parsed).size();
                String note = Words.in(language).say("picture.left-out", drawn, 400);
                assertThat(drawn).isLessThan(400);
                assertThat(withoutSpaces(parsed.getDocumentElement().getTextContent()))
                        .endsWith(withoutSpaces(note));
            }
            assertThat(picture.rows()).hasSize(400);
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void names_each_mark_for_those_who_hear_it(Language language) throws Exception {
            Document svg = parsed(picture(Example.usual(), language).svg(CustodyPicture.WIDE));
            NodeList links = svg.getElementsByTagNameNS("*", "a");
            assertThat(links.getLength()).isEqualTo(11);
            for (int i = 0; i < links.getLength(); i++) {
                Element title = (Element) links.item(i).getFirstChild();
                assertThat(title.getTagName()).isEqualTo("title");
                assertThat(title.getTextContent()).startsWith(i + 1 + ". ");
            }
            assertThat(svg.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
            assertThat(svg.getDocumentElement().getFirstChild().getTextContent())
                    .contains(EXHIBIT.toString());
        }

        @Test
        void asks_nothing_from_outside_and_nothing_that_a_strict_policy_forbids() throws Exception {
            NodeList all = parsed(picture(hostile(), Language.ENGLISH).svg(CustodyPicture.WIDE))
                    .getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                assertThat(element.getTagName()).isIn("svg", "title", "desc", "g", "path", "circle", "text", "a");
                NamedNodeMap attributes = element.getAttributes();
                for (int j = 0; j < attributes.getLength(); j++) {
                    String name = attributes.item(j).getNodeName();
                    String value = attributes.item(j).getNodeValue();
                    assertThat(name).isNotEqualTo("style").doesNotStartWith("on");
                    assertThat(value).doesNotContain("url(");
                    assertThat(name.equals("href")).isEqualTo(value.startsWith("#event-"));
                    assertThat(name.equals("xmlns")).isEqualTo(value.contains(":"));
                }
            }
        }

        @Test
        void is_the_mirror_image_where_writing_runs_from_the_right() throws Exception {
            List<Double> english = circles(picture(Example.usual(), Language.ENGLISH));
            List<Double> arabic = circles(picture(Example.usual(), Language.ARABIC));

            assertThat(english.subList(0, 6)).isSorted();
            assertThat(arabic)
                    .isEqualTo(
                            english.stream().map(x -> CustodyPicture.WIDE - x).toList());
        }

        @Test
        void shows_by_shape_who_did_it_and_where_it_ended() {
            Example example = Example.usual().then(XB, Kind.DESTROYED, Hand.AUTHORITY, "system", Map.of());
            String svg = picture(example, Language.ENGLISH).svg(CustodyPicture.WIDE);

            assertThat(svg.split("r=\"6\"/>", -1)).hasSize(9 + 1 + 1);
            assertThat(svg.split("r=\"5\" fill=\"none\"", -1)).hasSize(2 + 1 + 1);
            assertThat(svg).contains("h12v12h-12z");
        }

        @Test
        void gives_a_leaf_only_to_what_has_one() {
            String svg =
                    picture(Example.usual().notAnchored(), Language.ENGLISH).svg(CustodyPicture.WIDE);

            assertThat(svg).contains(">1191</text>").doesNotContain(">1192</text>");
        }

        @Test
        void of_nothing_says_so() throws Exception {
            String svg = picture(new Example(), Language.ENGLISH).svg(CustodyPicture.WIDE);

            assertThat(parsed(svg).getElementsByTagNameNS("*", "text").item(0).getTextContent())
                    .isEqualTo("Nothing is recorded yet.");
        }

        private static String withoutSpaces(String text) {
            return text.replace(" ", "");
        }

        private List<Double> circles(CustodyPicture picture) throws Exception {
            NodeList links = parsed(picture.svg(CustodyPicture.WIDE)).getElementsByTagNameNS("*", "a");
            List<Double> places = new ArrayList<>();
            for (int i = 0; i < links.getLength(); i++) {
                Element circle = (Element) ((Element) links.item(i))
                        .getElementsByTagNameNS("*", "circle")
                        .item(0);
                places.add(Double.valueOf(circle.getAttribute("cx")));
            }
            return places;
        }
    }

    @Nested
    class A_break {
        @Test
        void is_drawn_where_an_entry_is_missing() {
            CustodyPicture whole = picture(Example.usual(), Language.ENGLISH);
            CustodyPicture broken = picture(Example.usual().without(9), Language.ENGLISH);

            assertThat(whole.svg(CustodyPicture.WIDE))
                    .contains("break: none")
                    .doesNotContain("<path class=\"break\" stroke=\"#d93a32\" stroke-width=\"3\" d=\"M3");
            assertThat(broken.svg(CustodyPicture.WIDE))
                    .contains("break: 1")
                    .contains("Break: the entry before this one");
            assertThat(broken.rows().get(8).breaks()).singleElement().asString().contains("missing or was changed");
            assertThat(broken.facts().finding()).isEqualTo(Finding.BROKEN);
        }

        @Test
        void is_drawn_where_a_check_found_a_fault() {
            Example example = Example.usual()
                    .then(XA, Kind.EXAMINED, Hand.COURT, "investigator", Map.of(CustodyEvent.RESULT, "part-changed"));
            CustodyPicture picture = picture(example, Language.ENGLISH);

            assertThat(picture.svg(CustodyPicture.WIDE)).contains("<g class=\"break\"");
            assertThat(picture.rows().getLast().result())
                    .isEqualTo("not as it should be: a part is not the one that was sealed");
            assertThat(picture.facts().line()).isEqualTo("Files: 2 · Bytes: 493 · The record is not whole; breaks: 1");
            assertThat(picture.explanation())
                    .anySatisfy(passage ->
                            assertThat(passage.paragraphs()).first().asString().startsWith("The record is not whole."));
        }

        @Test
        void in_front_of_all_that_a_State_told_is_drawn_too() {
            CustodyPicture picture = picture(Example.usual().without(1), Language.ENGLISH);

            assertThat(picture.facts().breaks()).isEqualTo(1);
            assertThat(picture.rows().getFirst().isBroken()).isTrue();
            assertThat(picture.svg(CustodyPicture.WIDE)).contains("break: 1").contains("stroke-width=\"3\" d=\"M1");
        }

        @Test
        void in_the_middle_of_a_long_way_is_not_left_out() throws Exception {
            Example example = Example.ofLength(200).without(100);
            List<Integer> drawn =
                    linked(parsed(picture(example, Language.ENGLISH).svg(CustodyPicture.WIDE)));
            List<Integer> broken = picture(example, Language.ENGLISH).rows().stream()
                    .filter(Row::isBroken)
                    .map(Row::number)
                    .filter(number -> number > 24)
                    .limit(6)
                    .toList();

            assertThat(broken).hasSize(6);
            assertThat(drawn).containsAll(broken).hasSizeLessThan(100);
        }
    }

    @Nested
    class The_table {
        @ParameterizedTest
        @EnumSource(Language.class)
        void says_everything_that_the_picture_shows(Language language) {
            List<Row> rows = picture(Example.usual(), language).rows();

            assertThat(rows).extracting(Row::number).isEqualTo(numbersTo(11));
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.what()).isNotBlank();
                assertThat(row.digest()).hasSize(64);
                assertThat(row.breaks()).isEmpty();
            });
            assertThat(rows.getFirst().anchored()).isEqualTo("1182");
        }

        @Test
        void gives_each_fact_its_own_place() {
            Row row = picture(Example.usual(), Language.ENGLISH).rows().get(2);

            assertThat(row.when()).isEqualTo("2027-03-13 02:34:21 UTC");
            assertThat(row.state()).isEqualTo("Boria");
            assertThat(row.role()).isEqualTo("node");
            assertThat(row.hand()).isEqualTo("authority");
            assertThat(row.what()).startsWith("It was sealed;");
            assertThat(row.where()).isEqualTo("node.xb.example");
            assertThat(row.why()).isEqualTo("XA.PRS.2027.000318");
            assertThat(row.result()).isEqualTo("as it should be");
            assertThat(row.details())
                    .containsExactly(
                            new Row.Detail("bytes", "493"),
                            new Row.Detail("files", "2"),
                            new Row.Detail("SHA-256", "0359".repeat(16)));
            assertThat(row.chain()).isEqualTo("Boria, entry 3");
            assertThat(row.told()).isEqualTo("told by Boria");
            assertThat(row.id()).isEqualTo("event-3");
            assertThat(row.shortDigest()).matches("[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} …");
        }

        @Test
        void says_in_the_readers_own_zone_what_its_times_are_counted_from() {
            CustodyPicture picture = CustodyPicture.of(
                    Example.usual().subject(Language.ENGLISH), Language.ENGLISH, ZoneId.of("Asia/Tashkent"));

            assertThat(picture.rows().getFirst().when()).isEqualTo("2027-03-13 07:31:07 UTC+05:00");
            assertThat(picture.svg(CustodyPicture.WIDE)).contains("Times: Asia/Tashkent.");
        }

        @Test
        void gives_a_time_that_no_calendar_has_as_it_was_written() {
            Example example = new Example()
                    .at(Instant.MAX.minusSeconds(3600))
                    .then(XB, Kind.COLLECTED, Hand.CUSTODIAN, "investigator", Map.of());
            CustodyPicture picture =
                    CustodyPicture.of(example.subject(Language.ENGLISH), Language.ENGLISH, ZoneId.of("Asia/Tashkent"));

            assertThat(picture.rows().getFirst().when()).startsWith("+");
            assertThat(picture.svg(CustodyPicture.WIDE)).contains(">?</text>");
        }
    }

    @Nested
    class What_others_wrote {
        @ParameterizedTest
        @EnumSource(Language.class)
        void is_inert_in_the_picture(Language language) throws Exception {
            Document svg = parsed(picture(hostile(), language).svg(CustodyPicture.WIDE));

            assertThat(svg.getElementsByTagNameNS("*", "script").getLength()).isZero();
            assertThat(linked(svg)).isEqualTo(numbersTo(2));
            assertThat(svg.getDocumentElement().getTextContent()).doesNotContain("\u202E", "\u2066");
        }

        @Test
        void is_cleaned_in_the_table() {
            Row row = picture(hostile(), Language.ENGLISH).rows().getFirst();

            assertThat(List.of(
                            row.where(),
                            row.why(),
                            row.result(),
                            row.details().getFirst().name()))
                    .allSatisfy(text -> assertThat(text).contains("?").doesNotContainPattern("[\\p{Cc}\\p{Cf}\uFFFE]"));
        }

        @Test
        void is_never_taken_for_a_number_or_a_text_of_ours() {
            Example example = new Example()
                    .then(XB, Kind.SEALED, Hand.AUTHORITY, "system", Map.of("files", "two", "bytes", "9".repeat(40)))
                    .then(XA, Kind.EXAMINED, Hand.AUTHORITY, "x", Map.of(CustodyEvent.RESULT, "{0}"));
            CustodyPicture picture = picture(example, Language.ENGLISH);

            assertThat(picture.facts().files()).isEmpty();
            assertThat(picture.facts().bytes()).isEmpty();
            assertThat(picture.rows().getLast().result()).isEqualTo("not as it should be: {0}");
        }

        @Test
        void keeps_its_direction_of_writing_in_a_sentence_of_ours() {
            Subject subject = new Subject(EXHIBIT, "سجلات", "", Example.usual().custody(), state -> "Ardia");

            assertThat(CustodyPicture.of(subject, Language.ENGLISH, ZoneOffset.UTC)
                            .title())
                    .isEqualTo("Custody of exhibit " + EXHIBIT + ": \u2068سجلات\u2069");
        }
    }

    @Nested
    class The_facts {
        @Test
        void say_what_was_sealed_and_that_the_record_is_whole() {
            Facts facts = picture(Example.usual(), Language.ENGLISH).facts();

            assertThat(facts.line()).isEqualTo("Files: 2 · Bytes: 493 · The record is whole");
            assertThat(facts.finding()).isEqualTo(Finding.WHOLE);
        }

        @Test
        void of_nothing_do_not_say_that_it_is_whole() {
            CustodyPicture picture = picture(new Example(), Language.ENGLISH);

            assertThat(picture.facts().finding()).isEqualTo(Finding.NOTHING_RECORDED);
            assertThat(picture.explanation())
                    .anySatisfy(passage -> assertThat(passage.paragraphs())
                            .containsExactly("Nothing is recorded about this exhibit, so nothing is proved."));
        }
    }

    @Nested
    class The_explanation {
        @ParameterizedTest
        @EnumSource(Language.class)
        void has_five_passages_and_ends_with_what_is_not_proved(Language language) {
            List<Passage> passages = picture(Example.usual(), language).explanation();

            assertThat(passages).hasSize(5).allSatisfy(passage -> {
                assertThat(passage.heading()).isNotBlank();
                assertThat(passage.paragraphs())
                        .isNotEmpty()
                        .allSatisfy(text -> assertThat(text).isNotBlank());
            });
            assertThat(passages.getLast().paragraphs()).hasSize(3);
        }
    }

    private static Example hostile() {
        Map<String, String> details = Map.of(CustodyEvent.RESULT, HOSTILE, HOSTILE, HOSTILE);
        return new Example()
                .then(XB, Kind.EXAMINED, Hand.EXAMINER, HOSTILE, HOSTILE, HOSTILE, details)
                .then(XA, Kind.RECEIVED, Hand.AUTHORITY, "system", FITS);
    }

    /// Titles and names of States are hostile in all of these, too.
    private static CustodyPicture picture(Example example, Language language) {
        Subject honest = example.subject(language);
        boolean trusted = example.custody().entries().stream()
                .noneMatch(entry -> entry.event().place().equals(HOSTILE));
        Subject subject =
                trusted ? honest : new Subject(EXHIBIT, HOSTILE, HOSTILE, example.custody(), state -> HOSTILE);
        return CustodyPicture.of(subject, language, ZoneOffset.UTC);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(Utf8.bytes(svg)));
    }

    private static List<Integer> linked(Document svg) {
        NodeList links = svg.getElementsByTagNameNS("*", "a");
        return IntStream.range(0, links.getLength())
                .mapToObj(i -> ((Element) links.item(i)).getAttribute("href"))
                .map(href -> Integer.valueOf(href.substring("#event-".length())))
                .toList();
    }

    private static List<Integer> numbersTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
