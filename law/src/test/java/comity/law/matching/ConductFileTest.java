package comity.law.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.law.BrokenLawFile;
import comity.law.offence.Elements;
import comity.law.offence.Part;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConductFileTest {
    private static final String WHOLE = """
            {"about": "Encrypts files.", "part": "ATTEMPT",
             "acts": [{"act": "locks", "offences": [{"offence": "unc.9", "ways": ["unc.9/alter"]}]}],
             "shown": ["serious-harm", "unc.9/serious-harm"], "ruledOut": ["unc.9/delete"]}""";

    private final ConductFile file = new ConductFile(Elements.load());

    private Conduct read(String json) {
        return file.read("conduct.json", Utf8.bytes(json));
    }

    @Nested
    class A_file {
        @Test
        void is_read_whole() {
            Conduct conduct = read(WHOLE);
            assertThat(conduct.part()).isEqualTo(Part.ATTEMPT);
            assertThat(conduct.acts().getFirst().offences().getFirst().ways()).containsExactly("unc.9/alter");
            assertThat(conduct.ruledOut()).containsExactly("unc.9/delete");
        }

        @Test
        void without_a_part_is_about_who_did_it() {
            assertThat(read(WHOLE.replace("\"part\": \"ATTEMPT\",", "")).part()).isEqualTo(Part.COMMITTED);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"unc.9\"|\"unc.6\"|/acts/0/offences/0/offence|is not an offence",
                    "unc.9/alter|unc.9/data|/acts/0/offences/0/ways/0|is not an alternative",
                    "unc.9/alter|unc.7/act|/acts/0/offences/0/ways/0|is not an alternative",
                    "\"serious-harm\"|\"Serious Harm\"|/shown/0|neither an element nor",
                    "unc.9/delete|unc.9/serious-harm|whole file|shown and that it is ruled out",
                    "ATTEMPT|TRIED|/part|must be one of",
                    "\"acts\"|\"deeds\"|/acts|is missing"
                })
        void is_refused_by_place_and_reason(String good, String bad, String place, String reason) {
            assertThat(WHOLE).contains(good);
            assertThatThrownBy(() -> read(WHOLE.replace(good, bad)))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("conduct.json, " + place)
                    .hasMessageContaining(reason);
        }

        @Test
        void that_is_too_long_is_refused() {
            assertThatThrownBy(() -> read(WHOLE + " ".repeat(256 << 10)))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("longer");
        }
    }
}
