package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.web.exhibit.Visitor.Sent;
import comity.web.rest.ExhibitNodes;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The files of an exhibit on its page, from one of a few letters to two thousand.
class ExhibitFilesPagesTest {
    private final ExhibitPeople people = new ExhibitPeople();
    private final ExhibitNodes nodes = people.nodes;
    private final Visitor authority = people.authority;

    @Nested
    class A_file {
        @Test
        void is_compared_with_the_digest_that_came_before_it() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            String digest = Sha256.hex(Utf8.bytes("line one\n"));
            authority.send(
                    exhibit + "/files",
                    Map.of("sha256", digest + "  журнал.txt\n"),
                    List.of(Sent.text("журнал.txt", "line one\n"), Sent.text("b.txt", "")));
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words())
                    .contains("журнал.txt")
                    .contains("9 bytes")
                    .contains("yes, and equal")
                    .contains("no, none came with it")
                    .contains("2 files");
        }

        @Test
        void that_differs_from_its_digest_is_not_kept_and_what_was_typed_is() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            String digest = Sha256.hex(Utf8.bytes("something else"));
            authority.send(exhibit + "/files", Map.of("sha256", digest), List.of(Sent.text("a.txt", "line one\n")));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words())
                    .contains("a.txt: The digest does not fit")
                    .contains("No file has been taken in yet.")
                    .contains(digest);
        }

        @Test
        void stops_all_when_a_digest_cannot_be_read() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.send(exhibit + "/files", Map.of("sha256", "abc"), List.of(Sent.text("a.txt", "line one\n")));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("no SHA-256").contains("No file has been taken in yet.");
        }

        @Test
        void with_a_name_that_leads_out_of_its_folder_is_refused_and_the_others_are_taken() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.send(
                    exhibit + "/files",
                    Map.of("sha256", ""),
                    List.of(Sent.text("..", "x"), Sent.text("good.txt", "y"), Sent.text("good.txt", "z")));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words())
                    .contains("..: Not every machine can write a file of this name")
                    .contains("good.txt: The exhibit has a file of this name already")
                    .contains("1 file");
        }

        @Test
        void is_removed_again() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            authority.submit(exhibit + "/files/remove", Map.of("name", "a.txt"));
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words()).contains("The file is removed.").contains("No file has been taken in yet.");
        }

        @Test
        void is_asked_for_when_none_was_chosen() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("", "")));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("Choose at least one file.");
        }

        @Test
        void is_not_taken_from_the_page_of_a_stranger() throws IOException {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.sendAs(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            assertThat(authority.status).isEqualTo(403);
            authority.get(exhibit);
            assertThat(authority.words()).contains("No file has been taken in yet.");
        }

        @Test
        void from_a_page_of_an_earlier_session_is_not_taken_and_what_was_typed_is_offered_back() {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            String digest = Sha256.hex(Utf8.bytes("x"));
            authority.comeAgain();
            authority.send(exhibit + "/files", Map.of("sha256", digest), List.of(Sent.text("a.txt", "x")));
            assertThat(authority.path).startsWith("/kept/");
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.body).contains(digest);
            authority.get(exhibit);
            assertThat(authority.words()).contains("No file has been taken in yet.");
        }

        @Test
        void of_many_bytes_is_compared_while_it_comes_and_the_page_shows_how_far_its_sealing_is() throws IOException {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            authority.sendStream(
                    exhibit + "/files",
                    Map.of("sha256", Repeating.sha256(MANY)),
                    "large.bin",
                    HttpRequest.BodyPublishers.ofInputStream(() -> new Repeating(MANY)));
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words()).contains("yes, and equal");
            try (Stream<Path> left = Files.walk(nodes.shelfOfHolding())) {
                assertThat(left.filter(file -> file.toString().endsWith(".part")))
                        .isEmpty();
            }
            authority.get(exhibit + "/hand-over");
            authority.submit(exhibit + "/hand-over", Map.of());
            nodes.until(() -> authority.body.contains(" of 402,653,184 bytes done")
                    || authority.get(exhibit) == 200 && authority.body.contains(" of 402,653,184 bytes done"));
            assertThat(authority.body)
                    .contains("<progress id=\"work-bar\"")
                    .contains("<label for=\"work-bar\">Sealing");
            assertThat(authority.header("Refresh")).isEqualTo("20; url=" + exhibit + "?waited=20");
        }

        @Test
        void that_is_larger_than_the_node_takes_is_not_kept_and_the_most_is_said_before_and_after() throws IOException {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            assertThat(authority.words()).contains("up to 335,544,320 bytes");
            authority.sendStream(
                    exhibit + "/files",
                    Map.of("sha256", ""),
                    "disk.img",
                    HttpRequest.BodyPublishers.ofInputStream(() -> new Repeating(TOO_MANY)));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words())
                    .contains("disk.img: It is larger than 335,544,320 bytes")
                    .contains("No file has been taken in yet.");
            try (Stream<Path> left = Files.walk(nodes.shelfOfHolding())) {
                assertThat(left.filter(file -> file.toString().endsWith(".part")))
                        .isEmpty();
            }
        }

        private static final long TOO_MANY = (320L << 20) + 1;
        private static final long MANY = 192L * 1024 * 1024;
    }

    @Nested
    class Two_thousand_files {
        private static final int FILES = 2_000;
        private static final Pattern FILE = Pattern.compile("<th scope=\"row\"><bdi dir=\"auto\">(\\d+)\\.txt<");

        private List<Integer> shown() {
            return FILE.matcher(authority.body)
                    .results()
                    .map(found -> Integer.parseInt(found.group(1)))
                    .toList();
        }

        private String link(String rel) {
            Matcher link = Pattern.compile("rel=\"" + rel + "\" href=\"([^\"#]+file=[^\"#]+)")
                    .matcher(authority.body);
            return link.find() ? link.group(1) : "";
        }

        @Test
        void are_shown_in_stretches_that_come_over_a_thin_line_and_printed_whole() throws IOException {
            String exhibit = people.begun(authority, ExhibitPeople.wish());
            nodes.takeIn(exhibit.substring("/exhibits/".length()), FILES);
            authority.get(exhibit);
            assertThat(shown()).hasSize(50).startsWith(1).endsWith(50);
            assertThat(authority.words()).contains("2,000 files").contains("Files 1 to 50 of 2,000");
            assertThat(link("prev")).isEmpty();
            assertThat(ExhibitPeople.compressed(authority.body)).isLessThan(25_000);

            authority.get(link("next"));
            assertThat(shown()).startsWith(51).endsWith(100);
            authority.submit(exhibit + "/files/remove", Map.of("name", "0051.txt", "from", "51"));
            assertThat(authority.words()).contains("The file is removed.").contains("Files 51 to 100 of 1,999");
            assertThat(shown()).startsWith(52);
            authority.get(exhibit + "?file=99999");
            assertThat(shown()).hasSize(50).endsWith(2_000);
            assertThat(link("next")).isEmpty();
            authority.get(exhibit + "?file=nonsense");
            assertThat(shown()).startsWith(1);
            authority.get(exhibit + "/print");
            assertThat(shown()).hasSize(1_999);
        }
    }

    /// Bytes that nobody has to hold.
    private static final class Repeating extends InputStream {
        private long left;

        Repeating(long bytes) {
            this.left = bytes;
        }

        static String sha256(long bytes) throws IOException {
            MessageDigest digest = Sha256.newDigest();
            try (InputStream in = new Repeating(bytes)) {
                byte[] buffer = new byte[1 << 16];
                for (int read = in.read(buffer, 0, buffer.length); read > 0; read = in.read(buffer, 0, buffer.length)) {
                    digest.update(buffer, 0, read);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public int read() {
            return left-- > 0 ? (int) (left & 0x7f) : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            int now = (int) Math.min(length, left);
            if (now <= 0) {
                return -1;
            }
            java.util.Arrays.fill(buffer, from, from + now, (byte) 'r');
            left -= now;
            return now;
        }
    }
}
