package comity.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CleanTest {
    @Nested
    class A_text_from_a_node {
        @Test
        void cannot_command_the_terminal() {
            assertThat(Clean.line("XA\u001b[2J\u001b]0;owned\u0007.PRS\u009b31m"))
                    .isEqualTo("XA[2J]0;owned.PRS31m");
        }

        @Test
        void cannot_begin_a_line_of_its_own() {
            assertThat(Clean.line("one\r\n✔ genuine")).isEqualTo("one ✔ genuine");
        }

        @Test
        void cannot_turn_an_identifier_round() {
            assertThat(Clean.line("nh-\u202e2c13f7\u202c")).isEqualTo("nh-2c13f7");
        }

        @Test
        void keeps_its_letters_in_every_script() {
            assertThat(Clean.line("أرفينيا 阿尔文尼亚 Арвения")).isEqualTo("أرفينيا 阿尔文尼亚 Арвения");
        }

        @Test
        void stays_whole_json_for_a_program() {
            assertThat(Clean.json("{\"a\": \"\u009b\u202e\"}")).isEqualTo("{\"a\": \"\\u009b\\u202e\"}");
        }
    }
}
