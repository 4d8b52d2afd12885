package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.node.Caller;
import comity.api.node.NodeHealth;
import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.federation.letters.Letters;
import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.PublishedHead;
import comity.web.WebSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the node is, and who calls.
@RestController
public class NodeCalls {
    private final WebSettings settings;
    private final Directory directory;
    private final Letters letters;
    private final PublishedHead published;
    private final LedgerCalls ledger;
    private final Transactions transactions;
    private final Speech speech;
    private final Clock clock;
    private final Supplier<Optional<Instant>> certificateEnd;

    /// @param certificateEnd when the certificate ends with which letters are signed; empty in a node
    ///     that signs none
    public NodeCalls(
            WebSettings settings,
            Directory directory,
            Letters letters,
            PublishedHead published,
            LedgerCalls ledger,
            Transactions transactions,
            Speech speech,
            Clock clock,
            Supplier<Optional<Instant>> certificateEnd) {
        this.settings = settings;
        this.directory = directory;
        this.letters = letters;
        this.published = published;
        this.ledger = ledger;
        this.transactions = transactions;
        this.speech = speech;
        this.clock = clock;
        this.certificateEnd = certificateEnd;
    }

    @GetMapping(Paths.CALLER)
    ResponseEntity<byte[]> caller(Call call) {
        Actor actor = call.actor();
        return Answers.of(
                call,
                new Caller(
                        actor.person(),
                        actor.state().code(),
                        actor.roles().stream().sorted().map(Role::code).toList(),
                        null));
    }

    @GetMapping(Paths.NODE)
    ResponseEntity<byte[]> node(Call call) {
        call.actor();
        Map<StateCode, Integer> waiting = transactions.read(letters::waiting);
        ListVersion list = directory.version();
        return Answers.of(
                call,
                new NodeHealth(
                        settings.state().code(),
                        "state",
                        version(),
                        settings.drill(),
                        clock.instant(),
                        ledger.told(published.checkpoint()),
                        list.number(),
                        certificateEnd.get().orElse(null),
                        waiting.values().stream().mapToLong(Integer::longValue).sum(),
                        waiting.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> new NodeHealth.Peer(entry.getKey().code(), entry.getValue(), null, null))
                                .toList(),
                        findings(call, list)));
    }

    private List<NodeHealth.Finding> findings(Call call, ListVersion list) {
        List<NodeHealth.Finding> findings = new ArrayList<>();
        switch (list.freshness(clock.instant())) {
            case FRESH -> {}
            case EXPIRES_SOON -> findings.add(finding(call, "directory-expires-soon"));
            case EXPIRED -> findings.add(finding(call, "directory-expired"));
        }
        return findings;
    }

    private NodeHealth.Finding finding(Call call, String code) {
        return new NodeHealth.Finding(code, speech.say(call.language(), "api.finding." + code, code));
    }

    private static String version() {
        return Optional.ofNullable(NodeCalls.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
