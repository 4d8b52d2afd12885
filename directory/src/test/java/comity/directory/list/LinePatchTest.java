package comity.directory.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.Book;
import comity.directory.Entry;
import comity.directory.keys.RegistryKey;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LinePatchTest {
    private static final RegistryKey KEY = RegistryKey.generate();
    private static final int LARGEST = 10_000;

    private static byte[] bytes(String text) {
        return Utf8.bytes(text);
    }

    private static String patched(String former, String next) throws LinePatch.Unfit {
        byte[] patch = LinePatch.ofBook(bytes(former), bytes(next));
        return Utf8.text(LinePatch.applyToBook(patch, bytes(former), LARGEST));
    }

    private static String headed(String former, String rest) {
        return "comity-line-patch 1\nfrom " + Sha256.hex(bytes(former)) + "\n" + rest;
    }

    private static DirectoryList list(long number, List<Entry> entries) {
        return DirectoryList.sign(
                number,
                Instant.EPOCH.plusSeconds(number),
                Duration.ofDays(30),
                Optional.empty(),
                List.of(Book.of("treaties", bytes("{}")).listing()),
                entries,
                KEY);
    }

    @Nested
    class A_patch {
        @Test
        void gives_the_next_file() throws Exception {
            assertThat(patched("a\nb\nc\n", "a\nB\nc\n")).isEqualTo("a\nB\nc\n");
            assertThat(patched("", "a\nb")).isEqualTo("a\nb");
            assertThat(patched("a\nb", "")).isEmpty();
            assertThat(patched("a\na\na\n", "a\na\nb\na\na\n")).isEqualTo("a\na\nb\na\na\n");
        }

        @Test
        void gives_the_next_file_whatever_was_changed() {
            Chance.times(500, chance -> {
                List<String> words = List.of("alpha", "", "a line of some length, in which a word is changed", "z");
                List<String> lines = new ArrayList<>();
                for (int i = chance.number(0, 30); i > 0; i--) {
                    lines.add(chance.oneOf(words) + chance.number(0, 5));
                }
                String former = String.join("\n", lines);
                byte[] next = Mutation.of(bytes(former), chance);
                byte[] patch = LinePatch.ofBook(bytes(former), next);
                try {
                    assertThat(LinePatch.applyToBook(patch, bytes(former), LARGEST))
                            .isEqualTo(next);
                } catch (LinePatch.Unfit e) {
                    throw new AssertionError(e);
                }
            });
        }

        @Test
        void sends_only_what_is_new() {
            String former = IntStream.range(0, 2000)
                    .mapToObj(i -> "a line that is number " + i + "\n")
                    .collect(Collectors.joining());
            String next = former.replace("number 777\n", "number seven\n");
            assertThat(LinePatch.ofBook(bytes(former), bytes(next))).hasSizeLessThan(250);
        }

        @Test
        void of_a_list_gives_its_exact_bytes() throws Exception {
            DirectoryList former = list(1, List.of(Entries.full("XA"), Entries.full("XB")));
            DirectoryList next = list(2, List.of(Entries.full("XA"), Entries.full("XC")));
            byte[] patch = LinePatch.ofList(former.bytes(), next.bytes());
            assertThat(LinePatch.applyToList(patch, former.bytes(), LARGEST * 10))
                    .isEqualTo(next.bytes());
        }
    }

    @Nested
    class One_entry_of_a_long_list {
        /// All codes of two letters that there are.
        private static final int STATES = 26 * 26;

        @Test
        void costs_less_than_a_kilobyte() {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < STATES; i++) {
                entries.add(Entries.full("" + (char) ('A' + i / 26) + (char) ('A' + i % 26)));
            }
            byte[] former = list(1, entries).bytes();
            entries.set(333, confirmed(entries.get(333)));
            entries.add(100, entries.remove(50));
            assertThat(former.length).isGreaterThan(1_000_000);
            assertThat(LinePatch.ofList(former, list(2, entries).bytes()).length)
                    .isLessThan(1000);
        }

        private static Entry confirmed(Entry entry) {
            return new Entry(
                    entry.state(),
                    Map.of("en", "Renamed"),
                    entry.status(),
                    entry.zone(),
                    entry.languages(),
                    entry.desks(),
                    entry.authorities(),
                    entry.node(),
                    entry.preservation(),
                    entry.holidays(),
                    LocalDate.of(2027, 7, 1));
        }
    }

    @Nested
    class What_is_no_patch {
        private static final String FORMER = "one\ntwo\n";

        private void assertUnfit(String patch, String why) {
            assertThatThrownBy(() -> LinePatch.applyToBook(bytes(patch), bytes(FORMER), 20))
                    .isInstanceOf(LinePatch.Unfit.class)
                    .hasMessageContaining(why);
        }

        @Test
        void is_said_in_words() {
            assertUnfit("<html>\n", "not a patch");
            assertUnfit("", "a line does not end");
            assertUnfit(headed("another", "end\n"), "of something else");
            assertUnfit(headed(FORMER, "= 0 9\nend\n"), "copies what is not there");
            assertUnfit(headed(FORMER, "= 999999999 999999999\nend\n"), "copies what is not there");
            assertUnfit(headed(FORMER, "= -1 2\nend\n"), "neither");
            assertUnfit(headed(FORMER, "= 0 8\n= 0 8\n= 0 8\nend\n"), "too large");
            assertUnfit(headed(FORMER, "+ 21\n" + "x".repeat(21) + "\nend\n"), "too large");
            assertUnfit(headed(FORMER, "+ 5\nabc\n"), "ends too early");
            assertUnfit(headed(FORMER, "+ 999999999\nabc\nend\n"), "ends too early");
            assertUnfit(headed(FORMER, "= 0 4\n"), "a line does not end");
            assertUnfit(headed(FORMER, "end\nmore"), "follows its end");
        }

        @Test
        void is_refused_however_it_was_spoiled() {
            byte[] former = list(1, List.of(Entries.full("XA"))).bytes();
            byte[] next =
                    list(2, List.of(Entries.full("XA"), Entries.full("XB"))).bytes();
            byte[] good = LinePatch.ofList(former, next);
            Chance.times(1500, chance -> {
                try {
                    byte[] list = LinePatch.applyToList(Mutation.of(good, chance), former, DirectoryList.LARGEST);
                    assertThat(DirectoryList.verify(list, KEY).bytes()).isEqualTo(next);
                } catch (LinePatch.Unfit | DirectoryList.Refused refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                }
            });
        }
    }
}
