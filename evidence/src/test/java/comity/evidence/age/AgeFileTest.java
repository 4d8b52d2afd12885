package comity.evidence.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.interop.OtherTools;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.tree.MemoryTree;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What we seal is opened by age in Go, in TypeScript and in Java, and what they seal is opened by us.
class AgeFileTest {
    private static final Identity.Drawn CLASSIC = Identity.draw(KeyKind.X25519);
    private static final Identity.Drawn HYBRID = Identity.draw(KeyKind.POST_QUANTUM);
    private static final int LEAF = Geometry.LEAF;

    @TempDir
    private Path folder;

    private static Identity.Drawn key(KeyKind kind) {
        return kind == KeyKind.X25519 ? CLASSIC : HYBRID;
    }

    private static byte[] plain(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Nested
    class Our_own_file {
        @ParameterizedTest
        @ValueSource(
                ints = {
                    0,
                    1,
                    65_535,
                    65_536,
                    65_537,
                    LEAF - 1,
                    LEAF,
                    LEAF + 1,
                    8 * LEAF - 1,
                    8 * LEAF,
                    8 * LEAF + 1,
                    9 * LEAF,
                    17 * LEAF + 12_345
                })
        void comes_back_whatever_its_length(int length) {
            byte[] plain = plain(length);
            Path file = folder.resolve("payload.age");
            AgeWriter.Written written = Bytes.seal(file, plain, 3, HYBRID.recipient());
            Bytes.Opened opened = Bytes.open(file, 3, HYBRID.identity());
            assertThat(opened.plain()).isEqualTo(plain);
            assertThat(opened.geometry()).isEqualTo(written.geometry());
            assertThat(opened.segments().bytes()).isEqualTo(written.segments().bytes());
            assertThat(file).hasSize(written.geometry().fileLength());
        }

        @Test
        void has_the_root_that_hashing_its_leaves_gives() throws IOException {
            Path file = folder.resolve("payload.age");
            AgeWriter.Written written = Bytes.seal(file, plain(19 * LEAF + 7), 2, HYBRID.recipient());
            byte[] bytes = Files.readAllBytes(file);
            MemoryTree tree = new MemoryTree();
            int end;
            for (int begin = 0; begin < bytes.length; begin = end) {
                int header = begin == 0 ? written.geometry().headerLength() : 0;
                end = Math.min(bytes.length, begin + header + 16 * 65_552);
                tree.append(Arrays.copyOfRange(bytes, begin, end));
            }
            assertThat(tree.size()).isEqualTo(20);
            assertThat(written.segments().root()).isEqualTo(tree.root());
            assertThat(Segments.of(written.geometry(), written.segments().bytes())
                            .root())
                    .isEqualTo(tree.root());
        }

        @Test
        void that_lies_on_the_disk_otherwise_than_it_was_written_is_found() throws IOException {
            Path file = folder.resolve("payload.age");
            AgeWriter.Written written = Bytes.seal(file, plain(2 * LEAF + 7), 2, HYBRID.recipient());
            byte[] good = Files.readAllBytes(file);
            requireOn(written, file);
            for (int place : new int[] {0, written.geometry().headerLength(), LEAF + 99, good.length - 1}) {
                byte[] bad = good.clone();
                bad[place] ^= 1;
                requireNotOn(written, Files.write(file, bad));
            }
            requireNotOn(written, Files.write(file, Arrays.copyOf(good, good.length - 1)));
            requireNotOn(written, Files.write(file, Arrays.copyOf(good, good.length + 1)));
            requireNotOn(written, Files.write(file, new byte[0]));
        }

        private static void requireOn(AgeWriter.Written written, Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                written.requireOn(channel, Progress.NONE, 2);
            }
        }

        private static void requireNotOn(AgeWriter.Written written, Path file) {
            assertThatThrownBy(() -> requireOn(written, file))
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.SELF_CHECK_FAILED));
        }

        @Test
        void is_not_made_when_somebody_writes_to_what_was_read() throws IOException {
            try (Scribbler scribbler = new Scribbler(40L * LEAF);
                    FileChannel channel = FileChannel.open(
                            folder.resolve("payload.age"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                assertThatThrownBy(() ->
                                AgeWriter.write(scribbler, List.of(CLASSIC.recipient()), channel, Progress.NONE, 1))
                        .isInstanceOfSatisfying(
                                EvidenceRefused.class,
                                refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.SELF_CHECK_FAILED));
            }
        }

        @Test
        void has_segments_that_are_hashed_each_for_itself() throws IOException {
            Path file = folder.resolve("payload.age");
            AgeWriter.Written written = Bytes.seal(file, plain(17 * LEAF), 2, HYBRID.recipient());
            byte[] bytes = Files.readAllBytes(file);
            Geometry geometry = written.geometry();
            assertThat(geometry.segments()).isEqualTo(3);
            long end = 0;
            for (int i = 0; i < geometry.segments(); i++) {
                assertThat(geometry.placeOfSegment(i)).isEqualTo(end);
                end += geometry.lengthOfSegment(i);
            }
            assertThat(end).isEqualTo(bytes.length);
            byte[] last = Arrays.copyOfRange(bytes, (int) geometry.placeOfSegment(2), bytes.length);
            assertThat(written.segments().segment(2)).isEqualTo(Hash.of(Sha256.digest(new byte[] {0}, last)));
        }

        @Test
        void opens_in_any_part() {
            byte[] plain = plain(2 * LEAF + 99);
            Path file = folder.resolve("payload.age");
            Bytes.seal(file, plain, 2, CLASSIC.recipient());
            try (var channel = java.nio.channels.FileChannel.open(file)) {
                AgeReader reader = AgeReader.of(channel, List.of(CLASSIC.identity()));
                assertThat(reader.read(LEAF - 5L, 10)).isEqualTo(Arrays.copyOfRange(plain, LEAF - 5, LEAF + 5));
                assertThat(reader.read(2L * LEAF + 90, 1000))
                        .isEqualTo(Arrays.copyOfRange(plain, 2 * LEAF + 90, plain.length));
                assertThat(reader.read(5L * LEAF, 1)).isEmpty();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @ParameterizedTest
        @EnumSource(KeyKind.class)
        void is_for_all_its_recipients_and_for_nobody_else(KeyKind kind) {
            Identity.Drawn second = Identity.draw(kind);
            Identity.Drawn stranger = Identity.draw(kind);
            Path file = folder.resolve("payload.age");
            Bytes.seal(file, plain(100), 1, key(kind).recipient(), second.recipient());
            assertThat(Bytes.open(file, 1, stranger.identity(), second.identity())
                            .plain())
                    .isEqualTo(plain(100));
            assertThat(Bytes.open(file, 1, key(kind).identity()).plain()).isEqualTo(plain(100));
            assertThatThrownBy(() -> Bytes.open(file, 1, stranger.identity()))
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.NOT_FOR_US));
        }

        @Test
        void is_not_for_the_two_kinds_together() {
            assertThatThrownBy(() -> Bytes.seal(
                            folder.resolve("payload.age"), plain(1), 1, CLASSIC.recipient(), HYBRID.recipient()))
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.RECIPIENTS_MIXED));
        }
    }

    @Nested
    class A_file_that_was_spoiled {
        @ParameterizedTest
        @EnumSource(KeyKind.class)
        void never_opens_whichever_bit_is_flipped(KeyKind kind) throws IOException {
            Path file = folder.resolve("payload.age");
            Bytes.seal(file, plain(300), 1, key(kind).recipient());
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 0; i < bytes.length; i++) {
                byte[] spoiled = bytes.clone();
                spoiled[i] ^= (byte) (1 << i % 8);
                requireRefused(spoiled, kind, "byte " + i);
            }
        }

        @ParameterizedTest
        @EnumSource(KeyKind.class)
        void never_opens_wherever_it_is_cut(KeyKind kind) throws IOException {
            Path file = folder.resolve("payload.age");
            Bytes.seal(file, plain(300), 1, key(kind).recipient());
            byte[] bytes = Files.readAllBytes(file);
            for (int length = 0; length < bytes.length; length++) {
                requireRefused(Arrays.copyOf(bytes, length), kind, "cut to " + length);
            }
            requireRefused(Arrays.copyOf(bytes, bytes.length + 1), kind, "a byte more");
        }

        @Test
        void never_opens_with_chunks_swapped_or_left_out() throws IOException {
            Path file = folder.resolve("payload.age");
            Geometry geometry =
                    Bytes.seal(file, plain(2 * LEAF), 1, CLASSIC.recipient()).geometry();
            byte[] bytes = Files.readAllBytes(file);
            int begin = geometry.headerLength();
            byte[] swapped = bytes.clone();
            System.arraycopy(bytes, begin, swapped, begin + 65_552, 65_552);
            System.arraycopy(bytes, begin + 65_552, swapped, begin, 65_552);
            requireRefused(swapped, KeyKind.X25519, "two chunks swapped");
            requireRefused(Arrays.copyOf(bytes, bytes.length - 65_552), KeyKind.X25519, "the last chunk left out");
            byte[] leaves = bytes.clone();
            System.arraycopy(bytes, begin, leaves, begin + 16 * 65_552, 16 * 65_552);
            System.arraycopy(bytes, begin + 16 * 65_552, leaves, begin, 16 * 65_552);
            requireRefused(leaves, KeyKind.X25519, "two leaves swapped");
        }

        private void requireRefused(byte[] bytes, KeyKind kind, String how) throws IOException {
            Path spoiled = Files.write(folder.resolve("spoiled.age"), bytes);
            assertThatThrownBy(() -> Bytes.open(spoiled, 2, key(kind).identity()))
                    .as(how)
                    .isInstanceOf(EvidenceRefused.class);
        }
    }

    @Nested
    class Other_implementations {
        @ParameterizedTest
        @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, LEAF, 8 * LEAF + 1})
        void in_go_open_what_we_seal_and_seal_what_we_open(int length) throws IOException {
            byte[] plain = plain(length);
            Path key = OtherTools.file(
                    folder, "key.txt", Utf8.bytes(CLASSIC.identity().reveal()));
            Path ours = folder.resolve("ours.age");
            Bytes.seal(ours, plain, 2, CLASSIC.recipient());
            OtherTools.Said said = OtherTools.run(folder, OtherTools.age("-d", "-i", key.toString(), ours.toString()));
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).isEqualTo(plain);

            Path file = OtherTools.file(folder, "plain", plain);
            OtherTools.run(
                    folder, OtherTools.age("-r", CLASSIC.recipient().text(), "-o", "theirs.age", file.toString()));
            assertThat(Bytes.open(folder.resolve("theirs.age"), 2, CLASSIC.identity())
                            .plain())
                    .isEqualTo(plain);
        }

        @ParameterizedTest
        @EnumSource(KeyKind.class)
        void in_typescript_open_what_we_seal_and_seal_what_we_open(KeyKind kind) throws IOException {
            byte[] plain = plain(LEAF + 77);
            Path ours = folder.resolve("ours.age");
            Bytes.seal(ours, plain, 2, key(kind).recipient());
            OtherTools.Said said = OtherTools.run(
                    folder, OtherTools.typage("open", key(kind).identity().reveal(), ours.toString()));
            assertThat(said.err()).isEmpty();
            assertThat(said.out()).isEqualTo(plain);

            Path file = OtherTools.file(folder, "plain", plain);
            byte[] theirs = OtherTools.run(
                            folder,
                            OtherTools.typage("seal", key(kind).recipient().text(), file.toString()))
                    .out();
            assertThat(Bytes.open(
                                    OtherTools.file(folder, "theirs.age", theirs),
                                    2,
                                    key(kind).identity())
                            .plain())
                    .isEqualTo(plain);
        }

        @ParameterizedTest
        @EnumSource(KeyKind.class)
        void in_java_open_what_we_seal_and_seal_what_we_open(KeyKind kind) throws Exception {
            byte[] plain = plain(3 * LEAF + 5);
            Path ours = folder.resolve("ours.age");
            Bytes.seal(ours, plain, 2, key(kind).recipient());
            try (ReadableByteChannel opened = new StandardDecryptingChannelFactory()
                    .newDecryptingChannel(
                            Channels.newChannel(new ByteArrayInputStream(Files.readAllBytes(ours))),
                            List.of(key(kind).identity().stanzas()))) {
                assertThat(Channels.newInputStream(opened).readAllBytes()).isEqualTo(plain);
            }
            ByteArrayOutputStream theirs = new ByteArrayOutputStream();
            try (WritableByteChannel sealing = new StandardEncryptingChannelFactory()
                    .newEncryptingChannel(
                            Channels.newChannel(theirs),
                            List.of(key(kind).recipient().stanzas()))) {
                sealing.write(ByteBuffer.wrap(plain));
            }
            assertThat(Bytes.open(
                                    OtherTools.file(folder, "theirs.age", theirs.toByteArray()),
                                    2,
                                    key(kind).identity())
                            .plain())
                    .isEqualTo(plain);
        }
    }

    @Nested
    class Keys {
        @ParameterizedTest
        @EnumSource(KeyKind.class)
        void are_read_as_they_were_written(KeyKind kind) {
            Identity.Drawn drawn = Identity.draw(kind);
            List<Identity> read =
                    Identity.parseFile("# a remark\r\n\r\n" + drawn.identity().reveal() + "\r\n");
            assertThat(read).hasSize(1);
            assertThat(read.getFirst().reveal()).isEqualTo(drawn.identity().reveal());
            assertThat(Recipient.parse(" " + drawn.recipient().text() + "\n")).isEqualTo(drawn.recipient());
        }

        @ParameterizedTest
        @EnumSource(KeyKind.class)
        void do_not_print_themselves(KeyKind kind) {
            String secret = key(kind).identity().reveal();
            assertThat(key(kind).identity().toString()).doesNotContain(secret.substring(20));
            String slip = secret.substring(0, secret.length() - 1) + "!";
            assertThatThrownBy(() -> Identity.parseFile("\n" + slip))
                    .isInstanceOfSatisfying(EvidenceRefused.class, refused -> {
                        assertThat(refused.fault()).isEqualTo(EvidenceFault.IDENTITY_MALFORMED);
                        assertThat(refused.subject()).isEqualTo("2");
                    })
                    .hasMessageNotContaining(secret.substring(20, 40));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "age1", "AGE1", "age1qqqq", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"})
        void are_refused_when_they_are_something_else(String text) {
            assertThatThrownBy(() -> Recipient.parse(text))
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.RECIPIENT_MALFORMED));
        }

        @Test
        void are_refused_when_one_letter_is_wrong() {
            String text = CLASSIC.recipient().text();
            for (int i = 5; i < text.length(); i++) {
                char other = text.charAt(i) == 'q' ? 'p' : 'q';
                String wrong = text.substring(0, i) + other + text.substring(i + 1);
                assertThatThrownBy(() -> Recipient.parse(wrong)).isInstanceOf(EvidenceRefused.class);
            }
        }
    }
}
