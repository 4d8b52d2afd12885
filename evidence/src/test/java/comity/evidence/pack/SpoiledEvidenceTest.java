package comity.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;

import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.AgeReader;
import comity.evidence.age.Bytes;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.bag.Bag;
import comity.evidence.contents.Contents;
import comity.evidence.contents.FileLine;
import comity.evidence.contents.Unpacking;
import comity.evidence.paper.Authority;
import comity.evidence.paper.Manifest;
import comity.evidence.paper.Seal;
import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SignatureFinding;
import comity.evidence.signature.SignatureVerifier;
import comity.evidence.signature.TestAuthority;
import comity.evidence.signature.Trust;
import comity.kernel.Utf8;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Thousands of spoiled documents, headers, archives, lists and signatures: each is refused by name, or is exactly what
/// it was, and no reader falls over any of them.
class SpoiledEvidenceTest {
    private static final Identity.Drawn KEY = Identity.draw(KeyKind.X25519);

    @TempDir
    private Path folder;

    private Path source;
    private Sealer.Sealed sealed;

    @BeforeEach
    void seal() throws IOException {
        source = Files.createDirectories(folder.resolve("source"));
        Files.writeString(source.resolve("a.csv"), "a,b\n1,2\n");
        Files.writeString(source.resolve("журнал.csv"), "c\n");
        sealed = new Sealer(Clock.systemUTC(), 1)
                .seal(
                        new Sealer.Wish(
                                Contents.of(List.of(source)),
                                List.of(KEY.recipient()),
                                new Authority(
                                        Optional.of("XA.PRS.2027.000318"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()),
                                folder.resolve("sealed"),
                                Optional.empty()),
                        Progress.NONE);
    }

    private static <T> Optional<T> unlessRefused(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (EvidenceRefused e) {
            assertThat(e.fault().code()).isNotBlank();
            return Optional.empty();
        }
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_seal_is_refused_or_read_back_as_it_is_written() {
        byte[] good = sealed.seal().write();
        Chance.times(
                4000,
                chance -> unlessRefused(() -> Seal.read(Mutation.of(good, chance)))
                        .ifPresent(read -> assertThat(Seal.read(read.write())).isEqualTo(read)));
    }

    @Test
    void a_manifest_is_refused_or_read_back_as_it_is_written() {
        byte[] good = sealed.manifest().write();
        Chance.times(
                4000,
                chance -> unlessRefused(() -> Manifest.read(Mutation.of(good, chance)))
                        .ifPresent(
                                read -> assertThat(Manifest.read(read.write())).isEqualTo(read)));
    }

    @Test
    void an_age_file_never_opens_to_anything_else() {
        byte[] plain = Utf8.bytes("what was sealed");
        Path file = folder.resolve("good.age");
        Bytes.seal(file, plain, 1, KEY.recipient());
        byte[] good = read(file);
        Chance.times(2000, chance -> {
            Path spoiled = write("spoiled.age", Mutation.of(good, chance));
            unlessRefused(() -> Bytes.open(spoiled, 1, KEY.identity()))
                    .ifPresent(opened -> assertThat(opened.plain()).isEqualTo(plain));
        });
    }

    @Test
    void an_archive_gives_the_files_of_the_manifest_or_none() {
        byte[] tar = Bytes.open(folder.resolve("sealed").resolve(PackageFiles.PAYLOAD), 1, KEY.identity())
                .plain();
        List<FileLine> files = sealed.manifest().files();
        Chance.times(1500, chance -> {
            byte[] spoiled = Mutation.of(tar, chance);
            Path file = folder.resolve("archive.age");
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Bytes.seal(file, spoiled, 1, KEY.recipient());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (FileChannel channel = FileChannel.open(file)) {
                boolean whole = unlessRefused(() -> Unpacking.unpack(
                                AgeReader.of(channel, List.of(KEY.identity())),
                                true,
                                files,
                                _ -> out,
                                Progress.NONE,
                                1))
                        .isPresent();
                assertThat(whole)
                        .isEqualTo(whole
                                && out.toString(java.nio.charset.StandardCharsets.UTF_8)
                                        .equals("a,b\n1,2\nc\n"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void a_list_of_digests_is_refused_or_says_what_differs() throws IOException {
        Path opened = folder.resolve("opened");
        new Opener(1)
                .open(
                        SealedFolder.read(folder.resolve("sealed")),
                        List.of(KEY.identity()),
                        opened,
                        (_, _) -> {},
                        Progress.NONE);
        for (String name : List.of(Bag.MANIFEST, Bag.TAG_MANIFEST)) {
            byte[] good = Files.readAllBytes(opened.resolve(name));
            Chance.times(1000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                write("opened/" + name, spoiled);
                boolean good1 = new Checking(1, Trust.NONE, Instant.now(), Progress.NONE)
                        .opened(opened).stream().noneMatch(finding -> finding.outcome() == Finding.Outcome.BAD);
                // Only the ends of lines and the order of the second list may differ unseen.
                if (good1) {
                    assertThat(lines(spoiled)).containsExactlyInAnyOrderElementsOf(lines(good));
                }
            });
            Files.write(opened.resolve(name), good);
        }
    }

    private static List<String> lines(byte[] text) {
        return Stream.of(Utf8.text(text).split("[\r\n]+")).toList();
    }

    @Test
    void a_signature_is_never_good_over_something_else() {
        TestAuthority belmora = new TestAuthority("Belmora");
        byte[] content = sealed.seal().write();
        byte[] good = new CadesSigner(belmora.signer(), Optional.empty(), Clock.systemUTC()).sign(content);
        SignatureVerifier verifier =
                new SignatureVerifier(new Trust(List.of(belmora.root()), List.of()), Instant.now());
        Chance.times(1500, chance -> {
            byte[] other = Mutation.of(content, chance);
            SignatureFinding found = verifier.check(other, good);
            assertThat(found.integrity().kind() == SignatureFinding.Kind.YES).isEqualTo(Arrays.equals(other, content));
            SignatureFinding spoiled = verifier.check(content, Mutation.of(good, chance));
            assertThat(spoiled.integrity().code()).isNotNull();
        });
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
