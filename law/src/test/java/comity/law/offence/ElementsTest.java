package comity.law.offence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.law.BrokenLawFile;
import comity.law.Law;
import comity.law.LawFiles;
import comity.law.Offence;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsTest {
    private final Elements elements = Elements.load();

    private static String shipped() throws IOException {
        try (InputStream bytes = Law.class.getResourceAsStream(Elements.FILE)) {
            return Utf8.text(java.util.Objects.requireNonNull(bytes).readAllBytes());
        }
    }

    @Nested
    class The_shipped_file {
        @Test
        void breaks_every_offence_of_the_convention_into_elements_and_no_other() {
            List<String> known =
                    Law.load().offences().all().stream().map(Offence::id).toList();
            assertThat(elements.ofConvention()).extracting(OffencePattern::id).isEqualTo(known);
        }

        @Test
        void demands_intent_everywhere_and_without_right_in_all_but_two() {
            for (OffencePattern offence : elements.ofConvention()) {
                assertThat(offence.elements())
                        .as(offence.id())
                        .anyMatch(element ->
                                element.kind() == ElementKind.MENTAL && element.standing() == Standing.REQUIRED);
            }
            assertThat(elements.ofConvention().stream()
                            .filter(offence -> offence.find(offence.id() + "/without-right")
                                    .isEmpty())
                            .map(OffencePattern::id))
                    .containsExactly("unc.15", "unc.17");
        }

        @Test
        void has_for_each_group_at_least_two_alternatives() {
            elements.all().stream()
                    .flatMap(offence -> offence.groups().values().stream())
                    .forEach(group -> assertThat(group).hasSizeGreaterThan(1));
        }

        @Test
        void names_the_options_that_states_may_add_where_the_text_gives_them() {
            assertThat(elements.all().stream()
                            .flatMap(offence -> offence.elements().stream())
                            .filter(element -> element.standing() == Standing.MAY_REQUIRE)
                            .map(element -> element.source().article())
                            .distinct())
                    .containsExactly("7(2)", "8(2)", "9(2)", "12(2)", "14(3)", "15(2)", "16(5)");
        }

        @Test
        void goes_parallel_to_the_budapest_convention_from_its_second_to_its_ninth_article() {
            assertThat(elements.ofConvention().stream().flatMap(offence -> offence.budapest().stream()))
                    .containsExactly("2", "3", "4", "5", "6", "7", "8", "9");
        }
    }

    @Test
    void laundering_follows_the_convention_against_organized_crime() {
        assertThat(Elements.load().ofConvention())
                .filteredOn(offence -> !offence.untoc().isEmpty())
                .singleElement()
                .satisfies(offence -> {
                    assertThat(offence.id()).isEqualTo("unc.17");
                    assertThat(offence.untoc()).containsExactly("6");
                });
    }

    @Nested
    class A_file_that_is_not_whole {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"unc.7/act\" | \"unc.8/act\" | belongs to another offence",
                    "\"unc.7/act\" | \"unc.7/system\" | twice",
                    "\"unc.7/act\" | \"unc7 act\" | not of the form",
                    "\"kind\": \"EXIT\" | \"kind\": \"CONDUCT\" | an exit by its kind",
                    "\"standing\": \"MAY_REQUIRE\" | \"standing\": \"MIGHT\" | must be one of"
                })
        void is_refused_by_file_and_field(String whole, String broken, String reason) throws IOException {
            String json = shipped();
            assertThat(json).contains(whole);
            byte[] bytes = Utf8.bytes(json.replaceFirst(java.util.regex.Pattern.quote(whole), broken));
            assertThatThrownBy(() -> LawFiles.read(Elements.FILE, bytes, Elements::from))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("offence-elements.json, /offences")
                    .hasMessageContaining(reason);
        }
    }
}
