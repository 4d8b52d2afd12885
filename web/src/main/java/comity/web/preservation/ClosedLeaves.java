package comity.web.preservation;

import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.ledger.Opening;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LeafRecord;
import comity.web.Page;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Says of a leaf that cannot be opened any more why that is so, and what it still proves.
final class ClosedLeaves {
    private static final Pattern GROUND = Pattern.compile("\"ground\":\"([a-z0-9.-]+)\"");

    private final Journal journal;

    ClosedLeaves(Journal journal) {
        this.journal = journal;
    }

    /// Nothing for a leaf that can be opened.
    Optional<String> why(Transaction tx, Page page, long leaf) {
        return journal.leaf(tx, leaf)
                .filter(record -> record.opening().isEmpty())
                .map(_ -> journal.destructionOf(tx, leaf)
                        .map(order -> page.t(
                                "ledger.erased",
                                "time",
                                page.at(order.at()),
                                "ground",
                                page.t("erase.ground." + ground(order))))
                        .orElseGet(() -> page.t("ledger.taken-back")));
    }

    private static String ground(LeafRecord order) {
        String event = order.opening().map(Opening::event).map(Utf8::text).orElse("");
        Matcher ground = GROUND.matcher(event);
        return ground.find() && ErasurePages.GROUNDS.contains(ground.group(1)) ? ground.group(1) : "other";
    }
}
