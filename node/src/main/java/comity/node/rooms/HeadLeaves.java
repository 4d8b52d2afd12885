package comity.node.rooms;

import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.ledger.Opening;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LeafRecord;
import comity.safeguards.oversight.HeadKeeper;
import comity.safeguards.oversight.LookStore;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Copies of the head of the book of looks as leaves of the ledger: whoever rewrites the book contradicts a tree that
/// peers and the public have seen.
public final class HeadLeaves implements HeadKeeper {
    private static final String LABEL = "looks.head";
    /// All such leaves are about the one book of this node.
    private static final UUID BOOK = UUID.nameUUIDFromBytes(Utf8.bytes("comity book of looks"));

    private static final Pattern EVENT =
            Pattern.compile("\\{\"number\":([0-9]{1,18}),\"seal\":\"([0-9a-f]{64})\",\"type\":\"comity.looks-head\"}");

    private final Journal journal;

    public HeadLeaves(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void keep(Transaction tx, LookStore.Head head) {
        journal.append(
                tx,
                LABEL,
                BOOK,
                Utf8.bytes("{\"number\":%d,\"seal\":\"%s\",\"type\":\"comity.looks-head\"}"
                        .formatted(head.number(), head.seal())));
    }

    @Override
    public List<LookStore.Head> kept(Transaction tx) {
        return journal.leavesOf(tx, BOOK).stream().map(HeadLeaves::head).toList();
    }

    /// What a leaf says. One whose opening does not fit its commitment any more says a head that no book has.
    private static LookStore.Head head(LeafRecord leaf) {
        Opening opening =
                leaf.opening().orElseThrow(() -> new IllegalStateException("These leaves are never destroyed"));
        Matcher event = EVENT.matcher(Utf8.text(opening.event()));
        boolean genuine = event.matches() && opening.commitment().hex().equals(leaf.commitment());
        return genuine ? new LookStore.Head(Long.parseLong(event.group(1)), event.group(2)) : new LookStore.Head(1, "");
    }
}
