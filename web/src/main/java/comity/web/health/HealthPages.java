package comity.web.health;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.federation.QuarantinedEnvelope;
import comity.federation.letters.Letters;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.web.Page;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The health of the node, for whoever is signed in. What machines ask, `/livez` and `/readyz`, is answered at the door
/// of `node`, before any page.
@Controller
public class HealthPages {
    private static final int SHOWN = 20;

    private final Letters letters;
    private final Journal journal;
    private final Directory directory;
    private final Transactions transactions;

    public HealthPages(Letters letters, Journal journal, Directory directory, Transactions transactions) {
        this.letters = letters;
        this.journal = journal;
        this.directory = directory;
        this.transactions = transactions;
    }

    /// @param waiting how many letters wait, by State
    /// @param leaves how many leaves the ledger has
    /// @param refused envelopes that were refused and are kept for inspection
    public record Health(
            Map<String, Integer> waiting,
            long leaves,
            String checkpoint,
            ListVersion list,
            ListVersion.Freshness freshness,
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
                refused);
        return new ModelAndView("health/node", Map.of("page", page, "health", health));
    }
}
