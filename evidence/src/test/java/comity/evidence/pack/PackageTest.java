package comity.evidence.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.Geometry;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.contents.Contents;
import comity.evidence.interop.OtherTools;
import comity.evidence.paper.Authority;
import comity.evidence.paper.Manifest;
import comity.evidence.signature.Trust;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A package from the files it is made of to the files that come out, and everything that can go wrong between.
class PackageTest {
    private static final Identity.Drawn KEY = Identity.draw(KeyKind.X25519);
    private static final Identity.Drawn HYBRID = Identity.draw(KeyKind.POST_QUANTUM);

    @TempDir
    private Path folder;

    private Path sealed;
    private Path opened;

    @BeforeEach
    void places() {
        sealed = folder.resolve("sealed");
        opened = folder.resolve("opened");
    }

    private Sealer.Sealed seal(Path... files) {
        return seal(KEY, files);
    }

    private Sealer.Sealed seal(Identity.Drawn key, Path... files) {
        return new Sealer(Clock.systemUTC(), 2)
                .seal(
                        new Sealer.Wish(
                                Contents.of(List.of(files)),
                                List.of(key.recipient()),
                                new Authority(
                                        Optional.of("XA.PRS.2027.000318"),
                                        Optional.of("XB-2027-77"),
                                        Optional.of("1"),
                                        Optional.of("EVD.2027.0044")),
                                sealed,
                                Optional.empty()),
                        Progress.NONE);
    }

    private Manifest open() {
        return new Opener(2)
                .open(SealedFolder.read(sealed), List.of(KEY.identity()), opened, (_, _) -> {}, Progress.NONE);
    }

    private static Checking checking() {
        return new Checking(2, Trust.NONE, Instant.now(), Progress.NONE);
    }

    private List<Finding> check() {
        return checking().sealed(sealed, List.of(KEY.identity()));
    }

