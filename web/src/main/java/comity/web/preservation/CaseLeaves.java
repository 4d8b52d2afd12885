package comity.web.preservation;

import comity.federation.LetterLine;
import comity.federation.letters.Letters;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.Opening;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LeafRecord;
import comity.web.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/// The leaves of our ledger that one case has: those of its letters and those of its events. Of those
/// that cannot be opened any more it says why that is so, and what they still prove.
public final class CaseLeaves {
    private static final Pattern GROUND = Pattern.compile("\"ground\":\"([a-z0-9.-]+)\"");

    private final Letters letters;
    private final Journal journal;
    private final Transactions transactions;

    public CaseLeaves(Letters letters, Journal journal, Transactions transactions) {
        this.letters = letters;
        this.journal = journal;
        this.transactions = transactions;
    }

    /// @param letters of the case, oldest first
    /// @param closed why a leaf cannot be opened, by its number; in the reader's words
    record Leaves(List<LetterLine> letters, Map<Long, String> closed) {}

    Leaves of(Page page, CaseView view) {
        return transactions.read(tx -> {
            List<LetterLine> lines = letters.ofThread(tx, view.reference().toString());
            Map<Long, String> closed = new TreeMap<>();
            numbers(lines, view).forEach(leaf -> why(tx, page, leaf).ifPresent(why -> closed.put(leaf, why)));
            return new Leaves(lines, closed);
        });
    }

    /// Whether a leaf is one of the case's own.
    boolean has(CaseView view, long leaf) {
        List<LetterLine> lines =
                transactions.read(tx -> letters.ofThread(tx, view.reference().toString()));
        return numbers(lines, view).anyMatch(own -> own == leaf);
    }

    private static LongStream numbers(List<LetterLine> letters, CaseView view) {
        return LongStream.concat(
                letters.stream().mapToLong(letter -> letter.ourPlace().index()),
                view.timeline().stream().flatMapToLong(entry -> entry.leaf().stream()));
    }

    private Optional<String> why(Transaction tx, Page page, long leaf) {
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
