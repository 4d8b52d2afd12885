package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.LeafPlace;
import comity.ledger.cosigning.CosigningAsk;
import comity.ledger.cosigning.Fork;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.ledger.policy.Policy;
import comity.ledger.proof.ProofFile;
import comity.ledger.proof.ProofVerdict;
import comity.ledger.tree.ConsistencyProof;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.GoVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Three nodes that sign each other's ledgers: what that makes certain, for whom, and what comes out
/// when one of them rewrites its own.
class CosigningTest {
    private static final Pattern PROOF = Pattern.compile("href=\"([^\"]+/proof)\"");

    private static final Pattern ERASE = Pattern.compile("href=\"([^\"]+/erase)\"");

    @TempDir
    private static Path folder;

    private static RunningDemo demo;
    private static ApiCalls asking;
    private static String reference;

    @BeforeAll
    static void a_letter_is_received_for_certain() {
        demo = SharedDemo.get();
        asking = ApiCalls.as(demo.node("XA"), "duty-officer");
        reference = asking.sendExample("XB", Examples.ward9());
        asking.awaitCertain(reference);
    }

    @Test
    void the_pages_say_in_words_what_is_certain_and_who_signs() {
        try (PlainBrowser desk = signedIn("XA")) {
            assertThat(desk.open("/requests/" + reference).html()).contains("1 of 1 received for certain");
            assertThat(desk.open("/requests/" + reference + "/ledger").html())
                    .contains("received for certain")
                    .contains("Download the proof");
            assertThat(desk.open("/health").html())
                    .contains("Who signs our ledger")
                    .contains("good, and signed by enough others");
        }
    }

    @Test
    void the_proof_is_accepted_by_whoever_has_the_policy_and_by_a_program_of_other_people() throws IOException {
        String proof;
        String policy;
        try (PlainBrowser desk = signedIn("XA")) {
            Matcher link = PROOF.matcher(
                    desk.open("/requests/" + reference + "/ledger").html());
            assertThat(link.find()).isTrue();
            proof = desk.open(link.group(1)).html();
            policy = desk.open("/health/policy/XB").html();
        }
        LeafPlace place = asking.placeOfFirstLetter(reference);
        Policy ours = Policy.parse(Utf8.bytes(policy));

        ProofVerdict verdict = ProofFile.parse(Utf8.bytes(proof))
                .judge(place.entry(), ours, Instant.now().plusSeconds(60));
        assertThat(verdict.code()).isEqualTo("proved");

        GoVerifier others = GoVerifier.build(folder);
        Path file = Files.writeString(folder.resolve("letter.tlog-proof"), proof);
        List<String> question = new ArrayList<>(List.of(
                "closed",
                file.toString(),
                place.commitment(),
                ours.logs().getFirst().key().text()));
        ours.cosigners().stream()
                .map(cosigner -> cosigner.key().text())
                .filter(CosigningTest::isEd25519OfRegistry)
                .forEach(question::add);
        assertThat(question).hasSize(5);
        assertThat(others.ask(question)).isEqualTo(new GoVerifier.Answer(0, "good"));
        for (String state : List.of("XA", "XB")) {
            assertThat(others.ask(List.of(
                            "log",
                            files(state).toString(),
                            logKey(state).verifier().text())))
                    .describedAs("the ledger of " + state)
                    .isEqualTo(new GoVerifier.Answer(0, "good"));
        }
    }

    /// That program reads the keys of that kind.
    private static boolean isEd25519OfRegistry(String key) {
        return key.contains("/registry-1/") && VerifierKey.parse(key).type() == 0x04;
    }

    /// Belmora takes one leaf out of its past: it says that it never wrote it, signs the tree that comes
    /// out, and shows it to Arvenia at the next round.
    @Test
    void a_rewritten_past_is_caught_at_once_and_everybody_can_see_it() throws Exception {
        SignedCheckpoint rewritten = rewritten(logKey("XB"));
        String body = CosigningAsk.of(
                        rewritten,
                        new ConsistencyProof(
                                rewritten.checkpoint().size(),
                                rewritten.checkpoint().size(),
                                List.of()))
                .body();

        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(demo.node("XA").web().resolve("/cosigner/" + CosigningAsk.PATH))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());

