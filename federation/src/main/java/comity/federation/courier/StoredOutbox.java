package comity.federation.courier;

import comity.federation.LetterStatement;
import comity.federation.Outbox;
import comity.federation.OutgoingLetter;
import comity.federation.store.OutgoingTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;
import comity.ledger.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/// The outbox in the database.
public final class StoredOutbox implements Outbox {
    private final StateCode own;
    private final Journal journal;
    private final CourierSettings settings;
    private final Clock clock;
    private volatile Consumer<StateCode> whoSends = _ -> {};

    /// @param own the State that writes
    public StoredOutbox(StateCode own, Journal journal, CourierSettings settings, Clock clock) {
        this.own = own;
        this.journal = journal;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public LeafPlace put(Transaction tx, OutgoingLetter letter) {
        // PostgreSQL keeps microseconds; what is read back must be what was written.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OutboxPage page =
                tx.kept(OutboxPage.class, open -> new OutboxPage(open, settings, peer -> whoSends.accept(peer)));
        LetterStatement statement = LetterStatement.of(letter, own, page.nextNumber(letter));
        LeafPlace place = journal.append(tx, "letter.out", letter.id(), statement.bytes());
        page.add(new OutgoingTable.Put(letter, statement, place, now));
        return place;
    }

    StateCode own() {
        return own;
    }

    /// Who is told, after the commit, that there is something for a State.
    void onPut(Consumer<StateCode> whoSends) {
        this.whoSends = whoSends;
    }
}
