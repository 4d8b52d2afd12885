package comity.requests.emergency;

import comity.federation.Receipt;
import comity.federation.ReceiptListener;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.preservation.House;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Hears what became of our letters: the first positive receipt means that the request is durable in the other house.
public final class EmergencyReceipts implements ReceiptListener {
    private final EmergencyStore store;
    private final EmergencyBook book;

    EmergencyReceipts(House house, EmergencyStore store) {
        this.store = store;
        this.book = new EmergencyBook(house, store);
    }

    @Override
    public void heard(Transaction tx, Receipt receipt) {
        if (receipt.kind().equals(EmergencyLetters.KIND)) {
            RequestReference.parse(receipt.thread())
                    .filter(reference -> reference.type() == RequestType.EMERGENCY)
                    .flatMap(reference -> store.lock(tx, reference))
                    .filter(request -> !(request.state() instanceof EmergencyState.Unknown))
                    .ifPresent(request -> heard(tx, request, receipt));
        }
    }

    private void heard(Transaction tx, EmergencyCase request, Receipt receipt) {
        Author author = Author.peer(receipt.peer(), "system");
        if (receipt.event() == Receipt.Event.RELAY_ACCEPTED && request.state() instanceof EmergencyState.Sent) {
            EmergencyCase there = request.moved(new EmergencyState.Received(receipt.at()), book.now());
            book.write(tx, author, there, "received", details(receipt));
            return;
        }
        word(receipt.event())
                .ifPresent(word ->
                        book.write(tx, author, request.moved(request.state(), book.now()), word, details(receipt)));
    }

    /// What a person should see; that a letter arrived as it should needs no line of its own.
    private static Optional<String> word(Receipt.Event event) {
        return switch (event) {
            case RELAY_REJECTED -> Optional.of("letter-rejected");
            case RELAY_TIMED_OUT -> Optional.of("letter-delayed");
            case RELAY_FAILED -> Optional.of("letter-undelivered");
            case SUBMISSION_ACCEPTED, RELAY_ACCEPTED, RETRIEVED, ACCEPTED, REJECTED -> Optional.empty();
        };
    }

    private static Map<String, String> details(Receipt receipt) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("letter", receipt.letter().toString());
        receipt.code().ifPresent(code -> details.put("code", code));
        receipt.place().ifPresent(place -> {
            details.put("peerLeaf", Long.toString(place.index()));
            details.put("peerCommitment", place.commitment());
        });
        return details;
    }
}
