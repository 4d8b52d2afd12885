package comity.evidence.court;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Media;
import comity.evidence.PackageFiles;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.bag.Bag;
import comity.evidence.contents.Contents;
import comity.evidence.court.Browser.Judged;
import comity.evidence.court.Browser.Said;
import comity.evidence.pack.Checking;
import comity.evidence.pack.Finding;
import comity.evidence.pack.SealedFolder;
import comity.evidence.pack.Sealer;
import comity.evidence.paper.Authority;
import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SealSigner;
import comity.evidence.signature.SigningKey;
import comity.evidence.signature.TestAuthority;
import comity.evidence.signature.TimestampAuthority;
import comity.evidence.signature.Trust;
import comity.kernel.Language;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page that is in each bundle, in a real browser: it says what [Checking] says, finding by finding, and speaks to
/// nobody.
class OfflinePageTest {
    private static final Path ROOT = Path.of(System.getProperty("comity.root"));
    private static final Path VECTORS = ROOT.resolve("docs/protocol/vectors/evidence/packages");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_BYTES = 300_000;
    private static final Identity.Drawn KEY = Identity.draw(KeyKind.X25519);
    private static final TestAuthority BELMORA = new TestAuthority("Belmora");
    private static final TestAuthority ARVENIA = new TestAuthority("Arvenia");
    private static final String NO_WEB_CRYPTO =
            "Object.defineProperty(window, 'isSecureContext', {value: false, configurable: true})";

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Browser.Opened page;
    private static Path sealed;
    private static Path unsigned;
    private static Path bundle;
    private static TestAuthority.Timestamps time;

    @BeforeAll
    static void make() throws IOException {
        time = BELMORA.timestamps(Instant::now);
        SigningKey key = BELMORA.signer();
        CadesSigner signer =
                new CadesSigner(key, Optional.of(new TimestampAuthority(time.address())), Clock.systemUTC());
        sealed = seal("sealed", Optional.of(signer));
        unsigned = seal("unsigned", Optional.empty());
        bundle = folder.resolve("bundle");
        new Bundle(1, Optional.of(Utf8.bytes(TestAuthority.pem(BELMORA.root()))), Optional.of(signer), Ledger.papers())
                .make(SealedFolder.read(sealed), List.of(KEY.identity()), bundle, Progress.NONE);
        browser = new Browser(folder);
        page = browser.open("en-GB");
    }

