package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.web.exhibit.Visitor.Sent;
import comity.web.rest.ExhibitNodes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ExhibitPagesTest {
    private static final Pattern REFERENCE = Pattern.compile("/exhibits/(X[A-Z]\\.EVD\\.\\d{4}\\.\\d{6}-.)");
    private static final int MOST_BYTES = 45_000;

    private final ExhibitNodes nodes = new ExhibitNodes();
    private final Visitor authority = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));

    private static Map<String, String> wish() {
        return Map.of(
                "/title",
                "bucket-ward9 logs",
                "/order/reference",
                "XB 12/2027",
                "/order/article",
                "unc.44",
                "/order/item",
                "item 1",
                "/order/conditions",
                "Only for this case.",
                "/sensitive",
                "no");
    }

    private static Map<String, String> with(String field, String value) {
        Map<String, String> changed = new HashMap<>(wish());
        changed.put(field, value);
        return changed;
    }

    /// Begins an exhibit on the pages; gives its address.
    private String begun(Visitor who, Map<String, String> wish) {
        String request = nodes.held();
        who.get("/requests/" + request + "/exhibits/new");
        assertThat(who.status).isEqualTo(200);
        who.submit("/requests/" + request + "/exhibits/new", wish);
        Matcher reference = REFERENCE.matcher(who.path);
        assertThat(reference.find()).as(who.words()).isTrue();
        return "/exhibits/" + reference.group(1);
    }

    private String handedOver(Map<String, String> wish, Sent... files) {
        String exhibit = begun(authority, wish);
        authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(files));
        authority.get(exhibit + "/hand-over");
        authority.submit(exhibit + "/hand-over", Map.of());
        assertThat(authority.status).isEqualTo(200);
        return exhibit;
    }

    private Visitor receiver(String exhibit) {
        Visitor receiver = Visitor.signedIn(nodes.asking(Role.CENTRAL_AUTHORITY));
        nodes.until(() -> receiver.get(exhibit) == 200 && receiver.words().contains("Received whole"));
        return receiver;
    }

    private static int compressed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Utf8.bytes(text));
        }
        return bytes.size();
    }

    @Nested
    class Beginning_an_exhibit {
        @Test
        void is_offered_on_the_page_of_a_request_that_is_held_for_assistance() {
            String request = nodes.held();
            authority.get("/requests/" + request);
            assertThat(authority.words()).contains("Hand over evidence");
            authority.get("/requests/" + nodes.received());
            assertThat(authority.words()).doesNotContain("Hand over evidence").doesNotContain("Exhibits");
        }

        @Test
        void says_all_that_is_missing_and_loses_nothing() {
            String form = "/requests/" + nodes.held() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, Map.of("/title", "", "/order/conditions", "kept <as> typed"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.body)
                    .contains("id=\"/title-wrong\"")
                    .contains("id=\"/order/reference-wrong\"")
                    .contains("id=\"/sensitive-wrong\"")
                    .contains("kept &lt;as&gt; typed");
        }

        @Test
        void is_refused_in_words_when_no_request_for_assistance_stands_behind_it() {
            String form = "/requests/" + nodes.received() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, wish());
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("A preservation alone lets nothing out.");
        }

        @Test
        void says_how_long_a_line_may_be() {
            String form = "/requests/" + nodes.held() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, with("/title", "x".repeat(501)));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("Shorten it to 500 characters");
        }

        @Test
        void leads_to_its_page_and_stands_on_the_page_of_the_request() {
            String exhibit = begun(authority, wish());
            assertThat(authority.words())
                    .contains("bucket-ward9 logs")
                    .contains("Being put together")
                    .contains("Only for this case.")
                    .contains("It was collected under an order.")
                    .contains("does not prove what happened before collection");
            Matcher request = Pattern.compile("/requests/(XA\\.PRS\\.[^\"]+)\"").matcher(authority.body);
            assertThat(request.find()).isTrue();
            authority.get("/requests/" + request.group(1));
            assertThat(authority.body).contains(exhibit);
        }
    }

    @Nested
    class A_file {
        @Test
        void is_compared_with_the_digest_that_came_before_it() {
            String exhibit = begun(authority, wish());
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
            String exhibit = begun(authority, wish());
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
            String exhibit = begun(authority, wish());
            authority.send(exhibit + "/files", Map.of("sha256", "abc"), List.of(Sent.text("a.txt", "line one\n")));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("no SHA-256").contains("No file has been taken in yet.");
        }

        @Test
        void with_a_name_that_leads_out_of_its_folder_is_refused_and_the_others_are_taken() {
            String exhibit = begun(authority, wish());
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
            String exhibit = begun(authority, wish());
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            authority.submit(exhibit + "/files/remove", Map.of("name", "a.txt"));
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words()).contains("The file is removed.").contains("No file has been taken in yet.");
        }

        @Test
        void is_asked_for_when_none_was_chosen() {
            String exhibit = begun(authority, wish());
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("", "")));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("Choose at least one file.");
        }

        @Test
        void is_not_taken_from_the_page_of_a_stranger() throws IOException {
            String exhibit = begun(authority, wish());
            authority.sendAs(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            assertThat(authority.status).isEqualTo(403);
            authority.get(exhibit);
            assertThat(authority.words()).contains("No file has been taken in yet.");
        }

        @Test
        void from_a_page_of_an_earlier_session_is_not_taken_and_what_was_typed_is_offered_back() {
            String exhibit = begun(authority, wish());
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
            String exhibit = begun(authority, wish());
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
            assertThat(authority.header("Refresh")).endsWith("; url=" + exhibit);
        }

        @Test
        void that_is_larger_than_the_node_takes_is_not_kept_and_the_most_is_said_before_and_after() throws IOException {
            String exhibit = begun(authority, wish());
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
    class An_upload_that_is_not_whole {
        private static final byte[] FILE = new byte[10_000];

        private final String exhibit = begun(authority, wish());
        private final String reference = exhibit.substring("/exhibits/".length());
        private final String upload = nodes.beginUpload(authority.script(), reference, "disk & 1.img", FILE, 4_000);
        private final String form = exhibit + "/uploads/" + upload.substring(upload.lastIndexOf('/') + 1) + "/give-up";

        @Test
        void stands_on_the_page_and_is_given_up_by_a_form() {
            authority.get(exhibit);
            assertThat(authority.words())
                    .contains("Not whole yet")
                    .contains("disk & 1.img")
                    .contains("4,000 of 10,000 bytes")
                    .contains("No file has been taken in yet.");
            assertThat(authority.body).contains("action=\"" + form + "\"");
            authority.submit(form, Map.of());
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words())
                    .contains("The upload is given up. What had come of it is thrown away.")
                    .doesNotContain("Not whole yet");
            assertThat(authority.submit(form, Map.of())).isEqualTo(409);
            assertThat(authority.words()).contains("There is nothing to give up any more");
        }

        @Test
        void is_its_persons_alone() {
            Visitor other = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));
            other.get(exhibit);
            assertThat(other.words()).doesNotContain("Not whole yet");
            assertThat(other.submit(form, Map.of())).isEqualTo(409);
            authority.get(exhibit);
            assertThat(authority.words()).contains("4,000 of 10,000 bytes");
        }

        @Test
        void is_not_given_up_while_more_of_it_comes() {
            authority.get(exhibit);
            nodes.whileMoreComes(authority.script(), upload, 4_000, () -> authority.submit(form, Map.of()));
            assertThat(authority.status).isEqualTo(409);
            assertThat(authority.words())
                    .contains("The file is coming in at this moment.")
                    .contains("Not whole yet");
        }

        @Test
        void stands_there_still_when_the_exhibit_was_handed_over_without_it() {
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            authority.get(exhibit + "/hand-over");
            authority.submit(exhibit + "/hand-over", Map.of());
            assertThat(authority.words()).contains("Not whole yet");
            authority.submit(form, Map.of());
            assertThat(authority.words()).contains("The upload is given up.").doesNotContain("Not whole yet");
        }

        @Test
        void is_told_of_in_each_of_the_six_languages() {
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
                reader.get(exhibit);
                nodes.beginUpload(reader.script(), reference, "b.img", FILE, 4_000);
                reader.get(exhibit);
                assertThat(reader.body)
                        .contains("b.img")
                        .contains("/give-up\"")
                        .doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
                assertThat(reader.submit(form, Map.of())).isEqualTo(409);
                assertThat(reader.body).doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
            }
        }
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
            String exhibit = begun(authority, wish());
            nodes.takeIn(exhibit.substring("/exhibits/".length()), FILES);
            authority.get(exhibit);
            assertThat(shown()).hasSize(50).startsWith(1).endsWith(50);
            assertThat(authority.words()).contains("2,000 files").contains("Files 1 to 50 of 2,000");
            assertThat(link("prev")).isEmpty();
            assertThat(compressed(authority.body)).isLessThan(25_000);

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

    @Nested
    class Handing_over {
        @Test
        void says_first_for_whom_it_is_sealed_and_that_the_files_in_clear_go() {
            String exhibit = begun(authority, wish());
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            authority.get(exhibit + "/hand-over");
            assertThat(authority.words())
                    .contains("Arvenia")
                    .containsPattern("Sealed to the key ([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")
                    .contains("the files in clear are taken away")
                    .contains("1 file · 1 byte");
        }

        @Test
        void needs_a_file() {
            String exhibit = begun(authority, wish());
            authority.get(exhibit + "/hand-over");
            authority.submit(exhibit + "/hand-over", Map.of());
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("No file has been taken in yet.");
        }

        @Test
        void ends_with_the_other_state_having_it_whole_opening_it_and_putting_it_away() throws IOException {
            String exhibit = handedOver(wish(), Sent.text("a.txt", "line one\n"), Sent.text("日志.csv", "1,2\n"));
            Visitor receiver = receiver(exhibit);
            assertThat(receiver.words())
                    .contains("it is what Belmora sealed")
                    .contains("The chains of both States are whole")
                    .contains("It came whole and fits its seal.");
            nodes.until(() -> authority.get(exhibit) == 200 && authority.words().contains("Delivered whole"));

            receiver.get(exhibit + "/open");
            receiver.submit(exhibit + "/open", Map.of("/why", ""));
            assertThat(receiver.status).isEqualTo(422);
            receiver.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            nodes.until(() -> receiver.get(exhibit) == 200 && receiver.body.contains("/opened.zip"));
            assertThat(receiver.words()).contains("Order 7 of the court");

            receiver.get(exhibit + "/opened.zip");
            assertThat(receiver.header("Content-Disposition")).startsWith("attachment; filename=\"XB.EVD.");
            assertThat(receiver.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(receiver.header("Content-Type")).isEqualTo("application/zip");
            Map<String, String> unzipped = unzipped(receiver.bytes());
            assertThat(unzipped.entrySet())
                    .anyMatch(file ->
                            file.getKey().endsWith("/日志.csv") && file.getValue().equals("1,2\n"))
                    .anyMatch(file ->
                            file.getKey().endsWith("/a.txt") && file.getValue().equals("line one\n"));

            receiver.get(exhibit + "/put-away");
            receiver.submit(exhibit + "/put-away", Map.of());
            assertThat(receiver.words()).contains("What was opened is gone from this node.");
            assertThat(receiver.get(exhibit + "/opened.zip")).isIn(404, 409);
        }

        private static Map<String, String> unzipped(byte[] zip) throws IOException {
            Map<String, String> files = new HashMap<>();
            try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    files.put(entry.getName(), Utf8.text(in.readAllBytes()));
                }
            }
            return files;
        }
    }

    @Nested
    class An_exhibit_that_was_received {
        @Test
        void is_checked_noted_and_destroyed_with_each_act_in_the_custody() {
            String exhibit = handedOver(wish(), Sent.text("a.txt", "x"));
            Visitor receiver = receiver(exhibit);
            receiver.get(exhibit + "/check");
            receiver.submit(exhibit + "/check", Map.of());
            assertThat(receiver.status).isEqualTo(200);
            nodes.until(() -> receiver.get(exhibit) == 200 && receiver.words().contains("It was examined."));

            receiver.get(exhibit + "/note");
            receiver.submit(exhibit + "/note", Map.of());
            assertThat(receiver.status).isEqualTo(422);
            receiver.submit(
                    exhibit + "/note", Map.of("/kind", "handed-over", "/hand", "court", "/what", "File 3, court 12"));
            assertThat(receiver.words()).contains("It stands in the custody.").contains("File 3, court 12");

            receiver.get(exhibit + "/destroy");
            receiver.submit(exhibit + "/destroy", Map.of("/reason", "The case is closed."));
            assertThat(receiver.status).isEqualTo(422);
            assertThat(receiver.words()).contains("Tick the box to confirm.");
            receiver.submit(exhibit + "/destroy", Map.of("/reason", "The case is closed.", "/confirm", "yes"));
            assertThat(receiver.status).isEqualTo(200);
            assertThat(receiver.words()).contains("It is destroyed.").contains("The case is closed.");
            assertThat(receiver.body).doesNotContain(exhibit + "/destroy\"");
        }

        @Test
        void warns_before_it_is_opened_when_it_is_sensitive() {
            String exhibit = handedOver(with("/sensitive", "yes"), Sent.text("a.txt", "x"));
            Visitor receiver = receiver(exhibit);
            assertThat(receiver.words())
                    .contains("Sensitive: nobody should see its contents without need.")
                    .contains("Offer received")
                    .doesNotContain("Begun");
            receiver.get(exhibit + "/open");
            assertThat(receiver.words()).contains("Nothing is shown here; it is only loaded down.");
        }

        @Test
        void is_opened_by_two_people_when_it_is_sensitive() {
            String exhibit = handedOver(with("/sensitive", "yes"), Sent.text("a.txt", "x"));
            Visitor first = receiver(exhibit);
            first.get(exhibit + "/open");
            assertThat(first.words()).contains("Two people open it.");
            first.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            assertThat(first.words())
                    .contains("Your wish to open it is noted.")
                    .contains("You want to open it. A second person must open it until");
            assertThat(first.body).doesNotContain("href=\"" + exhibit + "/open\"");
            first.get(exhibit + "/open");
            first.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            assertThat(first.words()).contains("A second person is needed: you have asked already");
            assertThat(first.body).doesNotContain("/opened.zip");

            Visitor second = receiver(exhibit);
            assertThat(second.words()).contains("One person wants to open it: Central authority.");
            second.get(exhibit + "/open");
            second.submit(exhibit + "/open", Map.of("/why", "Present at the opening"));
            nodes.until(() -> second.get(exhibit) == 200 && second.body.contains("/opened.zip"));
            assertThat(second.words())
                    .contains("Order 7 of the court")
                    .containsIgnoringCase("Second person: central authority")
                    .contains("Reason of the second person: Present at the opening")
                    .doesNotContain("must open it until")
                    .doesNotContain("How long it lay open");
            Visitor oversight = Visitor.signedIn(nodes.asking(Role.OVERSIGHT));
            oversight.get(exhibit);
            assertThat(oversight.words()).contains("How long it lay open").contains("Central authority");
        }

        @Test
        void says_in_each_of_the_six_languages_that_it_waits_for_a_second_person() {
            String exhibit = handedOver(with("/sensitive", "yes"), Sent.text("a.txt", "x"));
            Visitor first = receiver(exhibit);
            first.get(exhibit + "/open");
            first.submit(exhibit + "/open", Map.of("/why", "Order 7 of the court"));
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.asking(Role.CENTRAL_AUTHORITY, language));
                for (String page : List.of("", "?done=open-noted", "?done=open-again", "/open")) {
                    assertThat(reader.get(exhibit + page))
                            .as("%s %s", page, language)
                            .isEqualTo(200);
                    assertThat(reader.body).doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
                }
                assertThat(reader.get(exhibit)).isEqualTo(200);
                assertThat(reader.body).contains("id=\"awaits\"");
            }
        }
    }

    @Nested
    class The_custody_paper {
        @Test
        void is_three_pages_in_the_language_of_the_reader_that_say_they_are_a_drill() throws IOException {
            String exhibit = begun(authority, wish());
            assertThat(authority.body).contains("href=\"" + exhibit + "/custody.pdf\" download");
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
                assertThat(reader.get(exhibit + "/custody.pdf")).isEqualTo(200);
                assertThat(reader.header("Content-Type")).isEqualTo("application/pdf");
                assertThat(reader.header("Content-Language")).isEqualTo(language.tag());
                assertThat(reader.header("Content-Disposition"))
                        .isEqualTo("attachment; filename=\"custody-" + exhibit.substring(10) + ".pdf\"");
                assertThat(reader.header("X-Content-Type-Options")).isEqualTo("nosniff");
                try (PDDocument paper = Loader.loadPDF(reader.bytes())) {
                    assertThat(paper.getNumberOfPages()).isEqualTo(3);
                    assertThat(paper.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
                    for (int page = 1; page <= 3; page++) {
                        PDFTextStripper text = new PDFTextStripper();
                        text.setStartPage(page);
                        text.setEndPage(page);
                        assertThat(text.getText(paper)).contains("DRILL").contains(exhibit.substring(10));
                    }
                }
            }
        }

        @Test
        void is_not_for_whoever_does_not_see_the_case() {
            String exhibit = handedOver(wish(), Sent.text("a.txt", "x"));
            receiver(exhibit);
            Visitor investigator = Visitor.signedIn(nodes.asking(Role.INVESTIGATOR));
            assertThat(investigator.get(exhibit + "/custody.pdf")).isEqualTo(404);
        }

        @Test
        void is_asked_for_again_a_moment_later_when_too_many_are_printed() {
            String exhibit = begun(authority, wish());
            Printing printing = nodes.printingOfHolding();
            printing.inTurn(() -> printing.inTurn(() -> authority.get(exhibit + "/custody.pdf")));
            assertThat(authority.status).isEqualTo(503);
            assertThat(authority.header("Retry-After")).isEqualTo("2");
            assertThat(authority.words()).contains("it has too much to do at this moment");
            assertThat(authority.get(exhibit + "/custody.pdf")).isEqualTo(200);
        }
    }

    @Nested
    class An_offer {
        @Test
        void is_taken_back_with_a_reason() {
            String exhibit = handedOver(wish(), Sent.text("a.txt", "x"));
            nodes.until(() -> authority.get(exhibit) == 200
                    && (authority.words().contains("Offered")
                            || authority.words().contains("Delivered")));
            authority.get(exhibit + "/withdraw");
            authority.submit(exhibit + "/withdraw", Map.of("/reason", "Sent by mistake."));
            assertThat(authority.status).isEqualTo(200);
            assertThat(authority.words()).contains("Offer taken back").contains("Sent by mistake.");
        }
    }

    @Nested
    class A_custody_of_a_thousand_events {
        private static final int EXAMINED = 1000;
        private static final Pattern EVENT = Pattern.compile("Examination number (\\d+)<");

        private static List<Integer> shown(Visitor reader) {
            return EVENT.matcher(reader.body)
                    .results()
                    .map(found -> Integer.parseInt(found.group(1)))
                    .toList();
        }

        @Test
        void is_shown_in_stretches_beside_one_small_picture_and_printed_whole() throws IOException {
            String exhibit = handedOver(wish(), Sent.text("a.txt", "x"));
            Visitor reader = receiver(exhibit);
            nodes.examineOften(exhibit.substring("/exhibits/".length()), EXAMINED);

            reader.get(exhibit);
            assertThat(shown(reader)).hasSize(25).startsWith(976).endsWith(1000);
            assertThat(reader.words()).contains("Earlier events").doesNotContain("Later events");
            assertThat(reader.body)
                    .as("a mark leads to its row, wherever that stands")
                    .contains("href=\"#event-1005\"")
                    .contains("href=\"" + exhibit + "?from=1#event-1\"");
            assertThat(compressed(reader.body)).isLessThan(25_000);
            assertThat(Pattern.compile("(?s)<svg.*?</svg>").matcher(reader.body).results())
                    .allMatch(svg -> Utf8.bytes(svg.group()).length <= 25_000);

            int pages = 1;
            Matcher earlier = Pattern.compile("rel=\"prev\" href=\"([^\"#]+)").matcher(reader.body);
            List<Integer> all = new java.util.ArrayList<>(shown(reader));
            while (earlier.find()) {
                reader.get(earlier.group(1));
                all.addAll(0, shown(reader));
                earlier = Pattern.compile("rel=\"prev\" href=\"([^\"#]+)").matcher(reader.body);
                pages++;
            }
            assertThat(reader.words()).contains("Received whole").contains("Later events");
            assertThat(pages).isEqualTo(41);
            assertThat(all.stream().distinct()).hasSize(EXAMINED);

            reader.get(exhibit + "?from=nonsense");
            assertThat(reader.status).isEqualTo(200);
            reader.get(exhibit + "/print");
            assertThat(shown(reader)).hasSize(EXAMINED);
        }
    }

    @Nested
    class The_last_day_of_keeping_it {
        @Test
        void is_on_the_page_and_is_a_day_that_has_not_passed() {
            begun(authority, with("/order/keepUntil", "2199-12-31"));
            assertThat(authority.words())
                    .contains("Keep until at the latest 31 Dec 2199")
                    .doesNotContain("Destroy it, or");
            String form = "/requests/" + nodes.held() + "/exhibits/new";
            authority.get(form);
            authority.submit(form, with("/order/keepUntil", "31.12.2199"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("“31.12.2199” is not a day.");
            authority.get(form);
            authority.submit(form, with("/order/keepUntil", "2001-01-01"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.words()).contains("This day has passed.");
        }
    }

    @Nested
    class The_last_day_when_it_has_passed {
        @Test
        void is_warned_of_and_takes_nothing_away() {
            String exhibit =
                    begun(authority, with("/order/keepUntil", nodes.today().toString()));
            assertThat(authority.body).doesNotContain("kept-too-long");
            nodes.advance(Duration.ofDays(2));
            Visitor later = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY));
            later.get(exhibit);
            assertThat(later.body).contains("id=\"kept-too-long\"");
            assertThat(later.words()).contains("nothing is deleted by itself").contains("Being put together");
        }
    }

    @Nested
    class What_is_not_handed_over {
        @Test
        void is_listed_on_a_page_and_given_out_as_a_file_to_those_who_hand_over() {
            String exhibit = begun(authority, wish());
            authority.get(exhibit + "/list-remainder");
            authority.submit(
                    exhibit + "/list-remainder",
                    Map.of("/ground", "outside-order", "/list", "a".repeat(64) + "  mail.mbox"));
            assertThat(authority.status).as(authority.words()).isEqualTo(200);
            assertThat(authority.words())
                    .contains("The list is sealed.")
                    .contains("The order does not cover it")
                    .contains("1 thing");
            authority.get(exhibit + "/remainders/1.json");
            assertThat(authority.header("Content-Disposition")).startsWith("attachment;");
            assertThat(authority.body).contains("mail.mbox");
            assertThat(authority.get(exhibit + "/remainders/2.json")).isEqualTo(404);

            Visitor officer = Visitor.signedIn(nodes.holding(Role.DUTY_OFFICER));
            officer.get(exhibit);
            assertThat(officer.body).doesNotContain("remainders/1.json");
            assertThat(officer.get(exhibit + "/remainders/1.json")).isEqualTo(403);
        }

        @Test
        void stays_as_typed_when_a_line_is_no_digest() {
            String exhibit = begun(authority, wish());
            authority.get(exhibit + "/list-remainder");
            authority.submit(exhibit + "/list-remainder", Map.of("/ground", "filtered", "/list", "my <list>"));
            assertThat(authority.status).isEqualTo(422);
            assertThat(authority.body)
                    .contains("id=\"/list-wrong\"")
                    .contains("my &lt;list&gt;")
                    .contains("At least one line is no SHA-256");
        }
    }

    @Nested
    class A_person {
        @Test
        void at_the_desk_puts_together_and_does_not_hand_over() {
            Visitor officer = Visitor.signedIn(nodes.holding(Role.DUTY_OFFICER));
            String exhibit = begun(officer, wish());
            officer.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            assertThat(officer.status).isEqualTo(200);
            assertThat(officer.body).doesNotContain(exhibit + "/hand-over");
            assertThat(officer.get(exhibit + "/hand-over")).isEqualTo(403);
            officer.get(exhibit);
            assertThat(officer.submit(exhibit + "/hand-over", Map.of())).isEqualTo(403);
        }

        @Test
        void of_oversight_reads_and_changes_nothing() {
            String exhibit = begun(authority, wish());
            Visitor oversight = Visitor.signedIn(nodes.holding(Role.OVERSIGHT));
            assertThat(oversight.get(exhibit)).isEqualTo(200);
            assertThat(oversight.body).doesNotContain("files-form").doesNotContain("id=\"acts\"");
            assertThat(oversight.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x"))))
                    .isEqualTo(403);
            oversight.get(exhibit);
            assertThat(oversight.submit(exhibit + "/destroy", Map.of("/reason", "x", "/confirm", "yes")))
                    .isEqualTo(403);
        }

        @Test
        void who_investigates_another_case_finds_nothing() {
            String exhibit = handedOver(wish(), Sent.text("a.txt", "x"));
            receiver(exhibit);
            Visitor investigator = Visitor.signedIn(nodes.asking(Role.INVESTIGATOR));
            assertThat(investigator.get(exhibit)).isEqualTo(404);
            assertThat(investigator.get(exhibit + "/open")).isEqualTo(404);
            assertThat(investigator.get(exhibit + "/opened.zip")).isEqualTo(404);
        }

        @Test
        void finds_nothing_under_a_name_that_is_none() {
            assertThat(authority.get("/exhibits/XB.EVD.2027.999999-K")).isEqualTo(404);
            assertThat(authority.get("/exhibits/nonsense")).isEqualTo(404);
        }
    }

    @Nested
    class The_page {
        @Test
        void is_read_from_right_to_left_in_arabic() {
            String exhibit = begun(authority, wish());
            Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, Language.ARABIC));
            reader.get(exhibit);
            assertThat(reader.body).contains("<html lang=\"ar\" dir=\"rtl\">").contains("مسار الحيازة");
            assertThat(reader.body).doesNotContain("[exhibit.");
        }

        @Test
        void is_whole_in_each_of_the_six_languages() {
            String exhibit = begun(authority, with("/sensitive", "yes"));
            authority.send(exhibit + "/files", Map.of("sha256", ""), List.of(Sent.text("a.txt", "x")));
            for (Language language : Language.values()) {
                Visitor reader = Visitor.signedIn(nodes.holding(Role.CENTRAL_AUTHORITY, language));
                for (String page : List.of("", "/hand-over", "/destroy", "/print")) {
                    assertThat(reader.get(exhibit + page))
                            .as("%s %s", page, language)
                            .isEqualTo(200);
                    assertThat(reader.body).doesNotContainPattern("\\[[a-z-]+\\.[a-z.-]+]");
                }
            }
        }

        @Test
        void is_light_enough_for_a_bad_line() throws IOException {
            String exhibit = handedOver(wish(), Sent.text("a.txt", "x"));
            Visitor receiver = receiver(exhibit);
            String without = receiver.body.replaceAll("(?s)<svg.*?</svg>", "");
            assertThat(Utf8.bytes(without).length).isLessThan(MOST_BYTES);
            assertThat(Pattern.compile("(?s)<svg.*?</svg>")
                            .matcher(receiver.body)
                            .results())
                    .hasSize(2)
                    .allMatch(svg -> Utf8.bytes(svg.group()).length <= 25_000);
            assertThat(compressed(receiver.body)).isLessThan(25_000);
        }

        @Test
        void has_one_picture_for_a_desk_and_one_for_a_telephone_and_shows_only_one_of_them() {
            begun(authority, wish());
            assertThat(authority.body)
                    .containsPattern("<div class=\"broad\"><svg [^>]*width=\"720\"")
                    .containsPattern("<div class=\"slim\"><svg [^>]*width=\"320\"");
            Matcher sheet = Pattern.compile("href=\"([^\"]*\\.css[^\"]*)\"").matcher(authority.body);
            assertThat(sheet.find()).isTrue();
            authority.get(sheet.group(1));
            // Not out of sight only: what is not displayed is not read out either.
            assertThat(authority.body)
                    .contains(".picture .slim{display:none}")
                    .contains("@media screen and (max-width:46rem){.picture .broad{display:none}"
                            + ".picture .slim{display:block}");
        }

        @Test
        void does_not_look_again_by_itself_while_nothing_moves() {
            String exhibit = begun(authority, wish());
            authority.get(exhibit);
            assertThat(authority.header("Refresh")).isEmpty();
        }

        @Test
        void on_paper_explains_itself_to_whoever_is_no_engineer() {
            String exhibit = begun(authority, wish());
            authority.get(exhibit + "/print");
            assertThat(authority.words())
                    .contains("A digest is like a fingerprint of a file")
                    .contains("bucket-ward9 logs")
                    .contains("DRILL");
        }

        @Test
        void draws_the_custody_and_leads_from_each_mark_to_its_row() {
            begun(authority, wish());
            assertThat(authority.body)
                    .contains("<svg")
                    .contains("href=\"#event-1\"")
                    .contains("id=\"event-1\"");
        }
    }
}
