package comity.federation.courier;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.keys.Certificates;
import comity.directory.keys.Pem;
import comity.federation.Problem;
import comity.federation.Receipt;
import comity.federation.ReceiptListener;
import comity.federation.Refused;
import comity.federation.envelope.ReceiptDocument;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.federation.store.EvidenceTable;
import comity.federation.store.SignedTable;
import comity.federation.store.WaitingTable;
import comity.kernel.Sha256;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Checks a receipt and settles the letters it speaks of.
final class Settlement {
    private final StateCode own;
    private final Directory directory;
    private final Certificates certificates;
    private final Transactions transactions;
    private final Journal journal;
    private final ReceiptListener listener;
    private final Clock clock;
    private final SignedReader reader = new SignedReader();
    private final Map<String, X509Certificate> roots = new ConcurrentHashMap<>();

    Settlement(
            StateCode own,
            Directory directory,
            Certificates certificates,
            Transactions transactions,
            Journal journal,
            ReceiptListener listener,
            Clock clock) {
        this.own = own;
        this.directory = directory;
        this.certificates = certificates;
        this.transactions = transactions;
        this.journal = journal;
        this.listener = listener;
        this.clock = clock;
    }

    /// Keeps a receipt, tells the listener and takes the letters out of the waiting room, in one transaction.
    ///
    /// @throws Refused when it is not a receipt of that State for exactly this envelope
    void settle(StateCode peer, Parcel parcel, byte[] bytes) throws Refused {
        ReceiptDocument receipt = open(peer, parcel, bytes);
        transactions.write(tx -> {
            keep(tx, peer, parcel, receipt, bytes);
            return receipt;
        });
    }

    private ReceiptDocument open(StateCode peer, Parcel parcel, byte[] bytes) throws Refused {
        SignedReader.Signed signed = reader.read(bytes, Seal.RECEIPT);
        ReceiptDocument receipt = ReceiptDocument.read(signed.payload());
        if (!receipt.from().equals(peer) || !receipt.to().equals(own)) {
            throw new Refused(Problem.PEER_MISMATCH, "a receipt from " + receipt.from() + " to " + receipt.to());
        }
        NodeAddress node = directory
                .find(peer)
                .flatMap(Entry::node)
                .orElseThrow(() -> new Refused(Problem.UNKNOWN_PEER, "the directory has no node of " + peer));
        X509Certificate root = roots.computeIfAbsent(node.rootCertificate(), Pem::certificate);
        Certificates.Verdict verdict =
                certificates.check(signed.chain(), root, clock.instant(), peer, Certificates.Use.SEAL);
        if (verdict != Certificates.Verdict.TRUSTED) {
            throw new Refused(Problem.CERTIFICATE_UNTRUSTED, "the receipt's certificate is " + verdict);
        }
        signed.requireSignature();
        requireAnswer(parcel, receipt);
        return receipt;
    }

    private static void requireAnswer(Parcel parcel, ReceiptDocument receipt) throws Refused {
        Set<UUID> answered = new HashSet<>();
        for (ReceiptDocument.Outcome outcome : receipt.letters()) {
            switch (outcome.event()) {
                case RELAY_ACCEPTED, RELAY_REJECTED -> answered.add(outcome.letter());
                case SUBMISSION_ACCEPTED, RELAY_TIMED_OUT, RELAY_FAILED, RETRIEVED, ACCEPTED, REJECTED ->
                    throw new Refused(Problem.MALFORMED, "a node cannot receipt " + outcome.event());
            }
        }
        if (!receipt.envelopeDigest().equals(parcel.digest())
                || !answered.containsAll(parcel.letters().keySet())) {
            throw new Refused(Problem.MALFORMED, "the receipt is for another envelope");
        }
    }

    private void keep(Transaction tx, StateCode peer, Parcel parcel, ReceiptDocument receipt, byte[] bytes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SettledPage page = tx.kept(SettledPage.class, SettledPage::new);
        // The other node chose the receipt's id; ours keeps two nodes from choosing the same.
        SignedTable.Document document = new SignedTable.Document(TimeOrderedId.at(now), peer, "receipt", bytes, now);
        for (ReceiptDocument.Outcome outcome : receipt.letters()) {
            WaitingTable.Inside letter = parcel.letters().get(outcome.letter());
            if (letter == null) {
                // Given up meanwhile; what was stated then stays.
                continue;
            }
            Receipt told = told(receipt, outcome, letter);
            if (told.event() == Receipt.Event.RELAY_REJECTED) {
                journal.append(tx, "letter.refused", told.letter(), event(told, bytes));
            }
            page.add(new EvidenceTable.Row(told, peer, document.id(), now));
            listener.heard(tx, told);
        }
        page.add(document, parcel.letters().keySet());
    }

    private static Receipt told(ReceiptDocument receipt, ReceiptDocument.Outcome outcome, WaitingTable.Inside letter) {
        return new Receipt(
                outcome.letter(),
                receipt.from(),
                letter.thread(),
                letter.kind(),
                outcome.event(),
                outcome.code(),
                outcome.detail(),
                outcome.receivedAt(),
                Optional.of(outcome.place()),
                Optional.of(receipt.checkpoint()));
    }

    /// What our own ledger commits to for evidence about a letter.
    static byte[] event(Receipt receipt, byte[] document) {
        return Utf8.bytes("{\"document\":\"" + Sha256.hex(document)
                + "\",\"event\":\"" + receipt.event().word()
                + "\",\"letter\":\"" + receipt.letter()
                + "\",\"type\":\"comity.evidence\"}");
    }
}
