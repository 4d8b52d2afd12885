package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a person does with `./comity demo`: start it, stop it in one of three ways, find everything again, and throw it
/// away.
class DemoTest {
    private static final Set<String> ROLES =
            Set.of("duty-officer", "central-authority", "investigator", "oversight", "administrator");

    @Test
    void keeps_its_data_between_starts_leaves_no_process_and_drops_all_when_asked() {
        Path folder = RunningDemo.newFolder();
        TreeSet<String> seeded;
        try (RunningDemo demo = RunningDemo.start(folder)) {
            requireAllThatScriptsNeed(demo);
            seeded = known(demo);
            assertThat(seeded).hasSizeGreaterThanOrEqualTo(14);
            requireForgeryIsShown(demo);
            requireEmergencyIsAnswered(demo);
            assertThat(demo.stop(RunningDemo.Signal.TERM)).isTrue();
        }
        try (RunningDemo demo = RunningDemo.start(folder)) {
            assertThat(known(demo)).isEqualTo(seeded);
            assertThat(demo.stop(RunningDemo.Signal.KILL)).isTrue();
        }
        try (RunningDemo demo = RunningDemo.start(folder, "--reset", "--no-seed")) {
            assertThat(known(demo)).isEmpty();
            assertThat(demo.stop(RunningDemo.Signal.INT)).isTrue();
        }
    }

    @Test
    void says_which_port_is_taken() throws IOException {
        int ports = Ports.claim();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports + 11));
            RunningDemo.Said said = RunningDemo.startInVain(RunningDemo.newFolder(), ports);
            assertThat(said.exit()).isEqualTo(2);
            assertThat(said.text())
                    .contains("Port " + (ports + 11) + " is in use")
                    .contains("--port-base");
        }
    }

    private static void requireAllThatScriptsNeed(RunningDemo demo) {
        assertThat(demo.nodes()).extracting(RunningDemo.Node::state).containsExactlyInAnyOrder("XA", "XB", "ZZ");
        for (RunningDemo.Node node : demo.nodes()) {
            assertThat(ProcessHandle.of(node.processId())).isPresent();
            assertThat(ApiCalls.answers(node.web().resolve("/readyz"))).isTrue();
            assertThat(ApiCalls.answers(node.ledger().resolve("checkpoint"))).isTrue();
            assertThat(node.letters().getScheme()).isEqualTo("https");
        }
        for (String state : List.of("XA", "XB")) {
            RunningDemo.Node node = demo.node(state);
            assertThat(node.people().keySet()).isEqualTo(ROLES);
            assertThat(node.people().values()).allSatisfy(person -> {
                assertThat(person.signIn()).isNotEmpty();
                assertThat(person.password()).isNotEmpty();
                assertThat(person.token()).isNotEmpty();
            });
        }
    }

    /// The forged letter of the demo world: refused, and there to be looked at by whoever is signed in.
    private static void requireForgeryIsShown(RunningDemo demo) {
        RunningDemo.Node belmora = demo.node("XB");
        try (PlainBrowser browser = new PlainBrowser(belmora.web())) {
            browser.signIn(
                    belmora.as("administrator").signIn(),
                    belmora.as("administrator").password());
            assertThat(browser.open("/health").html()).contains("XC</bdi>");
        }
        assertThat(NodeDatabase.of(demo, "XB")
                        .number("select count(*) from federation.quarantine where code = 'forged' and peer = 'XC'"))
                .isEqualTo(1);
    }

    /// Data were given at once and have arrived; and there is one, overdue for its review, for oversight to find.
    private static void requireEmergencyIsAnswered(RunningDemo demo) {
        ApiCalls arvenia = ApiCalls.as(demo.node("XA"), "oversight");
        List<JsonNode> known = arvenia.get("/api/v1/emergencies")
                .path("emergencies")
                .valueStream()
                .toList();
        assertThat(known)
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.path("state").asString()).isEqualTo("accepted"));
        String ours = known.stream()
                .map(one -> one.path("reference").asString())
                .filter(reference -> reference.startsWith("XA."))
                .findFirst()
                .orElseThrow();
        assertThat(arvenia.get("/api/v1/requests/" + ours + "/exhibits").path("exhibits"))
                .singleElement()
                .satisfies(
                        exhibit -> assertThat(exhibit.path("state").asString()).isEqualTo("received"));
    }

    private static TreeSet<String> known(RunningDemo demo) {
        TreeSet<String> known = new TreeSet<>();
        for (String state : List.of("XA", "XB")) {
            known.addAll(ApiCalls.as(demo.node(state), "duty-officer").references());
        }
        return known;
    }
}
