package comity.federation.courier;

import comity.federation.OutgoingLetter;
import comity.federation.store.OutgoingTable;
import comity.federation.store.WaitingTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// The letters put in one database transaction: numbered at once, written together just before the commit.
final class OutboxPage {
    private final Transaction tx;
    private final CourierSettings settings;
    private final Consumer<StateCode> whoSends;
    private final Map<Thread, Integer> lastNumbers = new HashMap<>();
    private final List<OutgoingTable.Put> letters = new ArrayList<>();

    private record Thread(StateCode peer, String name) {}

    OutboxPage(Transaction tx, CourierSettings settings, Consumer<StateCode> whoSends) {
        this.tx = tx;
        this.settings = settings;
        this.whoSends = whoSends;
    }

    int nextNumber(OutgoingLetter letter) {
        Thread thread = new Thread(letter.to(), letter.thread());
        Integer last = lastNumbers.get(thread);
        int next = (last != null ? last : OutgoingTable.lastNumber(tx, thread.peer, thread.name)) + 1;
        lastNumbers.put(thread, next);
        return next;
    }

    void add(OutgoingTable.Put letter) {
        if (letters.isEmpty()) {
            tx.beforeCommit(this::write);
        }
        letters.add(letter);
    }

    private void write() {
        OutgoingTable.add(tx, letters);
        WaitingTable.add(tx, letters.stream().map(this::waiting).toList());
        Set<StateCode> peers = new HashSet<>();
        letters.forEach(put -> peers.add(put.letter().to()));
        tx.afterCommit(() -> peers.forEach(whoSends));
        letters.clear();
    }

    private WaitingTable.New waiting(OutgoingTable.Put put) {
        return new WaitingTable.New(
                put.letter().id(),
                put.letter().to(),
                put.letter().thread(),
                put.statement().threadNumber(),
                put.at(),
                put.at().plus(settings.term()),
                put.at().plus(settings.end()));
    }
}