        assertThat(answer.statusCode()).isEqualTo(409);
        JsonNode forks =
                JsonMapper.shared().readTree(ApiCalls.text(demo.node("XA").web().resolve("/cosigner/forks")));
        Fork fork = Fork.parse(
                        Utf8.bytes(forks.get(0).path("evidence").asString()),
                        _ -> List.of(logKey("XB").verifier()))
                .orElseThrow();
        assertThat(fork.origin()).isEqualTo(rewritten.checkpoint().origin());
        assertThat(fork.newer()).isEqualTo(rewritten);
        try (PlainBrowser desk = signedIn("XA")) {
            assertThat(desk.open("/health").html())
                    .contains("Ledgers with two histories")
                    .contains(fork.origin());
        }
        // What was seen first goes on being signed.
        String next = asking.sendExample("XB", Examples.ward9());
        asking.awaitCertain(next);
    }

    @Test
    void every_state_sees_the_same_list_and_every_edition_can_be_cited() {
        ApiCalls.await("that the list is proved", () -> {
            try (PlainBrowser desk = signedIn("XA")) {
                return desk.open("/health").html().contains("the same for every State");
            }
        });
        URI registry = demo.node("ZZ").web();
        String first = ApiCalls.text(registry.resolve("/directory/list/1"));
        ProofFile proof = ProofFile.parse(Utf8.bytes(ApiCalls.text(registry.resolve("/directory/list/1.tlog-proof"))));
        assertThat(proof.opening().orElseThrow().event()).isEqualTo(Utf8.bytes(first));
        assertThat(ApiCalls.text(registry)).contains("/directory/list/1.tlog-proof");
        assertThat(ApiCalls.text(registry.resolve("/directory/list/999.tlog-proof")))
                .contains("404");
    }

    @Test
    void what_a_leaf_opens_can_be_destroyed_and_the_tree_still_verifies() {
        String other = asking.sendExample("XB", Examples.ward9());
        String page = "/requests/" + other + "/ledger";
        String erase;
        try (PlainBrowser central = signedIn("XA", "central-authority")) {
            Matcher link = ERASE.matcher(central.open(page).html());
            assertThat(link.find()).isTrue();
            erase = link.group(1);
            PlainBrowser.Shown unsure = central.fill(erase, erase, Map.of());
            assertThat(unsure.status()).isEqualTo(422);
            assertThat(unsure.html()).contains("Choose the ground.").contains("written order before you");
            PlainBrowser.Shown done = central.fill(erase, erase, Map.of("ground", "data-protection", "confirm", "yes"));
            assertThat(done.html()).contains("Content destroyed on").contains("data-protection law");
        }
        try (PlainBrowser officer = signedIn("XA")) {
            assertThat(officer.open(erase).status()).isEqualTo(403);
            assertThat(officer.open(page).html()).contains("nobody can open it any more");
        }
        asking.awaitCertain(other);
        assertThat(GoVerifier.build(folder)
                        .ask(List.of(
                                "log",
                                files("XA").toString(),
                                logKey("XA").verifier().text())))
                .isEqualTo(new GoVerifier.Answer(0, "good"));
    }

    private static SignedCheckpoint rewritten(LogKey key) throws IOException {
        ApiCalls.await(
                "that Arvenia has signed the newest tree",
                () -> signedByArvenia().isPresent());
        Checkpoint newest = signedByArvenia().orElseThrow();
        MemoryTree tree = new MemoryTree();
        List<Hash> leaves =
                NodeDatabase.of(demo, "XB")
                        .texts("select encode(commitment, 'hex') from ledger.leaf order by index")
                        .stream()
                        .map(Hash::ofHex)
                        .limit(newest.size())
                        .toList();
        for (int i = 0; i < leaves.size(); i++) {
            tree.append(i == leaves.size() / 2 ? Hash.ofContent(Utf8.bytes("never written")) : leaves.get(i));
        }
        assertThat(leaves).hasSize((int) newest.size());
        return key.sign(new Checkpoint(key.origin(), newest.size(), new Proofs(tree).root(newest.size())));
    }

    private static Optional<Checkpoint> signedByArvenia() {
        try {
            SignedNote shown = SignedNote.parse(Files.readAllBytes(files("XB").resolve("checkpoint")));
            return shown.text().isEmpty() || !shown.toString().contains("/xa-1/cosigner")
                    ? Optional.empty()
                    : Optional.of(SignedCheckpoint.openByAny(
                                    shown, List.of(logKey("XB").verifier()))
                            .checkpoint());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path files(String state) {
        return demo.folder().resolve("data").resolve(state).resolve("ledger");
    }

    private static LogKey logKey(String state) {
        try {
            return LogKey.parse(Files.readString(demo.folder()
                            .resolve("data")
                            .resolve(state)
                            .resolve("keys")
                            .resolve("ledger.key"))
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PlainBrowser signedIn(String state) {
        return signedIn(state, "duty-officer");
    }

    private static PlainBrowser signedIn(String state, String role) {
        RunningDemo.Person officer = demo.node(state).as(role);
        PlainBrowser browser = new PlainBrowser(demo.node(state).web());
        browser.signIn(officer.signIn(), officer.password());
        browser.fill("/desk", "/language", Map.of("switch-language", "en"));
        return browser;
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
