package comity.directory.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.Entry;
import comity.kernel.Utf8;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EntryJsonTest {
    private final Entry full = Entries.full("XA");

    private static Entry parse(String json) {
        return EntryJson.parse(Utf8.bytes(json));
    }

    @Nested
    class An_entry_file {
        @Test
        void holds_everything_an_entry_knows() {
            assertThat(parse(EntryJson.format(full))).isEqualTo(full);
        }

        @Test
        void may_hold_what_this_version_does_not_know() {
            String newer = EntryJson.format(full).replaceFirst("\\{", "{\"anthem\": \"…\",");
            assertThat(parse(newer)).isEqualTo(full);
        }

        @Test
        void may_give_an_authority_a_function_that_this_version_does_not_know() {
            String newer =
                    EntryJson.format(full).replace("\"extradition\"", "\"extradition\", \"joint-investigation\"");
            assertThat(newer).contains("joint-investigation");
            assertThat(parse(newer)).isEqualTo(full);
        }

        @Test
        void that_leaves_something_out_is_refused_by_name() {
            String without = EntryJson.format(full).replace("\"zone\"", "\"region\"");
            assertThatThrownBy(() -> parse(without))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("XA")
                    .hasMessageContaining("zone");
        }

        @Test
        void with_an_unknown_word_is_refused() {
            String wrong = EntryJson.format(full).replace("\"party\"", "\"friend\"");
            assertThatThrownBy(() -> parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void that_says_a_thing_twice_is_refused() {
            String twice = EntryJson.format(full).replaceFirst("\\{", "{\"state\": \"XB\",");
            assertThatThrownBy(() -> parse(twice)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void that_is_no_JSON_is_refused() {
            assertThatThrownBy(() -> parse("state: XA")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