    private static boolean isBad(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.outcome() == Finding.Outcome.BAD);
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve("source").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private Path source() {
        return folder.resolve("source");
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static List<Path> filesIn(Path top) throws IOException {
        try (Stream<Path> walk = Files.walk(top)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Nested
    class A_package {
        @Test
        void of_several_files_comes_back_file_by_file() throws IOException {
            file("connections.csv", bytes(325));
            file("deeper/подписчик.csv", bytes(168));
            file("deeper/空.txt", new byte[0]);
            file("large.bin", bytes(3 * Geometry.LEAF + 1));
            seal(source());
            assertThat(check()).extracting(Finding::outcome).doesNotContain(Finding.Outcome.BAD);
            Manifest manifest = open();
            assertThat(manifest.shape()).isEqualTo(Manifest.Shape.TAR);
            assertThat(manifest.authority().order()).contains("XB-2027-77");
            for (Path original : filesIn(source())) {
                Path copy = opened.resolve("data").resolve(folder.relativize(original));
                assertThat(copy).hasSameBinaryContentAs(original);
                assertThat(Files.getLastModifiedTime(copy)).isEqualTo(Files.getLastModifiedTime(original));
            }
            assertThat(checking().opened(opened)).extracting(Finding::outcome).contains(Finding.Outcome.GOOD);
            assertThat(isBad(checking().opened(opened))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, Geometry.LEAF, 9 * Geometry.LEAF + 3})
        void of_one_file_is_that_file_sealed(int length) throws IOException {
            Path original = file("disk.img", bytes(length));
            Sealer.Sealed made = seal(original);
            assertThat(made.seal().payload().plainLength()).isEqualTo(length);
            assertThat(isBad(check())).isFalse();
            assertThat(open().shape()).isEqualTo(Manifest.Shape.FILE);
            assertThat(opened.resolve("data/disk.img")).hasSameBinaryContentAs(original);
        }

        @Test
        void is_opened_and_checked_by_everybodys_tools() throws IOException {
            file("connections.csv", bytes(325));
            file("sub/subscriber 1.csv", bytes(168));
            seal(source());
            Path key =
                    OtherTools.file(folder, "key.txt", KEY.identity().reveal().getBytes(StandardCharsets.UTF_8));
            OtherTools.Said tar = OtherTools.run(
                    folder, OtherTools.age("-d", "-i", key.toString(), "-o", "out.tar", "sealed/payload.age"));
            assertThat(tar.text()).isEmpty();
            Path plain = Files.createDirectory(folder.resolve("plain"));
            assertThat(OtherTools.run(plain, List.of("tar", "-xf", "../out.tar"))
                            .text())
                    .isEmpty();
            assertThat(plain.resolve("source/sub/subscriber 1.csv"))
                    .hasSameBinaryContentAs(source().resolve("sub/subscriber 1.csv"));

            open();
            OtherTools.Said sums =
                    OtherTools.run(opened, List.of("sha256sum", "--quiet", "--strict", "-c", "manifest-sha256.txt"));
            assertThat(sums.exit()).as(sums.text()).isZero();
            sums = OtherTools.run(opened, List.of("sha256sum", "--quiet", "--strict", "-c", "tagmanifest-sha256.txt"));
            assertThat(sums.exit()).as(sums.text()).isZero();
        }

        @Test
        void tells_nothing_of_its_contents_to_who_cannot_open_it() throws IOException {
            file("suspect-name.csv", "0000-telephone".getBytes(StandardCharsets.UTF_8));
            seal(source());
            for (Path part : filesIn(sealed)) {
                String text = new String(Files.readAllBytes(part), StandardCharsets.ISO_8859_1);
                assertThat(text)
                        .as(part.getFileName().toString())
                        .doesNotContain("suspect", "000318", "EVD.2027", "XB-2027");
            }
            List<Finding> findings = checking().sealed(sealed, List.of());
            assertThat(findings).extracting(Finding::outcome).doesNotContain(Finding.Outcome.BAD);
            assertThat(checking().sealed(sealed, List.of(HYBRID.identity())))
                    .contains(Finding.unknown(Finding.Check.MANIFEST, "not-for-us", "payload.age"));
        }

        @Test
        void says_how_far_it_has_come() throws IOException {
            Path original = file("disk.img", bytes(3 * Geometry.LEAF));
            AtomicLong seen = new AtomicLong();
            new Sealer(Clock.systemUTC(), 2)
                    .seal(
                            new Sealer.Wish(
                                    Contents.of(List.of(original)),
                                    List.of(HYBRID.recipient()),
                                    Authority.NONE,
                                    sealed,
                                    Optional.empty()),
                            seen::addAndGet);
            assertThat(seen).hasValue(2L * 3 * Geometry.LEAF);
        }

        @Test
        void holds_seven_thousand_small_files_and_a_manifest_longer_than_a_megabyte() throws IOException {
            for (int i = 0; i < 7_000; i++) {
                file(i % 50 + "/" + i + ".txt", bytes(i % 700));
            }
            seal(source());
            assertThat(open().files()).hasSize(7_000);
            assertThat(isBad(checking().opened(opened))).isFalse();
        }
    }

    @Nested
    class A_package_that_was_spoiled {
        @Test
        void is_never_good_whichever_byte_is_changed() throws IOException {
            file("a.csv", bytes(40));
            seal(source().resolve("a.csv"));
            for (Path part : filesIn(sealed)) {
                byte[] genuine = Files.readAllBytes(part);
                for (int i = 0; i < genuine.length; i++) {
                    byte[] spoiled = genuine.clone();
                    spoiled[i] ^= 1;
                    Files.write(part, spoiled);
                    assertThat(isBad(check()))
                            .as(part.getFileName() + " byte " + i)
                            .isTrue();
                }
                Files.write(part, genuine);
            }
            assertThat(isBad(check())).isFalse();
        }

        @Test
        void is_never_good_wherever_a_part_is_cut_or_when_it_is_missing() throws IOException {
            file("a.csv", bytes(40));
            seal(source().resolve("a.csv"));
            for (Path part : filesIn(sealed)) {
                byte[] genuine = Files.readAllBytes(part);
                for (int length = 0; length < genuine.length - 1; length++) {
                    Files.write(part, Arrays.copyOf(genuine, length));
                    assertThat(isBad(check()))
                            .as(part.getFileName() + " cut to " + length)
                            .isTrue();
                }
                Files.delete(part);
                assertThat(isBad(check())).as(part.getFileName() + " missing").isTrue();
                Files.write(part, genuine);
            }
        }

        @Test
        void is_caught_with_two_segments_swapped_and_the_place_is_named() throws IOException {
            seal(file("disk.img", bytes(25 * Geometry.LEAF)));
            Path payload = sealed.resolve(PackageFiles.PAYLOAD);
            byte[] genuine = Files.readAllBytes(payload);
            Geometry geometry = SealedFolder.read(sealed).seal().payload();
            int one = (int) geometry.placeOfSegment(1);
            int two = (int) geometry.placeOfSegment(2);
            int length = (int) geometry.lengthOfSegment(1);
            byte[] swapped = genuine.clone();
            System.arraycopy(genuine, one, swapped, two, length);
            System.arraycopy(genuine, two, swapped, one, length);
            Files.write(payload, swapped);
            assertThat(checking().sealed(sealed, List.of()))
                    .contains(
                            Finding.bad(Finding.Check.PAYLOAD, "part-changed", "payload.age " + one + "–" + (two - 1)));
            assertThatThrownBy(PackageTest.this::open).isInstanceOf(EvidenceRefused.class);
            assertThat(opened).doesNotExist();
        }

        @Test
        void is_caught_with_the_manifest_of_another() throws IOException {
            file("a.csv", bytes(40));
            seal(source().resolve("a.csv"));
            Path first = sealed;
            sealed = folder.resolve("second");
            seal(file("b.csv", bytes(40)));
            Files.copy(
                    first.resolve(PackageFiles.SEALED_MANIFEST),
                    sealed.resolve(PackageFiles.SEALED_MANIFEST),
                    StandardCopyOption.REPLACE_EXISTING);
            assertThat(check())
                    .contains(Finding.bad(Finding.Check.SEALED_MANIFEST, "part-changed", "manifest.age"))
                    .contains(Finding.bad(Finding.Check.MANIFEST, "part-changed", "manifest.json"));
        }

        @Test
        void leaves_nothing_behind_when_it_does_not_open() throws IOException {
            seal(file("disk.img", bytes(3 * Geometry.LEAF)));
            Path payload = sealed.resolve(PackageFiles.PAYLOAD);
            byte[] spoiled = Files.readAllBytes(payload);
            spoiled[spoiled.length - 1] ^= 1;
            Files.write(payload, spoiled);
            assertThatThrownBy(PackageTest.this::open)
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.PAYLOAD_BROKEN));
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("source", "sealed");
            }
        }

        @Test
        void is_caught_after_it_was_opened() throws IOException {
            file("a.csv", bytes(40));
            file("b.csv", bytes(41));
            seal(source());
            open();
            for (Path part : filesIn(opened)) {
                byte[] genuine = Files.readAllBytes(part);
                for (int i : new int[] {0, genuine.length / 2, genuine.length - 1}) {
                    byte[] spoiled = genuine.clone();
                    spoiled[i] ^= 1;
                    Files.write(part, spoiled);
                    assertThat(isBad(checking().opened(opened)))
                            .as(part.getFileName() + " byte " + i)
                            .isTrue();
                }
                Files.delete(part);
                assertThat(isBad(checking().opened(opened)))
                        .as(part.getFileName() + " missing")
                        .isTrue();
                Files.write(part, genuine);
            }
            Files.writeString(opened.resolve("data/planted.csv"), "planted");
            assertThat(checking().opened(opened))
                    .contains(Finding.bad(Finding.Check.COMPLETE, "not-listed", "data/planted.csv"));
        }
    }

