package comity.federation.cosigning;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.LedgerAddress;
import comity.directory.NodeAddress;
import comity.kernel.OneLine;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.kernel.call.BoundedCall;
import comity.kernel.transaction.Transactions;
import comity.ledger.cosigning.CosignerReply;
import comity.ledger.cosigning.CosigningAsk;
import comity.ledger.cosigning.WatchedCosigner;
import comity.ledger.journal.Journal;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.tree.ConsistencyProof;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The other nodes, asked to sign our checkpoints (C2SP tlog-witness; docs/protocol/cosigning.md).
///
/// All are asked side by side, and none is waited for longer than a moment: one that is away costs its
/// line and nothing else. It is asked again after a pause that grows while it stays away.
public final class Cosigners implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Cosigners.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final BoundedCall CALL = new BoundedCall(PATIENCE, SignedNote.LARGEST);
    private static final int MOST_CALLS = 2;

    private final String own;
    private final Directory directory;
    private final DirectoryLogs logs;
    private final Journal journal;
    private final Transactions transactions;
    private final Clock clock;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Acquaintance> known = new ConcurrentHashMap<>();

    /// What is known of one cosigner while this process lives.
    ///
    /// @param failures in a row
    /// @param restsUntil it is not asked before this
    private record Acquaintance(WatchedCosigner watched, int failures, Instant restsUntil) {}

    public Cosigners(Directory directory, Journal journal, Transactions transactions, Clock clock) {
        this.own = journal.verifier().name();
        this.directory = directory;
        this.logs = new DirectoryLogs(directory);
        this.journal = journal;
        this.transactions = transactions;
        this.clock = clock;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// Asks everybody who has not signed this checkpoint and is not resting, and gives it with the lines
    /// that came in time. Returns at once when nobody is to be asked.
    ///
    /// @param checkpoint a committed one of ours, with the lines that it has
    public SignedCheckpoint ask(SignedCheckpoint checkpoint) throws InterruptedException {
        List<Future<List<NoteSignature>>> asked = new ArrayList<>();
        for (LedgerAddress cosigner : others()) {
            if (isToBeAsked(cosigner, checkpoint)) {
                asked.add(threads.submit(() -> lines(cosigner, checkpoint)));
            }
        }
        SignedCheckpoint cosigned = checkpoint;
        for (Future<List<NoteSignature>> lines : asked) {
            cosigned = cosigned.with(within(lines));
        }
        return cosigned;
    }

    /// How a cosigner stands to our ledger.
    ///
    /// @param state whose node it is; empty for the registry
    public record Standing(Optional<StateCode> state, WatchedCosigner watched) {}

    /// How each cosigner of the directory stands to our ledger; unasked ones too.
    public List<Standing> standings() {
        return others().stream()
                .map(cosigner -> new Standing(stateOf(cosigner), acquaintance(cosigner).watched))
                .toList();
    }

    private Optional<StateCode> stateOf(LedgerAddress ledger) {
        return directory.all().stream()
                .filter(entry -> entry.node()
                        .map(NodeAddress::ledger)
                        .filter(ledger::equals)
                        .isPresent())
                .map(Entry::state)
                .findFirst();
    }

    private boolean isToBeAsked(LedgerAddress cosigner, SignedCheckpoint checkpoint) {
        Acquaintance acquaintance = acquaintance(cosigner);
        boolean signed = acquaintance.watched.last() == WatchedCosigner.Last.SIGNED
                && acquaintance.watched.signedSize() >= checkpoint.checkpoint().size();
        return !signed && !clock.instant().isBefore(acquaintance.restsUntil);
    }

    private List<LedgerAddress> others() {
        return directory.ledgers().stream()
                .filter(ledger -> !ledger.origin().equals(own))
                .filter(ledger -> !logs.cosigners(ledger).isEmpty())
                .toList();
    }

    private Acquaintance acquaintance(LedgerAddress cosigner) {
        String name = logs.cosigners(cosigner).getFirst().name();
        return known.computeIfAbsent(
                name, _ -> new Acquaintance(WatchedCosigner.unasked(name, clock.instant()), 0, Instant.MIN));
    }

    private static List<NoteSignature> within(Future<List<NoteSignature>> lines) throws InterruptedException {
        try {
            return lines.get(PATIENCE.toMillis() * MOST_CALLS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            lines.cancel(true);
            return List.of();
        } catch (ExecutionException e) {
            LOG.log(System.Logger.Level.ERROR, "A cosigner could not be asked", e);
            return List.of();
        }
    }

    private List<NoteSignature> lines(LedgerAddress cosigner, SignedCheckpoint checkpoint) throws InterruptedException {
        try {
            return lines(cosigner, checkpoint, true);
        } catch (IOException e) {
            return failed(acquaintance(cosigner).watched.afterSilence(clock.instant()), String.valueOf(e.getMessage()));
        }
    }

    /// @param mayAskAgain when it remembers another size than we thought; after that answer it would be
    ///     about a third
    private List<NoteSignature> lines(LedgerAddress cosigner, SignedCheckpoint checkpoint, boolean mayAskAgain)
            throws IOException, InterruptedException {
        long size = checkpoint.checkpoint().size();
        WatchedCosigner before = acquaintance(cosigner).watched;
        CosignerReply reply = call(cosigner, checkpoint, before.askFrom(size));
        WatchedCosigner after = before.after(reply, size, clock.instant());
        return switch (reply) {
            case CosignerReply.Given given -> {
                known.put(after.name(), new Acquaintance(after, 0, Instant.MIN));
                yield given.lines();
            }
            case CosignerReply.OtherSize(long other)
            when mayAskAgain && other <= size -> {
                known.put(after.name(), new Acquaintance(after, acquaintance(cosigner).failures, Instant.MIN));
                yield lines(cosigner, checkpoint, false);
            }
            case CosignerReply.OtherSize(long other) -> failed(after, "it has signed " + other + " leaves of ours");
            case CosignerReply.Contradicted(int status, var _) -> failed(after, "status " + status);
            case CosignerReply.NotGiven(int status) -> failed(after, "status " + status);
            case CosignerReply.Worthless(var fault) -> failed(after, fault.code());
        };
    }

    private CosignerReply call(LedgerAddress cosigner, SignedCheckpoint checkpoint, long from)
            throws IOException, InterruptedException {
        ConsistencyProof proof = transactions.read(
                tx -> journal.consistency(tx, from, checkpoint.checkpoint().size()));
        byte[] body = Utf8.bytes(CosigningAsk.of(checkpoint.alone(), proof).body());
        HttpRequest request = HttpRequest.newBuilder(cosigner.cosigner(CosigningAsk.PATH))
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = CALL.send(http, request);
        return CosignerReply.read(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body(),
                checkpoint.alone(),
                logs.cosigners(cosigner),
                clock.instant());
    }

    private List<NoteSignature> failed(WatchedCosigner now, String detail) {
        Acquaintance before = known.get(now.name());
        int failures = before == null ? 1 : before.failures + 1;
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 9));
        Duration rest = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        known.put(now.name(), new Acquaintance(now, failures, clock.instant().plus(rest)));
        if (before == null || before.watched.last() != now.last()) {
            boolean accuses =
                    now.last() == WatchedCosigner.Last.AHEAD_OF_US || now.last() == WatchedCosigner.Last.CONTRADICTS;
            LOG.log(
                    accuses ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                    "{0} did not sign our checkpoint: {1} ({2})",
                    now.name(),
                    now.last(),
                    OneLine.of(detail));
        }
        return List.of();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
