package comity.federation.courier;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.keys.Certificates;
import comity.federation.Problem;
import comity.federation.ReceiptFault;
import comity.federation.Refused;
import comity.federation.envelope.ReceiptDocument;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.kernel.StateCode;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import comity.ledger.tree.InclusionProof;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Whether an answer is a receipt: signed by the State that was written to, for exactly this envelope, and
/// with places that the ledger of that State really has. Nothing is believed on that State's word alone that
/// can be computed.
final class ReceiptCheck {
    private final StateCode own;
    private final Directory directory;
    private final Certificates certificates;
    private final Clock clock;
    private final SignedReader reader = new SignedReader();
    private final Map<StateCode, Opened> newest = new ConcurrentHashMap<>();

    /// A checkpoint whose signature was checked. Receipts that were written together share one.
    private record Opened(String key, String note, Checkpoint checkpoint) {}

    ReceiptCheck(StateCode own, Directory directory, Certificates certificates, Clock clock) {
        this.own = own;
        this.directory = directory;
        this.certificates = certificates;
        this.clock = clock;
    }

    /// Reads the receipt of an envelope. The questions are asked in the order of docs/protocol/receipts.md.
    ///
    /// @param letters of the envelope that was sent; those that were given up meanwhile may be missing
    /// @param digest of its bytes
    ReceiptDocument read(StateCode peer, Set<UUID> letters, String digest, byte[] bytes) throws NotBelieved {
        ReceiptDocument receipt = signed(peer, bytes);
        requireAnswer(receipt, letters, digest);
        Checkpoint checkpoint = checkpoint(peer, receipt.checkpoint());
        for (ReceiptDocument.Outcome letter : receipt.letters()) {
            requireProof(letter, checkpoint);
        }
        return receipt;
    }

    private ReceiptDocument signed(StateCode peer, byte[] bytes) throws NotBelieved {
        try {
            SignedReader.Signed signed = reader.read(bytes, Seal.RECEIPT);
            ReceiptDocument receipt = ReceiptDocument.read(signed.payload());
            if (!receipt.from().equals(peer) || !receipt.to().equals(own)) {
                throw new Refused(Problem.PEER_MISMATCH, "from " + receipt.from() + " to " + receipt.to());
            }
            requireSeal(peer, signed);
            signed.requireSignature();
            return receipt;
        } catch (Refused e) {
            throw new NotBelieved(e.problem(), e.detail());
        }
    }

    private void requireSeal(StateCode peer, SignedReader.Signed signed) throws Refused {
        switch (certificates.check(peer, signed.chain(), clock.instant(), Certificates.Use.SEAL)) {
            case TRUSTED -> {}
            case NO_NODE -> throw new Refused(Problem.UNKNOWN_PEER, "the directory has no node of " + peer);
            case UNTRUSTED -> throw new Refused(Problem.CERTIFICATE_UNTRUSTED, "not under the root of " + peer);
            case OUT_OF_TIME -> throw new Refused(Problem.CERTIFICATE_OUT_OF_TIME, "before or after its time");
            case WRONG_STATE -> throw new Refused(Problem.CERTIFICATE_WRONG_STATE, "does not name " + peer);
            case WRONG_USE -> throw new Refused(Problem.CERTIFICATE_WRONG_USE, "not made for seals");
            case REVOKED -> throw new Refused(Problem.CERTIFICATE_REVOKED, "revoked");
        }
    }

    private static void requireAnswer(ReceiptDocument receipt, Set<UUID> letters, String digest) throws NotBelieved {
        Set<UUID> answered = new HashSet<>();
        for (ReceiptDocument.Outcome outcome : receipt.letters()) {
            switch (outcome.event()) {
                case RELAY_ACCEPTED, RELAY_REJECTED -> {
                    if (!answered.add(outcome.letter())) {
                        throw new NotBelieved(ReceiptFault.CONTRADICTS_ITSELF, "letter " + outcome.letter() + " twice");
                    }
                }
                case SUBMISSION_ACCEPTED, RELAY_TIMED_OUT, RELAY_FAILED, RETRIEVED, ACCEPTED, REJECTED ->
                    throw new NotBelieved(ReceiptFault.SAYS_TOO_MUCH, "a node cannot say " + outcome.event());
            }
        }
        if (!receipt.envelopeDigest().equals(digest) || !answered.containsAll(letters)) {
            throw new NotBelieved(ReceiptFault.OF_ANOTHER, "the receipt is for another envelope");
        }
    }

    private Checkpoint checkpoint(StateCode peer, String note) throws NotBelieved {
        NodeAddress node = directory
                .find(peer)
                .flatMap(Entry::node)
                .orElseThrow(() -> new NotBelieved(Problem.UNKNOWN_PEER, "no node of " + peer + " any more"));
        Opened known = newest.get(peer);
        if (known != null && known.note.equals(note) && known.key.equals(node.ledgerKey())) {
            return known.checkpoint;
        }
        try {
            Checkpoint opened = SignedCheckpoint.open(note, VerifierKey.parse(node.ledgerKey()))
                    .checkpoint();
            newest.put(peer, new Opened(node.ledgerKey(), note, opened));
            return opened;
        } catch (NoteRefused e) {
            throw new NotBelieved(e.fault(), "the checkpoint is not one of " + node.ledgerOrigin());
        } catch (IllegalArgumentException e) {
            throw new NotBelieved(ReceiptFault.LEDGER_KEY_UNUSABLE, "the directory's key for the ledger of " + peer);
        }
    }

    private static void requireProof(ReceiptDocument.Outcome letter, Checkpoint checkpoint) throws NotBelieved {
        long index = letter.place().index();
        if (index >= checkpoint.size()
                || !new InclusionProof(index, checkpoint.size(), letter.path())
                        .proves(letter.place().entry(), checkpoint.root())) {
            throw new NotBelieved(ReceiptFault.LEAF_NOT_PROVED, "leaf " + index + " of " + checkpoint.size());
        }
    }
}
