package comity.web.health;

import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.LedgerAddress;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.list.ListSync;
import comity.federation.QuarantinedEnvelope;
import comity.federation.certainty.Certainty;
import comity.federation.certainty.LedgerStanding;
import comity.federation.certainty.ListProof;
import comity.federation.cosigning.CosignerPolicy;
import comity.federation.cosigning.Cosigners;
import comity.federation.letters.Letters;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transactions;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.cosigning.KeptFork;
import comity.ledger.cosigning.WatchedCosigner;
import comity.ledger.journal.Journal;
import comity.web.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// The health of the node, for whoever is signed in. What machines ask, `/livez` and `/readyz`, is
/// answered at the door of `node`, before any page.
@Controller
public class HealthPages {
    private static final int SHOWN = 20;
    /// How long a cosigner may take before a person should look.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Letters letters;
    private final Journal journal;
    private final Directory directory;
    private final ListSync sync;
    private final Cosigners cosigners;
    private final Certainty certainty;
    private final ListProof listProof;
    private final CosignerMemory forks;
    private final CosignerPolicy policy;
    private final Transactions transactions;

    public HealthPages(
            Letters letters,
            Journal journal,
            Directory directory,
            ListSync sync,
            Cosigners cosigners,
            Certainty certainty,
            ListProof listProof,
            CosignerMemory forks,
            CosignerPolicy policy,
            Transactions transactions) {
        this.letters = letters;
        this.journal = journal;
        this.directory = directory;
        this.sync = sync;
        this.cosigners = cosigners;
        this.certainty = certainty;
        this.listProof = listProof;
        this.forks = forks;
        this.policy = policy;
        this.transactions = transactions;
    }

    /// One cosigner of our ledger.
    ///
    /// @param state whose node it is; empty for the registry
    public record CosignerLine(
            Optional<String> state, String name, WatchedCosigner.Health health, long signedSize, Instant since) {
        /// Whether somebody should look.
        public boolean isWorrying() {
            return health != WatchedCosigner.Health.GOOD;
        }
    }

    /// The ledger of one other State.
    ///
    /// @param awaited letters to it that are not received for certain yet
    public record LedgerLine(LedgerStanding standing, long awaited) {}

    /// @param waiting how many letters wait, by State
    /// @param leaves how many leaves the ledger has
    /// @param listProof whether every State sees this list
    /// @param listFault what was wrong when the registry was last asked, as a key of a text
    /// @param missingBooks what the list names and is not here yet
    /// @param cosigners who sign our ledger
    /// @param ledgers of other States, as they stood at the last look
    /// @param forks that were shown to this node, by anybody
    /// @param refused envelopes that were refused and are kept for inspection
    public record Health(
            Map<String, Integer> waiting,
            long leaves,
            String checkpoint,
            ListVersion list,
            ListVersion.Freshness freshness,
            ListProof.Word listProof,
            Optional<String> listFault,
            List<String> missingBooks,
            List<CosignerLine> cosigners,
            List<LedgerLine> ledgers,
            List<KeptFork> forks,
            List<QuarantinedEnvelope> refused) {}

    @GetMapping("/health")
    ModelAndView health(Page page) {
        Map<String, Integer> waiting = new TreeMap<>();
        List<QuarantinedEnvelope> refused = transactions.read(tx -> {
            letters.waiting(tx).forEach((StateCode peer, Integer count) -> waiting.put(peer.code(), count));
            return letters.quarantined(tx, SHOWN);
        });
        ListVersion list = directory.version();
        Health health = new Health(
                waiting,
                journal.latest().checkpoint().size(),
                journal.latest().text(),
                list,
                list.freshness(page.now()),
                listProof.word(),
                listFault(),
                directory.missing().stream().map(Book.Listing::name).toList(),
                cosigners(page.now()),
                ledgers(),
                forks.forks(),
                refused);
        return new ModelAndView("health/node", Map.of("page", page, "health", health));
    }

    /// What makes a State's ledger good for us, as a file (C2SP tlog-policy), for those who check our
    /// proofs.
    @GetMapping("/health/policy/{state}")
    ResponseEntity<byte[]> policy(@PathVariable("state") String state) {
        Optional<LedgerAddress> ledger = directory.all().stream()
                .filter(entry -> entry.state().code().equals(state))
                .flatMap(entry -> entry.node().stream())
                .map(NodeAddress::ledger)
                .findFirst();
        return ledger.flatMap(policy::of)
                .map(found -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + state + ".tlog-policy\"")
                        .body(Utf8.bytes(found.text())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<String> listFault() {
        return switch (sync.last()) {
            case ListSync.Outcome.NotTaken not -> Optional.of("health.list." + not.code());
            case ListSync.Outcome.Unreachable _ -> Optional.of("health.list.unreachable");
            case ListSync.Outcome.Taken _, ListSync.Outcome.Unchanged _, ListSync.Outcome.NotAsked _ ->
                Optional.empty();
        };
    }

    private List<CosignerLine> cosigners(Instant now) {
        long size = journal.latest().checkpoint().size();
        return cosigners.standings().stream()
                .map(standing -> line(standing, size, now))
                .toList();
    }

    private static CosignerLine line(Cosigners.Standing standing, long size, Instant now) {
        WatchedCosigner watched = standing.watched();
        return new CosignerLine(
                standing.state().map(StateCode::code),
                watched.name(),
                watched.health(size, now, PATIENCE),
                watched.signedSize(),
                watched.since());
    }

    private List<LedgerLine> ledgers() {
        Map<StateCode, Long> awaited = certainty.awaited();
        return certainty.standings().stream()
                .map(standing -> new LedgerLine(standing, awaited.getOrDefault(standing.peer(), 0L)))
                .toList();
    }
}
