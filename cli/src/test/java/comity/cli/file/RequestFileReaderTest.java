package comity.cli.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFileReaderTest {
    @Nested
    class A_file_in_yaml {
        @ParameterizedTest
        @CsvSource({
            "+9990010001",
            "0123",
            "52990",
            "1e5",
            "0x1F",
            "no",
            "2027-03-13",
            "01:03:45",
            "2027-03-13 01:03:45",
            "~x",
            "1_000"
        })
        void keeps_every_value_as_it_was_typed(String typed) throws Unreadable {
            assertThat(RequestFileReader.parse("value: " + typed).document()).containsEntry("value", typed);
        }

        @Test
        void knows_the_line_of_every_field() throws Unreadable {
            RequestFile file = RequestFileReader.parse("""
                    # a comment
                    requested: XB
                    items:
                      - type: ipv4
                        value: 203.0.113.77
                    """);
            assertThat(file.lineOf("/items/0/value")).contains(5);
            assertThat(file.lineOf("/items/0/port")).contains(4);
            assertThat(file.lineOf("/facts")).isEmpty();
        }

        @Test
        void may_say_yes_as_a_truth_value() throws Unreadable {
            assertThat(RequestFileReader.parse("intended: true").document()).containsEntry("intended", true);
        }

        @Test
        void refuses_aliases_which_can_make_a_small_file_huge() {
            Unreadable refusal =
                    catchThrowableOfType(Unreadable.class, () -> RequestFileReader.parse("a: &x [1]\nb: *x\n"));
            assertThat(refusal.key()).isEqualTo("file.alias");
            assertThat(refusal.line()).isEqualTo(2);
        }

        @Test
        void refuses_a_name_that_stands_twice() {
            Unreadable refusal =
                    catchThrowableOfType(Unreadable.class, () -> RequestFileReader.parse("a: 1\nb: 2\na: 3\n"));
            assertThat(refusal.key()).isEqualTo("file.malformed");
        }

        @Test
        void holds_one_request() {
            Unreadable refusal =
                    catchThrowableOfType(Unreadable.class, () -> RequestFileReader.parse("a: 1\n---\nb: 2\n"));
            assertThat(refusal.key()).isEqualTo("file.more-than-one");
        }
    }

    @Nested
    class A_file_in_json {
        @Test
        void says_the_same_as_one_in_yaml() throws Unreadable {
            Map<String, Object> json = RequestFileReader.parse(
                            "{\"items\": [{\"value\": \"nh-7f31c2\", \"data\": [\"subscriber\"]}], \"days\": 60}")
                    .document();
            Map<String, Object> yaml = RequestFileReader.parse(
                            "items:\n  - value: nh-7f31c2\n    data: [subscriber]\ndays: 60\n")
                    .document();
            assertThat(json).isEqualTo(yaml);
            assertThat(json)
                    .containsEntry("items", List.of(Map.of("value", "nh-7f31c2", "data", List.of("subscriber"))));
        }
    }

    @Nested
    class Something_that_is_no_request_file {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "just a sentence | file.not-a-document",
                    "[1, 2] | file.not-a-document",
                    "{\"a\": | file.malformed"
                })
        void is_named_for_what_it_is(String text, String key) {
            Unreadable refusal = catchThrowableOfType(Unreadable.class, () -> RequestFileReader.parse(text));
            assertThat(refusal.key()).isEqualTo(key);
        }

        @Test
        void may_be_another_encoding(@TempDir Path folder) throws Exception {
            Path file = Files.write(folder.resolve("latin1.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
            Unreadable refusal = catchThrowableOfType(
                    Unreadable.class, () -> RequestFileReader.read(file.toString(), InputStream.nullInputStream()));
            assertThat(refusal.key()).isEqualTo("file.not-utf8");
        }

        @Test
        void may_be_too_large(@TempDir Path folder) throws Exception {
            Path file = Files.write(folder.resolve("large.yaml"), new byte[1_000_001]);
            Unreadable refusal = catchThrowableOfType(
                    Unreadable.class, () -> RequestFileReader.read(file.toString(), InputStream.nullInputStream()));
            assertThat(refusal.key()).isEqualTo("file.too-large");
        }
    }
}
