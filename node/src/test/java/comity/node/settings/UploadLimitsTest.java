package comity.node.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.node.settings.ExhibitSettings.UploadLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadLimitsTest {
    @TempDir
    private Path folder;

    private NodeSettings read(String uploads) throws IOException {
        return SettingsFile.read(Files.writeString(
                folder.resolve("node.yaml"), LedgerBucketTest.REST + "exhibits:\n  uploads: " + uploads));
    }

    @Nested
    class What_may_come_in {
        @Test
        void is_as_the_operator_says_and_usual_where_nothing_is_said() throws IOException {
            assertThat(read("{largestFile: 1048576, unfinished: 2}").exhibits().uploads())
                    .isEqualTo(new UploadLimits(1_048_576, 2));
            assertThat(read("{unfinished: 2}").exhibits().uploads())
                    .isEqualTo(new UploadLimits(UploadLimits.USUAL.largestFile(), 2));
            assertThat(read("{}").exhibits()).isEqualTo(ExhibitSettings.USUAL);
        }

        @Test
        void is_written_as_it_is_read() throws IOException {
            NodeSettings settings = read("{largestFile: 1048576, unfinished: 2}");
            SettingsFile.write(folder.resolve("again.yaml"), settings);
            assertThat(SettingsFile.read(folder.resolve("again.yaml"))).isEqualTo(settings);
        }

        @ParameterizedTest
        @CsvSource({
            "largestFile, 0",
            "largestFile, -1",
            "largestFile, 4 TB",
            "largestFile, 9223372036854775808",
            "unfinished, 0",
            "unfinished, 2147483648",
            "unfinished, many"
        })
        void is_a_number_of_one_or_more(String name, String value) {
            assertThatThrownBy(() -> read("{" + name + ": '" + value + "'}"))
                    .isInstanceOf(BadSettings.class)
                    .hasMessageContaining("exhibits.uploads." + name)
                    .hasMessageContaining("“" + value + "” is not a whole number of 1 or more");
        }
    }
}