    @Nested
    class Files_that_cannot_be_sealed {
        @ParameterizedTest
        @ValueSource(strings = {"a\\b", "tab\there", "line\nbreak", "turned\u202etxt", "colon:name", "dot."})
        void have_a_name_that_not_every_machine_can_write(String name) throws IOException {
            Path file = file(name, bytes(3));
            requireRefused(EvidenceFault.NAME_UNSAFE, file);
        }

        @Test
        void are_twice_there_for_a_machine_that_folds_letters() throws IOException {
            file("one/a.csv", bytes(1));
            file("one/A.csv", bytes(2));
            requireRefused(EvidenceFault.NAME_TWICE, source());
        }

        @Test
        void are_links_or_missing_or_none() throws IOException {
            file("a.csv", bytes(1));
            Files.createSymbolicLink(source().resolve("link.csv"), Path.of("/etc/hostname"));
            requireRefused(EvidenceFault.NOT_A_FILE, source());
            requireRefused(EvidenceFault.FILE_UNREADABLE, folder.resolve("nowhere"));
            requireRefused(EvidenceFault.NOTHING_TO_SEAL, Files.createDirectory(folder.resolve("empty")));
        }

        @Test
        void change_while_they_are_sealed() throws IOException {
            for (int change = 0; change < 3; change++) {
                sealed = folder.resolve("sealed-" + change);
                Path file = file("log-" + change, bytes(4 * Geometry.LEAF));
                Contents contents = Contents.of(List.of(file));
                switch (change) {
                    case 0 -> Files.write(file, bytes(4 * Geometry.LEAF + 1));
                    case 1 -> Files.write(file, bytes(4 * Geometry.LEAF - 1));
                    default -> Files.delete(file);
                }
                Sealer.Wish wish =
                        new Sealer.Wish(contents, List.of(KEY.recipient()), Authority.NONE, sealed, Optional.empty());
                assertThatThrownBy(() -> new Sealer(Clock.systemUTC(), 2).seal(wish, Progress.NONE))
                        .isInstanceOfSatisfying(EvidenceRefused.class, refused -> {
                            assertThat(refused.fault()).isIn(EvidenceFault.FILE_CHANGED, EvidenceFault.FILE_UNREADABLE);
                            assertThat(refused.subject()).startsWith("log-");
                        });
                assertThat(sealed).doesNotExist();
            }
        }