    /// Three files, one of them of several leaves of the tree and more than a segment.
    private static Path seal(String name, Optional<SealSigner> signer) throws IOException {
        Path source = Files.createDirectories(folder.resolve("ward9"));
        if (!Files.exists(source.resolve("disk.img"))) {
            byte[] disk = new byte[9 * 1024 * 1024 + 17];
            for (int i = 0; i < disk.length; i++) {
                disk[i] = (byte) (i * 31 + i / 251);
            }
            Files.write(source.resolve("disk.img"), disk);
            Files.writeString(source.resolve("100 % журнал.csv"), "session,bytes\n");
            Files.createDirectories(source.resolve("logs"));
            Files.writeString(source.resolve("logs/empty.txt"), "");
        }
        new Sealer(Clock.systemUTC(), 2)
                .seal(
                        new Sealer.Wish(
                                Contents.of(List.of(source)),
                                List.of(KEY.recipient()),
                                new Authority(
                                        Optional.of("XA.PRS.2027.000318"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("EVD.2027.0044")),
                                folder.resolve(name),
                                signer),
                        Progress.NONE);
        return folder.resolve(name);
    }

    @AfterAll
    static void close() {
        browser.close();
        time.close();
    }

    private static Path pem(String name, X509Certificate... certificates) {
        return write(
                name,
                Utf8.bytes(String.join(
                        "", Stream.of(certificates).map(TestAuthority::pem).toList())));
    }

    private static Path write(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Said> said(List<Finding> findings) {
        return findings.stream()
                .map(each -> new Said(code(each.check()), code(each.outcome()), each.subject(), each.code()))
                .toList();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Said> byTheProgram(Path of, Trust trust) {
        Checking checking = new Checking(1, trust, Instant.now(), Progress.NONE);
        return said(Bag.isOne(of) ? checking.opened(of) : checking.sealed(of, List.of()));
    }

    private static final Trust TRUSTING = new Trust(List.of(BELMORA.root()), List.of());

    private static void trustBelmora(Browser.Opened opened) {
        opened.give(List.of(pem("belmora.pem", BELMORA.root())));
    }

    /// What the page and the program say, when both say the same.
    private static Judged both(Path of, Trust trust) {
        Judged judged = page.judge(of);
        assertAlike(judged, byTheProgram(of, trust));
        return judged;
    }

    /// Two readers of a wreck of a signature may tell by different signs that it is one, and one of them may have to
    /// say that it does not know. The program also calls it no signature when something beside the signature is
    /// spoiled, for instance a certificate that nobody needs. All else is the same.
    private static void assertAlike(Judged judged, List<Said> program) {
        boolean wreck = program.stream()
                .anyMatch(each -> ofSignature(each) && each.outcome().equals("bad"));
        boolean beside = program.stream().anyMatch(each -> each.code().equals("signature-malformed"));
        if (wreck && !beside) {
            assertThat(judged.findings())
                    .filteredOn(OfflinePageTest::ofSignature)
                    .anyMatch(each -> List.of("bad", "unknown").contains(each.outcome()));
        }
        assertThat(judged.findings().stream().filter(each -> !(wreck && ofSignature(each))))
                .containsExactlyElementsOf(program.stream()
                        .filter(each -> !(wreck && ofSignature(each)))
                        .toList());
    }

    private static boolean ofSignature(Said said) {
        return List.of("signature", "signer", "time").contains(said.check());
    }

    private static List<Path> files(Path of) throws IOException {
        try (Stream<Path> walk = Files.walk(of)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void spoiled(Path of, BiConsumer<Path, byte[]> work) throws IOException {
        for (Path file : files(of)) {
            byte[] genuine = Files.readAllBytes(file);
            if (genuine.length > 0) {
                byte[] spoiled = genuine.clone();
                spoiled[genuine.length / 2] ^= 1;
                Files.write(file, spoiled);
                work.accept(file, spoiled);
                Files.write(file, genuine);
            }
        }
    }

    @Nested
    class Something_good {
        @Test
        void is_good_as_a_bundle() {
            trustBelmora(page);
            assertThat(both(bundle, TRUSTING).verdict()).isEqualTo("good");
        }

        @Test
        void is_said_to_be_in_the_ledger_that_the_bundle_names() {
            trustBelmora(page);
            assertThat(both(bundle, TRUSTING).findings())
                    .contains(new Said("ledger", "good", Ledger.ORIGIN + ": 2", ""));
            assertThat(page.page().locator("#result").innerText())
                    .contains("Compare ledger/key.txt with the key in the directory");
        }

        @Test
        void is_good_as_a_sealed_package() {
            trustBelmora(page);
            Judged judged = both(sealed, TRUSTING);
            assertThat(judged.verdict()).isEqualTo("good");
            assertThat(judged.findings().getLast()).isEqualTo(new Said("contents", "not-done", "", "no-identity"));
        }

        @Test
        void is_good_without_roots_but_nobody_was_asked_who_signed() {
            page.give(List.of());
            assertThat(both(bundle, Trust.NONE).verdict()).isEqualTo("good");
            assertThat(page.page().locator("#result").innerText()).contains("because no root was given");
            assertThat(both(unsigned, Trust.NONE).verdict()).isEqualTo("good");
            assertThat(page.page().locator("#result").innerText()).contains("Nobody signed it");
        }
    }

    static List<String> vectors() throws IOException {
        try (Stream<Path> list = Files.list(VECTORS)) {
            return list.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /// The page takes no keys; every vector is one that can be noticed without.
    @ParameterizedTest
    @MethodSource("vectors")
    void a_vector_is_judged_as_it_says(String name) throws IOException {
        JsonNode says = JSON.readTree(Files.readAllBytes(VECTORS.resolve(name).resolve("vector.json")));
        page.give(List.of());
        Judged judged = both(VECTORS.resolve(name).resolve("package"), Trust.NONE);
        if (says.path("good").booleanValue()) {
            assertThat(judged.verdict()).isEqualTo("good");
        } else {
            assertThat(judged.verdict()).isEqualTo("not-good");
            Said first = judged.firstBad().orElseThrow();
            assertThat(first.check()).isEqualTo(says.path("check").stringValue(""));
            assertThat(first.code()).isEqualTo(says.path("code").stringValue(""));
        }
    }

    @Nested
    class A_proof_of_the_ledger {
        /// Whoever spoils a bundle may also mend its lists.
        private void withOther(String name, String text) throws IOException {
            Path file = bundle.resolve(name);
            Path tags = bundle.resolve("tagmanifest-sha256.txt");
            byte[] genuine = Files.readAllBytes(file);
            String list = Files.readString(tags);
            Files.writeString(file, text);
            Files.writeString(tags, list.replace(Sha256.hex(genuine), Sha256.hex(Files.readAllBytes(file))));
            String proof = "ledger/" + Ledger.RECEIVED + ".tlog-proof";
            assertThat(both(bundle, TRUSTING).firstBad())
                    .as(name)
                    .contains(new Said("ledger", "bad", name.endsWith("key.txt") ? name : proof, "proof-fails"));
            Files.write(file, genuine);
            Files.writeString(tags, list);
        }

        @Test
        void notices_an_event_a_path_a_place_a_root_and_a_key_that_are_others() throws IOException {
            trustBelmora(page);
            String event = "custody/" + Ledger.RECEIVED + ".json";
            withOther(event, Files.readString(bundle.resolve(event)).replace("received", "destroyed"));
            String name = "ledger/" + Ledger.RECEIVED + ".tlog-proof";
            String proof = Files.readString(bundle.resolve(name));
            withOther(name, proof.replace("index 123", "index 122"));
            withOther(name, proof.replaceFirst("(index 123\n)([^\n]+)\n", "$1"));
            withOther(name, proof.replace("\n300\n", "\n301\n"));
            withOther(name, proof.replaceFirst("\\nextra ", "\nextra AAAA"));
            withOther(name, "");
            withOther("ledger/key.txt", "no key");
        }
    }

    @Nested
    class Something_spoiled {
        @Test
        void is_never_good_when_a_byte_of_any_file_of_a_bundle_is_changed() throws IOException {
            trustBelmora(page);
            List<String> missed = new ArrayList<>();
            spoiled(bundle, (file, _) -> {
                if (both(bundle, TRUSTING).verdict().equals("good")) {
                    missed.add(file.toString());
                }
            });
            assertThat(missed).isEmpty();
            assertThat(both(bundle, TRUSTING).verdict()).isEqualTo("good");
        }

        @Test
        void is_noticed_in_each_file_of_a_sealed_package() throws IOException {
            trustBelmora(page);
            List<String> missed = new ArrayList<>();
            spoiled(sealed, (file, _) -> {
                if (both(sealed, TRUSTING).verdict().equals("good")) {
                    missed.add(file.toString());
                }
            });
            assertThat(missed).isEmpty();
        }

        @Test
        void is_never_good_when_a_file_is_missing_or_was_added() throws IOException {
            trustBelmora(page);
            for (Path file : files(bundle)) {
                if (!file.endsWith("bagit.txt")) {
                    Path aside = folder.resolve("aside");
                    Files.move(file, aside);
                    assertThat(both(bundle, TRUSTING).verdict()).isNotEqualTo("good");
                    Files.move(aside, file);
                }
            }
            Path added = Files.writeString(bundle.resolve("data/added.txt"), "more");
            assertThat(both(bundle, TRUSTING).firstBad())
                    .contains(new Said("complete", "bad", "data/added.txt", "not-listed"));
            Files.delete(added);
        }

        @Test
        void is_refused_when_a_name_leads_out_of_the_folder() throws IOException {
            page.give(List.of());
            for (String name :
                    List.of("data/../../etc/passwd", "data//x", "data/C:x", "data/\u202egpj.exe", "data/x.")) {
                Path list = bundle.resolve(Bag.MANIFEST);
                byte[] genuine = Files.readAllBytes(list);
                Files.writeString(list, Utf8.text(genuine) + "0".repeat(64) + "  " + name + "\n");
                assertThat(both(bundle, Trust.NONE).firstBad()).contains(new Said("form", "bad", name, "name-unsafe"));
                Files.write(list, genuine);
            }
            Path manifest = bundle.resolve("seal").resolve(PackageFiles.MANIFEST);
            byte[] genuine = Files.readAllBytes(manifest);
            Files.writeString(manifest, Utf8.text(genuine).replace("disk.img", "../disk.img"));
            assertThat(both(bundle, Trust.NONE).firstBad().orElseThrow().code()).isEqualTo("name-unsafe");
            Files.write(manifest, genuine);
        }

        /// Documents, lists and signatures that chance spoiled; the program says the same of each.
        @Test
        void is_judged_as_by_the_program_whatever_chance_spoiled() throws IOException {
            trustBelmora(page);
            Path small = smallBundle();
            for (String name : List.of(
                    "seal/seal.json", "seal/manifest.json", "seal/seal.json.p7s", Bag.MANIFEST, Bag.TAG_MANIFEST)) {
                Path file = small.resolve(name);
                byte[] genuine = Files.readAllBytes(file);
                Chance.times(20, chance -> {
                    byte[] mutation = Mutation.of(genuine, chance);
                    try {
                        Files.write(file, mutation);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    Judged judged = page.judge(small);
                    assertAlike(judged, byTheProgram(small, TRUSTING));
                    if (!name.equals(Bag.TAG_MANIFEST)) {
                        assertThat(judged.verdict().equals("good")).isEqualTo(Arrays.equals(mutation, genuine));
                    }
                });
                Files.write(file, genuine);
            }
        }

        private Path smallBundle() throws IOException {
            Path source = Files.writeString(folder.resolve("note.txt"), "seen at 23:11");
            Path target = folder.resolve("small-sealed");
            SealSigner signer = new CadesSigner(
                    BELMORA.signer(), Optional.of(new TimestampAuthority(time.address())), Clock.systemUTC());
            new Sealer(Clock.systemUTC(), 1)
                    .seal(
                            new Sealer.Wish(
                                    Contents.of(List.of(source)),
                                    List.of(KEY.recipient()),
                                    Authority.NONE,
                                    target,
                                    Optional.of(signer)),
                            Progress.NONE);
            Path small = folder.resolve("small");
            new Bundle(1, Optional.empty(), Optional.empty())
                    .make(SealedFolder.read(target), List.of(KEY.identity()), small, Progress.NONE);
            return small;
        }
    }

    @Nested
    class Who_signed {
        private Path signed(String name, SigningKey key, boolean stamped, Instant when) throws IOException {
            Path target = folder.resolve(name);
            Files.createDirectories(target);
            for (Path file : files(VECTORS.resolve("good-one-file-x25519/package"))) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
            CadesSigner signer = new CadesSigner(
                    key,
                    stamped ? Optional.of(new TimestampAuthority(time.address())) : Optional.empty(),
                    Clock.fixed(when, java.time.ZoneOffset.UTC));
            Files.write(
                    target.resolve(PackageFiles.SIGNATURE),
                    signer.sign(Files.readAllBytes(target.resolve(PackageFiles.SEAL))));
            return target;
        }

        private Said signer(Judged judged) {
            return judged.findings().stream()
                    .filter(each -> each.check().equals("signer"))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void is_a_stranger_when_another_root_was_given() {
            page.give(List.of(pem("arvenia.pem", ARVENIA.root())));
            Judged judged = both(bundle, new Trust(List.of(ARVENIA.root()), List.of()));
            assertThat(judged.verdict()).isEqualTo("not-good");
            assertThat(signer(judged).code()).isEqualTo("not-vouched-for");
        }

        @Test
        void is_asked_for_when_roots_were_given() {
            trustBelmora(page);
            Judged judged = both(unsigned, TRUSTING);
            assertThat(judged.verdict()).isEqualTo("not-good");
            assertThat(judged.firstBad().orElseThrow().code()).isEqualTo("not-signed");
        }

        @Test
        void is_judged_at_the_time_of_signing_or_now() throws IOException {
            trustBelmora(page);
            Instant now = Instant.now();
            Instant past = now.minus(Duration.ofDays(20));
            SigningKey old = BELMORA.signer(now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(10)));
            Path expired = signed("expired", old, false, past);
            assertThat(signer(both(expired, TRUSTING)).code()).isEqualTo("expired");
            SigningKey future = BELMORA.signer(now.plus(Duration.ofDays(5)), now.plus(Duration.ofDays(9)));
            Path early = signed("early", future, false, now.plus(Duration.ofDays(6)));
            assertThat(signer(both(early, TRUSTING)).code()).isEqualTo("not-yet-valid");
            assertThat(both(signed("good-unstamped", BELMORA.signer(), false, now), TRUSTING)
                            .verdict())
                    .isEqualTo("good");
        }

        @Test
        void is_not_believed_under_the_certificate_of_a_channel() throws IOException {
            Path target = signed("channel", BELMORA.channel(), false, Instant.now());
            assertThat(signer(both(target, TRUSTING)).code()).isEqualTo("wrong-use");
        }

        @Test
        void is_no_longer_vouched_for_when_the_certificate_was_revoked_before() throws IOException {
            SigningKey key = BELMORA.signer();
            Path target = signed("revoked", key, true, Instant.now());
            for (Duration earlier : List.of(Duration.ofDays(1), Duration.ofDays(-1))) {
                X509CRL list =
                        BELMORA.revoked(key.chain().getFirst(), Instant.now().minus(earlier));
                Path file = write("revoked.crl", encoded(list));
                page.give(List.of(pem("belmora.pem", BELMORA.root()), file));
                Judged judged = both(target, new Trust(List.of(BELMORA.root()), List.of(list)));
                assertThat(signer(judged).code()).isEqualTo(earlier.isNegative() ? "" : "revoked");
            }
        }

        private static byte[] encoded(X509CRL list) {
            try {
                return list.getEncoded();
            } catch (java.security.cert.CRLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Test
        void is_not_believed_about_a_root_that_signed_itself_or_a_time_of_strangers() throws IOException {
            SigningKey key = BELMORA.signer();
            page.give(List.of(pem("itself.pem", key.chain().getFirst())));
            Path target = signed("itself", key, false, Instant.now());
            assertThat(signer(both(target, new Trust(List.of(key.chain().getFirst()), List.of())))
                            .code())
                    .isEqualTo("root-itself");
            trustBelmora(page);
            try (TestAuthority.Timestamps strangers = ARVENIA.timestamps(Instant::now)) {
                Path stamped = signed("strangers", key, false, Instant.now());
                Files.write(
                        stamped.resolve(PackageFiles.SIGNATURE),
                        new CadesSigner(
                                        key,
                                        Optional.of(new TimestampAuthority(strangers.address())),
                                        Clock.systemUTC())
                                .sign(Files.readAllBytes(stamped.resolve(PackageFiles.SEAL))));
                assertThat(both(stamped, TRUSTING).firstBad().orElseThrow().code())
                        .isEqualTo("timestamp-not-vouched-for");
            }
        }

        @Test
        void cannot_be_told_where_the_browser_has_no_cryptography() {
            Browser.Opened bare = browser.open("en-GB", NO_WEB_CRYPTO);
            trustBelmora(bare);
            Judged judged = bare.judge(bundle);
            assertThat(judged.verdict()).isEqualTo("unknown");
            assertThat(judged.findings())
                    .contains(new Said("signature", "unknown", PackageFiles.SIGNATURE, "not-supported"));
            assertThat(bare.page().locator("#result").innerText()).contains("COULD NOT TELL");
            bare.page().context().close();
        }
    }

    @Nested
    class The_page {
        private final String text = Utf8.text(Bundle.page());

        @Test
        void weighs_little() {
            assertThat(Bundle.page().length).isLessThanOrEqualTo(MOST_BYTES);
        }

        @Test
        void allows_just_its_own_script_and_style() {
            for (String kind : List.of("script", "style")) {
                Matcher inside = Pattern.compile("<" + kind + ">(.*?)</" + kind + ">", Pattern.DOTALL)
                        .matcher(text);
                assertThat(inside.find()).isTrue();
                String digest = Base64.getEncoder()
                        .encodeToString(HexFormat.of().parseHex(Sha256.hex(Utf8.bytes(inside.group(1)))));
                assertThat(text).contains(kind + "-src 'sha256-" + digest + "'");
                assertThat(inside.find()).isFalse();
            }
            assertThat(text).contains("content=\"default-src 'none'; ").doesNotContain("unsafe-inline");
        }

        @Test
        void asks_nobody_for_anything_and_could_not() {
            Browser.Opened alone = browser.open("fr-FR");
            trustBelmora(alone);
            alone.judge(bundle);
            assertThat(alone.asked())
                    .allMatch(address -> address.startsWith("data:") || address.endsWith("/" + Bundle.PAGE))
                    .hasSizeLessThanOrEqualTo(2);
            Object refused = alone.page().evaluate("""
                    () => fetch('%s').then(() => 'answered', () => 'refused')""".formatted(time.address()));
            assertThat(refused).isEqualTo("refused");
            alone.page().context().close();
        }

        @Test
        void keeps_its_result_when_the_language_is_changed() {
            Browser.Opened opened = browser.open("ru-RU");
            assertThat(opened.page().locator("html").getAttribute("lang")).isEqualTo("ru");
            trustBelmora(opened);
            opened.judge(sealed);
            for (Language language : Language.values()) {
                opened.speak(language.tag());
                assertThat(opened.page().locator("html").getAttribute("lang")).isEqualTo(language.tag());
                assertThat(opened.page().locator("html").getAttribute("dir"))
                        .isEqualTo(language == Language.ARABIC ? "rtl" : "ltr");
                assertThat(opened.page().locator("#verdict").innerText())
                        .contains(words(language).getProperty("evidence.verdict.good"));
                assertThat(opened.page().locator("body").innerText()).doesNotContain("page.", "undefined", "{0}");
            }
            opened.page().context().close();
        }

        private static Properties words(Language language) {
            Properties words = new Properties();
            String name = language.tag().replace("-Hans", "");
            try (var in = Files.newBufferedReader(
                    ROOT.resolve("cli/src/main/resources/comity/cli/words/words_" + name + ".properties"))) {
                words.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return words;
        }

        /// The same sentence for the same thing. Only where the command line speaks of its own options does the page
        /// say it otherwise.
        @Test
        void speaks_as_the_command_line_does() {
            Matcher block = Pattern.compile(
                            "<script type=\"application/json\" id=\"texts\">(.*?)</script>", Pattern.DOTALL)
                    .matcher(text);
            assertThat(block.find()).isTrue();
            JsonNode texts = JSON.readTree(block.group(1));
            List<String> languages = texts.path("languages")
                    .valueStream()
                    .map(JsonNode::stringValue)
                    .toList();
            assertThat(languages)
                    .isEqualTo(Stream.of(Language.values()).map(Language::tag).toList());
            List<String> differing = new ArrayList<>();
            int same = 0;
            for (Language language : Language.values()) {
                Properties words = words(language);
                for (var each : texts.properties()) {
                    String here = each.getValue()
                            .path(languages.indexOf(language.tag()))
                            .stringValue("");
                    assertThat(here).as(each.getKey()).isNotBlank();
                    String there = words.getProperty("evidence." + each.getKey());
                    if (there != null && there.contains("--")) {
                        assertThat(here).doesNotContain("--");
                    } else if (there != null && !there.equals(here)) {
                        differing.add(language.tag() + " " + each.getKey());
                    } else if (there != null) {
                        same++;
                    }
                }
            }
            assertThat(differing).isEmpty();
            assertThat(same).isGreaterThan(6 * 40);
        }

        @Test
        void says_what_to_do_when_it_was_given_nothing_that_it_knows() throws IOException {
            Browser.Opened opened = browser.open("en-GB");
            opened.page().click("#check");
            assertThat(opened.page().locator("#fault").innerText()).isEqualTo("Choose a folder first.");
            opened.choose(folder.resolve("ward9"));
            opened.page().click("#check");
            assertThat(opened.page().locator("#fault").innerText()).contains("ward9 is not a package");
            opened.page().locator("#roots").setInputFiles(folder.resolve("ward9/100 % журнал.csv"));
            opened.page()
                    .waitForCondition(() ->
                            !opened.page().locator("#roots-fault").innerText().isEmpty());
            assertThat(opened.page().locator("#roots-fault").innerText())
                    .contains("holds neither certificates nor a revocation list");
            opened.page().context().close();
        }

        @Test
        void has_no_fault_that_axe_can_see_in_english_and_arabic() {
            for (String language : List.of("en", "ar")) {
                Browser.Opened opened = browser.open(language);
                assertThat(opened.faults()).isEmpty();
                trustBelmora(opened);
                opened.judge(bundle);
                assertThat(opened.faults()).isEmpty();
                opened.judge(VECTORS.resolve("bad-payload-changed/package"));
                assertThat(opened.faults()).isEmpty();
                opened.page().context().close();
            }
        }

        @Test
        void can_be_used_with_the_keyboard_alone_and_leads_to_the_verdict() {
            Browser.Opened opened = browser.open("en-GB");
            opened.choose(bundle);
            opened.page().locator("#roots").focus();
            opened.page().keyboard().press("Tab");
            opened.page().keyboard().press("Enter");
            opened.result();
            assertThat(opened.page().evaluate("() => document.activeElement.id"))
                    .isEqualTo("verdict");
            assertThat(opened.page().locator("[role=status]").innerText()).isEqualTo("GOOD");
            opened.page().context().close();
        }

        @Test
        void prints_a_certificate_of_what_was_found() throws IOException {
            Browser.Opened opened = browser.open("en-GB");
            trustBelmora(opened);
            opened.judge(bundle);
            opened.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
            String sheet = opened.page().locator("body").innerText();
            assertThat(sheet)
                    .contains(
                            "Certificate of a check",
                            "GOOD",
                            SealedFolder.read(sealed).seal().packageId().toString(),
                            Sha256.hex(Files.readAllBytes(sealed.resolve(PackageFiles.SEAL))),
                            Sha256.hex(certificate(BELMORA.root())),
                            "Every file is byte for byte what the manifest says",
                            "Chrome",
                            "EVD.2027.0044")
                    .doesNotContain("Print certificate", "Choose", "Language");
            opened.page().context().close();
        }

        private static byte[] certificate(X509Certificate certificate) {
            try {
                return certificate.getEncoded();
            } catch (java.security.cert.CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
