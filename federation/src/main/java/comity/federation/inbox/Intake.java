package comity.federation.inbox;

import comity.directory.keys.EncryptionKeys;
import comity.federation.IncomingLetter;
import comity.federation.LetterStatement;
import comity.federation.Problem;
import comity.federation.Receipt;
import comity.federation.Refused;
import comity.federation.envelope.Bodies;
import comity.federation.envelope.Envelope;
import comity.federation.envelope.ReceiptDocument;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.federation.store.IncomingTable;
import comity.federation.store.SignedTable;
import comity.kernel.Sha256;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.LeafPlace;
import comity.ledger.journal.Journal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Takes the letters of a good envelope: each once, in the order of its thread, with its leaf, and answers for all.
///
/// Everything dear (decrypting, looking up) happens on the caller's thread; inside the transaction only the handlers
/// and the ledger run. Two callers with the same letter are kept apart by the database: the second finds its row taken
/// and is answered as a duplicate.
final class Intake {
    private static final String UNIQUE_VIOLATION = "23505";
    private static final int RACES = 5;
    /// Each letter that an area does not take undoes the transaction, and all letters before it are taken anew. So few
    /// may do so in one envelope; more must come one by one, where one costs nobody else anything.
    private static final int MOST_NOT_TAKEN = 8;

    private final StateCode own;
    private final EncryptionKeys keys;
    private final Seal seal;
    private final Transactions transactions;
    private final Journal journal;
    private final Handlers handlers;
    private final Clock clock;
    private final Bodies bodies = new Bodies();
    private final SignedReader reader = new SignedReader();
    private final KnownLetters knownLetters;

    Intake(
            StateCode own,
            EncryptionKeys keys,
            Seal seal,
            Transactions transactions,
            Journal journal,
            Handlers handlers,
            Clock clock) {
        this.own = own;
        this.keys = keys;
        this.seal = seal;
        this.transactions = transactions;
        this.knownLetters = new KnownLetters(transactions);
        this.journal = journal;
        this.handlers = handlers;
        this.clock = clock;
    }

    /// The signed receipt: the first one, byte for byte, when all of this was received before.
    ///
    /// @throws Refused when a letter's id was used for another letter, one comes before its turn, or too many
    ///     cannot be taken
    byte[] take(Envelope envelope, byte[] bytes) throws Refused {
        Map<UUID, Opened> opened = new HashMap<>();
        Bodies.Reading reading = bodies.reading(keys);
        for (Envelope.Enclosed letter : envelope.letters()) {
            opened.put(letter.id(), open(envelope, letter, reading));
        }
        int races = 0;
        int notTaken = 0;
        while (true) {
            List<IncomingTable.Known> known = known(envelope);
            Optional<byte[]> first = requireFitting(envelope, bytes, opened, known);
            if (first.isPresent()) {
                return first.get();
            }
            try {
                return transactions
                        .write(tx -> take(tx, envelope, bytes, opened, known))
                        .signed();
            } catch (Handlers.NotTaken no) {
                requireFew(envelope, ++notTaken);
                opened.computeIfPresent(no.letter(), (_, letter) -> letter.rejected(no.rejection()));
            } catch (DatabaseUnavailable e) {
                if (!isTaken(e) || ++races > RACES) {
                    throw e;
                }
            }
        }
    }

    private static void requireFew(Envelope envelope, int notTaken) throws Refused {
        if (notTaken > MOST_NOT_TAKEN && envelope.letters().size() > 1) {
            throw new Refused(Problem.TOO_MANY_LETTERS, "more than " + MOST_NOT_TAKEN + " of them cannot be taken");
        }
    }

    private Opened open(Envelope envelope, Envelope.Enclosed letter, Bodies.Reading reading) {
        Optional<byte[]> body = reading.decrypt(letter.body());
        LetterStatement statement = new LetterStatement(
                letter.id(),
                envelope.from(),
                own,
                letter.kind(),
                letter.version(),
                letter.thread(),
                letter.threadNumber(),
                // A body that cannot be opened is known by its encrypted form: enough to recognise it when it comes
                // again.
                Sha256.hex(body.orElseGet(() -> Utf8.bytes(letter.body()))));
        Optional<Opened.Rejection> rejection = body.isEmpty()
                ? Optional.of(new Opened.Rejection("body-unreadable", "not written to a key of " + own))
                : handlers.missing(letter.kind(), letter.version());
        return new Opened(letter, statement, body.orElse(null), rejection);
    }

    private List<IncomingTable.Known> known(Envelope envelope) {
        List<UUID> ids = new ArrayList<>();
        List<String> threads = new ArrayList<>();
        for (Envelope.Enclosed letter : envelope.letters()) {
            ids.add(letter.id());
            threads.add(letter.thread());
        }
        return knownLetters.of(envelope.from(), ids, threads);
    }

    /// Checks every letter against what came before. Gives the first receipt when this very envelope came before.
    private Optional<byte[]> requireFitting(
            Envelope envelope, byte[] envelopeBytes, Map<UUID, Opened> opened, List<IncomingTable.Known> known)
            throws Refused {
        Map<String, Integer> next = new HashMap<>();
        UUID receipt = null;
        boolean oneReceipt = true;
        for (int i = 0; i < known.size(); i++) {
            Envelope.Enclosed letter = envelope.letters().get(i);
            Optional<IncomingTable.First> first = known.get(i).first();
            if (first.isPresent()) {
                requireSame(of(opened, letter), first.get());
                oneReceipt &= receipt == null || receipt.equals(first.get().receipt());
                receipt = first.get().receipt();
            } else {
                oneReceipt = false;
                requireTurn(
                        letter, next.getOrDefault(letter.thread(), known.get(i).lastNumber() + 1));
                next.put(letter.thread(), letter.threadNumber() + 1);
            }
        }
        return oneReceipt ? stored(receipt).filter(bytes -> answers(bytes, envelopeBytes)) : Optional.empty();
    }