        @Test
        void find_their_place_taken() throws IOException {
            Path file = file("a.csv", bytes(1));
            seal(file);
            requireRefused(EvidenceFault.TARGET_EXISTS, file);
        }

        private void requireRefused(EvidenceFault fault, Path... files) {
            assertThatThrownBy(() -> seal(files))
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(fault));
        }
    }

    @Nested
    class A_manifest {
        @ParameterizedTest
        @ValueSource(
                strings = {"../escape", "/absolute", "a/../../b", "C:/windows", "a//b", "", "nul\u0000", ".", "a/./b"})
        void never_names_a_file_outside_the_folder(String name) throws IOException {
            Sealer.Sealed made = seal(file("a.csv", bytes(4)));
            String text = new String(made.manifest().write(), StandardCharsets.UTF_8);
            String escaping = text.replace("\"a.csv\"", "\"" + name.replace("\u0000", "\\u0000") + "\"");
            assertThat(escaping).isNotEqualTo(text);
            assertThatThrownBy(() -> Manifest.read(escaping.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.NAME_UNSAFE));
        }

        @Test
        void is_read_as_it_was_written() throws IOException {
            Sealer.Sealed made = seal(file("a.csv", bytes(4)));
            assertThat(Manifest.read(made.manifest().write())).isEqualTo(made.manifest());
            List<String> broken = new ArrayList<>(List.of("", "{}", "[]", "nul", "{\"v\":1}"));
            String text = new String(made.manifest().write(), StandardCharsets.UTF_8);
            broken.add(text + "x");
            broken.add(text.replace("\"files\"", "\"filez\""));
            broken.add(text.replace("\"v\" : 1", "\"v\" : 2"));
            broken.add(text.replace("\"shape\" : \"file\"", "\"shape\" : \"zip\""));
            for (String each : broken) {
                assertThatThrownBy(() -> Manifest.read(each.getBytes(StandardCharsets.UTF_8)))
                        .as(each)
                        .isInstanceOf(EvidenceRefused.class);
            }
        }
    }
}
