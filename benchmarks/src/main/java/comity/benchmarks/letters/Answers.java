package comity.benchmarks.letters;

import comity.federation.Receipt;
import comity.federation.ReceiptListener;
import comity.kernel.transaction.Transaction;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// Tells each sender when the receipt of its letter is durable, that is after the transaction that keeps it.
final class Answers implements ReceiptListener {
    private final Map<UUID, CompletableFuture<Receipt>> awaited = new ConcurrentHashMap<>();

    CompletableFuture<Receipt> of(UUID letter) {
        CompletableFuture<Receipt> answer = new CompletableFuture<>();
        awaited.put(letter, answer);
        return answer;
    }

    @Override
    public void heard(Transaction tx, Receipt receipt) {
        if (receipt.event() != Receipt.Event.SUBMISSION_ACCEPTED) {
            tx.afterCommit(() -> tell(receipt));
        }
    }

    private void tell(Receipt receipt) {
        CompletableFuture<Receipt> answer = awaited.remove(receipt.letter());
        if (answer != null) {
            answer.complete(receipt);
        }
    }
}