    private static void requireSame(Opened letter, IncomingTable.First first) throws Refused {
        if (!first.digest().equals(letter.statement().digest())) {
            throw new Refused(
                    Problem.LETTER_ID_REUSED, "letter " + letter.letter().id() + " came before with another content");
        }
    }

    private static void requireTurn(Envelope.Enclosed letter, int expected) throws Refused {
        if (letter.threadNumber() != expected) {
            throw new Refused(
                    Problem.OUT_OF_ORDER,
                    "letter " + letter.threadNumber() + " of thread " + letter.thread() + ", expected " + expected);
        }
    }

    private Optional<byte[]> stored(@Nullable UUID receipt) {
        return receipt == null ? Optional.empty() : transactions.read(tx -> SignedTable.find(tx, receipt));
    }

    /// Whether a stored receipt is the one to give again: it answers these very bytes, and is by the seal
    /// that we have today. The writer seals anew when its own seal was renewed, and may no longer believe a
    /// seal that we had before.
    private boolean answers(byte[] receipt, byte[] envelope) {
        try {
            SignedReader.Signed signed = reader.read(receipt, Seal.RECEIPT);
            return seal.isOf(signed)
                    && ReceiptDocument.read(signed.payload()).envelopeDigest().equals(Sha256.hex(envelope));
        } catch (Refused e) {
            throw new IllegalStateException("A receipt of ours can be read", e);
        }
    }

    private ReceiptPage.Draft take(
            Transaction tx,
            Envelope envelope,
            byte[] bytes,
            Map<UUID, Opened> opened,
            List<IncomingTable.Known> known) {
        // PostgreSQL keeps microseconds; a receipt must say what the table says.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SignedTable.Document received =
                new SignedTable.Document(TimeOrderedId.at(now), envelope.from(), "envelope", bytes, now);
        UUID receipt = TimeOrderedId.at(now);
        List<ReceiptDocument.Outcome> outcomes = new ArrayList<>();
        List<IncomingTable.Row> rows = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            Optional<IncomingTable.First> first = known.get(i).first();
            Opened letter = of(opened, envelope.letters().get(i));
            if (first.isPresent()) {
                outcomes.add(again(letter.letter().id(), first.get()));
            } else {
                IncomingTable.Row row = takeOne(tx, envelope, letter, now, received.id(), receipt);
                rows.add(row);
                outcomes.add(outcome(row));
            }
        }
        ReceiptPage.Draft draft = new ReceiptPage.Draft(
                receipt, envelope.from(), now, envelope.id(), Sha256.hex(bytes), received, outcomes, rows);
        tx.kept(ReceiptPage.class, open -> new ReceiptPage(open, own, seal, journal))
                .add(draft);
        return draft;
    }

    private IncomingTable.Row takeOne(
            Transaction tx, Envelope envelope, Opened opened, Instant now, UUID received, UUID receipt) {
        Envelope.Enclosed letter = opened.letter();
        String label = opened.rejection().isEmpty() ? "letter.in" : "letter.rejected";
        LeafPlace place =
                journal.append(tx, label, letter.id(), opened.statement().bytes());
        byte[] body = opened.body();
        if (opened.rejection().isEmpty() && body != null) {
            handlers.handle(
                    tx,
                    new IncomingLetter(
                            letter.id(),
                            envelope.from(),
                            letter.kind(),
                            letter.version(),
                            letter.thread(),
                            letter.threadNumber(),
                            envelope.sentAt(),
                            body,
                            place,
                            opened.statement().digest()));
        }
        return new IncomingTable.Row(
                envelope.from(),
                letter.id(),
                letter.thread(),
                letter.threadNumber(),
                letter.kind(),
                letter.version(),
                opened.statement().digest(),
                envelope.sentAt(),
                now,
                opened.rejection().isEmpty() ? Receipt.Event.RELAY_ACCEPTED : Receipt.Event.RELAY_REJECTED,
                opened.rejection().map(Opened.Rejection::code),
                opened.rejection().map(Opened.Rejection::detail).orElse(""),
                place,
                received,
                receipt);
    }

    private static ReceiptDocument.Outcome outcome(IncomingTable.Row row) {
        return new ReceiptDocument.Outcome(
                row.id(), row.event(), row.code(), row.detail(), row.receivedAt(), row.place(), List.of());
    }

    private static ReceiptDocument.Outcome again(UUID letter, IncomingTable.First first) {
        return new ReceiptDocument.Outcome(
                letter, first.event(), first.code(), first.detail(), first.receivedAt(), first.place(), List.of());
    }

    private static Opened of(Map<UUID, Opened> opened, Envelope.Enclosed letter) {
        Opened found = opened.get(letter.id());
        if (found == null) {
            throw new IllegalStateException("Every letter of the envelope was opened");
        }
        return found;
    }

    private static boolean isTaken(DatabaseUnavailable e) {
        return e.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
