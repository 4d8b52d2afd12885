package comity.requests.preservation;

import comity.federation.Receipt;
import comity.federation.ReceiptListener;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.Station;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Hears what became of our letters. The first positive receipt means that the request is durable in the other house;
/// a rejection or a silence is written into the timeline, so that a person looks.
public final class PreservationReceipts implements ReceiptListener {
    private final House house;
    private final Book book;

    public PreservationReceipts(House house) {
        this.house = house;
        this.book = new Book(house);
    }

    @Override
    public void heard(Transaction tx, Receipt receipt) {
        if (!receipt.kind().equals(LetterText.KIND)) {
            return;
        }
        RequestReference.parse(receipt.thread()).ifPresent(reference -> {
            if (reference.state().equals(house.self())) {
                house.store().lockOutgoing(tx, reference).ifPresent(request -> heard(tx, request, receipt));
            } else {
                house.store().lockIncoming(tx, reference).ifPresent(request -> heard(tx, request, receipt));
            }
        });
    }

    private void heard(Transaction tx, OutgoingCase request, Receipt receipt) {
        if (request.state() instanceof Outgoing.Unknown) {
            return;
        }
        Optional<String> word = word(receipt.event());
        if (receipt.event() == Receipt.Event.RELAY_ACCEPTED && request.state() instanceof Outgoing.Sent sent) {
            tx.afterCommit(() -> Station.THE_COURIER.passed(
                    request.reference(),
                    "receipted by " + receipt.peer()
                            + receipt.place()
                                    .map(place -> ", leaf " + place.index() + " of their ledger")
                                    .orElse("")));
            OutgoingCase next = request.moved(Moves.arrive(sent, receipt.at()), request.clock(), book.now());
            book.writeOutgoing(tx, author(receipt.peer()), Step.silent(next, "received", details(receipt)));
        } else {
            word.ifPresent(event -> book.writeOutgoing(
                    tx,
                    author(receipt.peer()),
                    Step.silent(request.moved(request.state(), request.clock(), book.now()), event, details(receipt))));
        }
    }

    private void heard(Transaction tx, IncomingCase request, Receipt receipt) {
        if (request.state() instanceof Incoming.Unknown) {
            return;
        }
        word(receipt.event())
                .ifPresent(event -> book.writeIncoming(
                        tx,
                        author(receipt.peer()),
                        Step.silent(
                                request.moved(request.state(), request.clock(), book.now()), event, details(receipt))));
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

    private static Author author(StateCode peer) {
        return Author.peer(peer, "system");
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
