package comity.federation.inbox;

import comity.directory.keys.Certificates;
import comity.directory.keys.EncryptionKeys;
import comity.directory.keys.SealKey;
import comity.federation.LetterHandler;
import comity.federation.PeerIdentity;
import comity.federation.Problem;
import comity.federation.Refused;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.Seal;
import comity.federation.store.QuarantineTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.OutcomeUnknown;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where other nodes' envelopes come in: `POST /letters` on the port between nodes.
///
/// The order of the questions is part of the protocol (docs/protocol/letters.md): size, who is on the connection, how
/// often it calls, form, version, addressee, writer, certificate, signature, time; then for each letter whether it is
/// known and whether it is its turn. What fails changes nothing, and a copy is kept for inspection.
public final class Inbox {
    /// The largest envelope, in bytes.
    public static final int LARGEST = 1024 * 1024;

    private static final System.Logger LOG = System.getLogger(Inbox.class.getName());
    private static final String NOBODY = "?";
    /// What is refused is written down and kept, but nobody may fill a disk with it.
    private static final InboxSettings INSPECTED = new InboxSettings(1, 512);
    /// What a peer is asked to wait when the letter before has not come yet, or the database is away.
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);

    private final Gate gate;
    private final RateLimit rateLimit;
    private final RateLimit inspected;
    private final Intake intake;
    private final Transactions transactions;
    private final Clock clock;

    /// An HTTP answer.
    public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {}

    /// @param seal whose State is ours
    /// @param handlers one for each kind of letter that is taken here
    public Inbox(
            Certificates certificates,
            SealKey seal,
            EncryptionKeys keys,
            Transactions transactions,
            Journal journal,
            List<LetterHandler> handlers,
            InboxSettings settings,
            Clock clock) {
        StateCode own = seal.state();
        this.gate = new Gate(own, certificates, clock);
        this.rateLimit = new RateLimit(settings, clock);
        this.inspected = new RateLimit(INSPECTED, clock);
        this.intake = new Intake(own, keys, new Seal(seal), transactions, journal, new Handlers(handlers), clock);
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Takes an envelope. Answers with a signed receipt, or with a problem and nothing changed.
    ///
    /// @param envelope the body of the call; the caller reads at most [#LARGEST] + 1 bytes
    public Reply receive(PeerIdentity peer, byte[] envelope) {
        try {
            requireSize(envelope);
            StateCode state = gate.peer(peer);
            Optional<Duration> wait = rateLimit.take(state.code());
            if (wait.isPresent()) {
                return refusal(Problem.RATE_LIMITED, "too many calls", wait);
            }
            return new Reply(200, Seal.MEDIA_TYPE, intake.take(gate.open(state, envelope), envelope), Map.of());
        } catch (Refused e) {
            return refuse(peer, envelope, e);
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "An envelope could not be taken: {0}", e.getMessage());
            return refusal(Problem.UNAVAILABLE, "try again", Optional.of(SHORT_WAIT));
        }
    }

    private static void requireSize(byte[] envelope) throws Refused {
        if (envelope.length > LARGEST) {
            throw new Refused(Problem.TOO_LARGE, "more than " + LARGEST + " bytes");
        }
    }

    private Reply refuse(PeerIdentity peer, byte[] envelope, Refused refused) {
        if (refused.problem() == Problem.OUT_OF_ORDER) {
            // An honest node meets this when two calls overtake each other: nothing to inspect.
            return refusal(refused.problem(), refused.detail(), Optional.of(SHORT_WAIT));
        }
        String named = peer.state().map(StateCode::code).orElse(NOBODY);
        // Somebody whom the directory does not know shares a bucket with all such callers.
        String bucket = refused.problem() == Problem.UNKNOWN_PEER ? NOBODY : named;
        if (inspected.take(bucket).isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "An envelope from {0} was refused: {1}", named, refused.getMessage());
            keepForInspection(bucket, envelope, refused);
        }
        return refusal(refused.problem(), refused.detail(), Optional.empty());
    }

    private void keepForInspection(String peer, byte[] envelope, Refused refused) {
        Instant now = clock.instant();
        QuarantineTable.Entry entry =
                QuarantineTable.Entry.of(peer, refused.problem().code(), refused.detail(), envelope, now);
        try {
            transactions.write(tx -> {
                QuarantineTable.add(tx, entry);
                return entry;
            });
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "A refused envelope could not be kept for inspection", e);
        }
    }

    private static Reply refusal(Problem problem, String detail, Optional<Duration> wait) {
        Map<String, String> headers = wait.map(
                        pause -> Map.of("Retry-After", Long.toString(Math.max(1, pause.toSeconds()))))
                .orElse(Map.of());
        return new Reply(problem.status(), ProblemDocument.MEDIA_TYPE, ProblemDocument.write(problem, detail), headers);
    }
}
