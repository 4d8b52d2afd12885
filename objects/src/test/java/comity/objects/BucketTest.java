package comity.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.testkit.Chance;
import comity.testkit.FrayedLine;
import comity.testkit.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a real server, over a line that can be broken.
class BucketTest {
    private static final Label TILE = Label.constant("application/octet-stream");
    private static final Label NOTE = Label.changing("text/plain;charset=utf-8");
    private static final AccessKey KEY = new AccessKey(S3Server.KEY, S3Server.SECRET);

    @TempDir
    private static Path temporary;

    private static S3Server server;
    private static Path stored;

    private Bucket bucket;

    @BeforeAll
    static void start() {
        server = S3Server.start(temporary);
        stored = server.bucket("exhibits");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        bucket = new Bucket(address(server.endpoint(), "exhibits"), KEY);
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    private static BucketAddress address(URI endpoint, String name) {
        return new BucketAddress(endpoint, "us-east-1", name, "xa/files");
    }

    private static Path file(String name) {
        return stored.resolve("xa/files").resolve(name);
    }

    @Nested
    class What_is_written_once {
        @Test
        void is_there_with_its_bytes_below_the_prefix() {
            byte[] content = Chance.ofSeed(3).bytes(70_000);

            assertThat(bucket.putOnce("one/000", content, TILE)).isEqualTo(Placed.NEW);

            assertThat(file("one/000")).hasBinaryContent(content);
            assertThat(bucket.get("one/000"))
                    .hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
            assertThat(bucket.size("one/000")).isEqualTo(OptionalLong.of(70_000));
        }

        @Test
        void may_be_written_again_with_the_same_bytes() {
            bucket.putOnce("again", Utf8.bytes("same"), TILE);

            assertThat(bucket.putOnce("again", Utf8.bytes("same"), TILE)).isEqualTo(Placed.SAME);
        }

        @Test
        void is_never_overwritten_with_others() {
            bucket.putOnce("kept", Utf8.bytes("first"), TILE);

            assertThat(bucket.putOnce("kept", Utf8.bytes("other"), TILE)).isEqualTo(Placed.OTHER);

            assertThat(file("kept")).hasContent("first");
        }
    }

    @Nested
    class What_is_replaced {
        @Test
        void has_the_newest_bytes() {
            bucket.replace("checkpoint", Utf8.bytes("1"), NOTE);
            bucket.replace("checkpoint", Utf8.bytes("2"), NOTE);

            assertThat(file("checkpoint")).hasContent("2");
        }

        @Test
        void by_somebody_else_meanwhile_is_left_as_it_is() {
            assertThat(bucket.replace("seen", Optional.empty(), Utf8.bytes("1"), NOTE))
                    .isTrue();
            assertThat(bucket.replace("seen", Optional.empty(), Utf8.bytes("other"), NOTE))
                    .isFalse();
            String tag = bucket.look("seen").orElseThrow().tag();
            assertThat(bucket.replace("seen", Optional.of(tag), Utf8.bytes("2"), NOTE))
                    .isTrue();
            assertThat(bucket.replace("seen", Optional.of(tag), Utf8.bytes("late"), NOTE))
                    .isFalse();

            assertThat(file("seen")).hasContent("2");
        }
    }

    @Nested
    class Reading {
        @Test
        void of_what_is_not_there_is_an_answer() {
            assertThat(bucket.get("nowhere")).isEmpty();
            assertThat(bucket.get("nowhere", 0, 10)).isEmpty();
            assertThat(bucket.size("nowhere")).isEmpty();
            bucket.remove("nowhere");
        }

        @Test
        void of_a_part_gives_no_more_than_there_is() {
            bucket.putOnce("digits", Utf8.bytes("0123456789"), TILE);

            assertThat(bucket.get("digits", 3, 4).map(Utf8::text)).hasValue("3456");
            assertThat(bucket.get("digits", 8, 10).map(Utf8::text)).hasValue("89");
            assertThat(bucket.get("digits", 10, 1).map(Utf8::text)).hasValue("");
            assertThatThrownBy(() -> bucket.get("digits", 0, 0)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void names_what_begins_so_and_what_was_removed_no_more() {
            bucket.putOnce("shelf/a", new byte[1], TILE);
            bucket.putOnce("shelf/b", new byte[1], TILE);
            bucket.putOnce("shelves", new byte[1], TILE);

            assertThat(bucket.names("shelf/")).containsExactly("shelf/a", "shelf/b");
            bucket.remove("shelf/a");
            assertThat(bucket.names("shelf/")).containsExactly("shelf/b");
        }

        @Test
        void of_a_name_that_leads_out_of_the_prefix_is_not_tried() {
            for (String name : new String[] {"../other", "/rooted", "a//b", "a/../b", "sp ace"}) {
                assertThatThrownBy(() -> bucket.get(name)).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Nested
    class A_long_file {
        private static final long PART = 5 << 20;

        @TempDir
        private Path folder;

        private Path written(byte[] content) throws IOException {
            return Files.write(folder.resolve("payload"), content);
        }

        @Test
        void is_written_in_parts_and_read_by_range() throws IOException {
            byte[] content = Chance.ofSeed(5).bytes((int) (2 * PART + 4711));

            bucket.putFile("long", written(content), PART, TILE);

            assertThat(bucket.size("long")).isEqualTo(OptionalLong.of(content.length));
            assertThat(file("long")).hasBinaryContent(content);
            assertThat(bucket.get("long", PART - 3, 6))
                    .hasValueSatisfying(read ->
                            assertThat(read).isEqualTo(Arrays.copyOfRange(content, (int) PART - 3, (int) PART + 3)));
        }

        @Test
        void that_breaks_off_half_way_is_not_there_at_all_and_can_be_written_again() throws IOException {
            byte[] content = Chance.ofSeed(6).bytes((int) (2 * PART + 4711));
            try (FrayedLine line = new FrayedLine(server.endpoint());
                    Bucket frayed = new Bucket(address(line.address(), "exhibits"), KEY)) {
                line.breakOnTheWayThere(PART + PART / 2);

                assertThatThrownBy(() -> frayed.putFile("half", written(content), PART, TILE))
                        .isInstanceOf(BucketUnavailable.class);
                assertThat(bucket.get("half")).isEmpty();

                line.mend();
                frayed.putFile("half", written(content), PART, TILE);
                assertThat(file("half")).hasBinaryContent(content);
            }
        }
    }

    @Nested
    class A_label {
        @Test
        void says_how_long_an_object_may_be_kept() {
            bucket.putOnce("labelled", new byte[1], TILE);
            bucket.replace("unlabelled", new byte[1], NOTE);

            assertThat(headers("labelled")).isEqualTo(TILE);
            assertThat(headers("unlabelled")).isEqualTo(NOTE);
        }

        private Label headers(String name) {
            return bucket.labelOf(name);
        }
    }

    @Nested
    class A_store_that_refuses {
        private void assertSays(BucketAddress address, AccessKey key, String words) {
            try (Bucket refused = new Bucket(address, key)) {
                assertThatThrownBy(() -> refused.putOnce("x", new byte[1], TILE))
                        .isInstanceOf(BucketUnavailable.class)
                        .hasMessageContaining(words)
                        .hasMessageContaining(address.bucket())
                        .satisfies(fault -> assertThat(wholeText(fault)).doesNotContain(key.secret()));
            }
        }

        private String wholeText(Throwable fault) {
            StringBuilder text = new StringBuilder();
            for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
                text.append(cause).append('\n');
            }
            return text.toString();
        }

        @Test
        void a_wrong_key_says_so_in_words() {
            BucketAddress here = address(server.endpoint(), "exhibits");
            assertSays(here, new AccessKey(S3Server.KEY, "another-secret"), "the secret key is not the one");
            assertSays(here, new AccessKey("nobody", S3Server.SECRET), "does not know the access key");
        }

        @Test
        void for_want_of_a_bucket_says_so() {
            assertSays(address(server.endpoint(), "nowhere"), KEY, "there is no bucket of this name");
        }

        @Test
        void a_store_that_is_away_is_said_to_be() {
            assertSays(address(URI.create("http://127.0.0.1:1"), "exhibits"), KEY, "does not answer");
        }

        @Test
        void says_the_same_trouble_in_the_same_words() {
            try (Bucket refused =
                    new Bucket(address(server.endpoint(), "exhibits"), new AccessKey(S3Server.KEY, "another-secret"))) {
                assertThat(said(refused)).isEqualTo(said(refused));
            }
        }

        private String said(Bucket refused) {
            try {
                throw new AssertionError("It was let in: " + refused.get("x"));
            } catch (BucketUnavailable e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    @Nested
    class A_line_that_breaks {
        @Test
        void anywhere_on_the_way_leaves_all_of_an_object_or_nothing() {
            byte[] content = Chance.ofSeed(5).bytes(3_000);
            boolean broke = true;
            for (int bytes = 0; broke; bytes += 400) {
                broke = breaking("there/" + bytes, content, bytes, true);
            }
            broke = true;
            for (int bytes = 0; broke; bytes += 23) {
                broke = breaking("back/" + bytes, content, bytes, false);
            }
        }

        @Test
        void in_an_answer_never_gives_a_part_of_it() {
            byte[] content = Chance.ofSeed(6).bytes(1_234);
            bucket.putOnce("answer", content, TILE);
            try (FrayedLine line = new FrayedLine(server.endpoint());
                    Bucket far = new Bucket(address(line.address(), "exhibits"), KEY)) {
                boolean broke = true;
                for (int bytes = 0; broke; bytes += 11) {
                    line.breakOnTheWayBack(bytes);
                    assertWholeOrNothing(far, content);
                    broke = line.isBroken();
                }
            }
        }

        private void assertWholeOrNothing(Bucket far, byte[] content) {
            try {
                assertThat(far.get("answer"))
                        .hasValueSatisfying(read -> assertThat(read).isEqualTo(content));
                assertThat(far.size("answer")).isEqualTo(OptionalLong.of(content.length));
                assertThat(far.get("answer", 100, 50))
                        .hasValueSatisfying(read -> assertThat(read).isEqualTo(Arrays.copyOfRange(content, 100, 150)));
            } catch (BucketUnavailable e) {
                // That is an answer too.
                assertThat(e).hasMessageContaining("exhibits");
            }
        }

        private boolean breaking(String name, byte[] content, int bytes, boolean there) {
            try (FrayedLine line = new FrayedLine(server.endpoint());
                    Bucket far = new Bucket(address(line.address(), "exhibits"), KEY)) {
                if (there) {
                    line.breakOnTheWayThere(bytes);
                } else {
                    line.breakOnTheWayBack(bytes);
                }
                Optional<Placed> placed = placed(far, name, content);
                boolean broke = line.isBroken();
                if (Files.exists(file(name))) {
                    assertThat(file(name)).as(name).hasBinaryContent(content);
                } else {
                    assertThat(placed).as(name).isEmpty();
                }
                line.mend();
                assertThat(far.putOnce(name, content, TILE)).isNotEqualTo(Placed.OTHER);
                assertThat(readAll(file(name))).isEqualTo(content);
                return broke;
            }
        }

        private Optional<Placed> placed(Bucket far, String name, byte[] content) {
            try {
                return Optional.of(far.putOnce(name, content, TILE));
            } catch (BucketUnavailable e) {
                return Optional.empty();
            }
        }

        private byte[] readAll(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
