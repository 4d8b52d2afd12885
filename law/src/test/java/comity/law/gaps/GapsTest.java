package comity.law.gaps;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.gaps.Gap.Kind;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.OffencePattern;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookReader;
import comity.law.offence.book.BookReading;
import comity.law.words.LawWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapsTest {
    private static final LocalDate DAY = LocalDate.parse("2027-03-13");
    private static final Elements ELEMENTS = Elements.load();
    private static final OffenceCatalogue CATALOGUE = OffenceCatalogue.of(
            ELEMENTS,
            Stream.of("XA", "XB", "XC", "XD", "XE", "XF", "XG")
                    .map(GapsTest::book)
                    .toList());

    private final AssistanceTopics topics = AssistanceTopics.load();

    private static NationalLaw book(String state) {
        Path file = Path.of(
                System.getProperty("comity.root"), "node/src/main/resources/comity/node/demo/law", state + ".json");
        try {
            BookReader reader = new BookReader(ELEMENTS, DualCriminalityRules.load());
            return ((BookReading.Whole) reader.read(BookForm.JSON, Files.readAllBytes(file))).book();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Gap> gaps(String state, LocalDate day) {
        return new Gaps(CATALOGUE, topics)
                .of(new StateCode(state), day, Set.of())
                .orElseThrow();
    }

    private static List<String> told(List<Gap> gaps) {
        return gaps.stream()
                .map(gap -> gap.kind() + " " + gap.element().orElse(gap.offence()))
                .toList();
    }

    @Nested
    class A_law {
        @Test
        void with_real_gaps_is_told_each_of_them() {
            assertThat(told(gaps("XE", DAY)))
                    .containsExactly(
                            "ELEMENT_LACKING unc.9/suppress",
                            "ELEMENT_LACKING unc.11/obtain",
                            "ELEMENT_LACKING unc.11/possess",
                            "ELEMENT_LACKING unc.11/access-data",
                            "ELEMENT_LACKING unc.14/access",
                            "ELEMENT_LACKING unc.14/possess",
                            "ELEMENT_LACKING unc.14/finance",
                            "NO_PROVISION unc.16");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "XA|",
                    "XB|DEMANDS_MORE unc.10/serious-hindering",
                    "XC|ELEMENT_LACKING unc.11/possess, ELEMENT_LACKING unc.14/finance",
                    "XD|ELEMENT_LACKING unc.16/no-consent",
                    "XF|",
                    "XG|NOT_COMPARED unc.11/authorized-testing, NOT_COMPARED unc.13/gain-intent, "
                            + "NOT_COMPARED unc.14/finance"
                })
        void of_each_demo_state_has_the_gaps_that_are_meant(String state, String expected) {
            assertThat(String.join(", ", told(gaps(state, DAY)))).isEqualTo(expected == null ? "" : expected);
        }

        @Test
        void names_the_paragraph_and_the_provision_that_comes_nearest() {
            assertThat(gaps("XE", DAY))
                    .filteredOn(gap -> gap.element().equals(Optional.of("unc.14/finance")))
                    .singleElement()
                    .satisfies(gap -> {
                        assertThat(gap.article()).isEqualTo("14(1)(d)");
                        assertThat(gap.provision().orElseThrow().id()).isEqualTo("XE.penal.189");
                        assertThat(gap.topic()).isEqualTo("child-protection-law");
                    });
        }

        @Test
        void that_did_not_apply_yet_is_told_so() {
            assertThat(gaps("XB", LocalDate.parse("2018-12-31")))
                    .hasSize(ELEMENTS.ofConvention().size())
                    .allSatisfy(gap -> assertThat(gap.kind()).isEqualTo(Kind.NOT_IN_FORCE));
        }

        @Test
        void that_is_reserved_is_no_gap() {
            assertThat(told(new Gaps(CATALOGUE, topics)
                            .of(new StateCode("XE"), DAY, Set.of("unc.14", "unc.16"))
                            .orElseThrow()))
                    .noneMatch(gap -> gap.contains("unc.14") || gap.contains("unc.16"));
        }

        @Test
        void that_nobody_has_given_is_no_gap_but_unknown() {
            assertThat(new Gaps(CATALOGUE, topics).of(new StateCode("XH"), DAY, Set.of()))
                    .isEmpty();
        }
    }

    @Nested
    class The_letter {
        private final LawWords words = LawWords.load();

        private GapLetter letter(String state, Language language) {
            return GapLetter.write(book(state), gaps(state, DAY), "Esterra", DAY, language, words);
        }

        @Test
        void is_in_the_language_of_the_state() {
            assertThat(GapLetter.languageOf(book("XE"))).isEqualTo(Language.SPANISH);
            assertThat(GapLetter.languageOf(book("XF"))).isEqualTo(Language.CHINESE);
        }

        @Test
        void says_each_gap_with_its_paragraph_and_the_assistance_that_may_help() {
            GapLetter letter = letter("XE", Language.ENGLISH);
            assertThat(letter.items().getLast().text())
                    .isEqualTo("Article 16, Non-consensual dissemination of intimate images: no provision covers it.");
            assertThat(letter.items().getLast().assistance())
                    .isEqualTo("This may be linked to technical assistance: Law on victims and intimate images.");
            assertThat(letter.items().getFirst().text()).contains("Código Penal, art. 264", "Suppression", "9(1)");
            assertThat(letter.opening().get(1)).contains("asesora jurídica");
        }

        @Test
        void names_the_condition_that_is_too_much() {
            assertThat(letter("XB", Language.FRENCH).items().getFirst().text())
                    .contains("Penal Code, s. 312-4", "Entrave grave", "Dommage grave");
        }

        @Test
        void writes_days_as_its_language_does() {
            LocalDate first = LocalDate.parse("2027-03-01");
            GapLetter letter = GapLetter.write(book("XE"), gaps("XE", first), "Esterra", first, Language.FRENCH, words);
            assertThat(letter.opening().getFirst()).contains("1er mars 2027").doesNotContain("2027-03-01");
        }

        @Test
        void keeps_what_is_written_from_right_to_left_apart_in_every_language() {
            assertThat(words.text(Language.ENGLISH, "letter.vouched", "who", "المستشارة"))
                    .contains("\u2068المستشارة\u2069");
            assertThat(words.text(Language.ARABIC, "letter.vouched", "who", "s. 312-4"))
                    .contains("\u2068s. 312-4\u2069");
            assertThat(words.text(Language.ENGLISH, "letter.vouched", "who", "s. 312-4"))
                    .doesNotContain("\u2068");
        }

        @Test
        void says_when_there_is_nothing_to_say() {
            assertThat(letter("XA", Language.RUSSIAN).opening().getLast()).isEqualTo("Пробелов не найдено.");
        }

        @ParameterizedTest
        @org.junit.jupiter.params.provider.EnumSource(Language.class)
        void leaves_no_place_unfilled_and_no_word_missing(Language language) {
            for (String state : List.of("XB", "XC", "XD", "XE", "XG")) {
                GapLetter letter = letter(state, language);
                List<String> all = Stream.of(
                                Stream.of(letter.subject(), letter.closing()),
                                letter.opening().stream(),
                                letter.items().stream().flatMap(item -> Stream.of(item.text(), item.assistance())))
                        .flatMap(texts -> texts)
                        .toList();
                assertThat(all).allSatisfy(text -> assertThat(text).doesNotContain("{", "}", "["));
            }
        }
    }

    @Test
    void everyOffenceHasATopic() {
        assertThat(ELEMENTS.ofConvention().stream().map(OffencePattern::id).map(topics::of))
                .hasSize(11);
    }
}
