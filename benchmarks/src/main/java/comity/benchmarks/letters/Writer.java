package comity.benchmarks.letters;

import comity.benchmarks.load.Payload;
import comity.federation.Outbox;
import comity.federation.OutgoingLetter;
import comity.federation.Receipt;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transactions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/// Writes letters, one at a time or a pile of them, and waits for their receipts.
final class Writer {
    private static final int PILE_IN_ONE_TRANSACTION = 500;
    private static final long PATIENCE_SECONDS = 120;

    private final Transactions transactions;
    private final Outbox outbox;
    private final Answers answers;
    private final AtomicReference<StateCode> to = new AtomicReference<>();
    private final List<CompletableFuture<Receipt>> pile = new ArrayList<>();

    Writer(Transactions transactions, Outbox outbox, Answers answers) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.answers = answers;
    }

    /// How many letters of a backlog were receipted after its first receipt, and in how many seconds.
    record Drained(long letters, double seconds) {
        double perSecond() {
            return letters / seconds;
        }
    }

    String to(StateCode state) {
        to.set(state);
        return "to " + state;
    }

    /// One letter: put durably, sent, received durably, receipted, the receipt kept durably.
    void send(long number) throws Exception {
        OutgoingLetter letter = letter(number);
        CompletableFuture<Receipt> answer = answers.of(letter.id());
        transactions.write(tx -> outbox.put(tx, letter));
        check(answer);
    }

    /// Puts letters without waiting for anything but their being durable here.
    String put(int letters) {
        for (int done = 0; done < letters; done += PILE_IN_ONE_TRANSACTION) {
            List<OutgoingLetter> some = new ArrayList<>();
            for (int i = done; i < Math.min(letters, done + PILE_IN_ONE_TRANSACTION); i++) {
                some.add(letter(i));
            }
            some.forEach(letter -> pile.add(answers.of(letter.id())));
            transactions.write(tx -> {
                some.forEach(letter -> outbox.put(tx, letter));
                return some.size();
            });
        }
        return String.valueOf(pile.size());
    }

    /// Waits until the pile is receipted. The clock starts with the first receipt, so that the wait for the
    /// courier's next try does not count; the letters receipted by then do not count either.
    Drained drain() throws Exception {
        CompletableFuture.anyOf(pile.toArray(CompletableFuture[]::new)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        long first = System.nanoTime();
        long left = pile.stream().filter(answer -> !answer.isDone()).count();
        for (CompletableFuture<Receipt> answer : pile) {
            check(answer);
        }
        Drained drained = new Drained(left, (System.nanoTime() - first) / 1e9);
        pile.clear();
        return drained;
    }

    private OutgoingLetter letter(long number) {
        UUID id = TimeOrderedId.at(Instant.now());
        return new OutgoingLetter(id, to.get(), Drawer.KIND, 1, "B-" + id, Payload.json(number));
    }

    private static void check(CompletableFuture<Receipt> answer)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Receipt receipt = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (receipt.event() != Receipt.Event.RELAY_ACCEPTED || receipt.place().isEmpty()) {
            throw new IOException("A letter was not taken: " + receipt.event() + " " + receipt.detail());
        }
    }
}
