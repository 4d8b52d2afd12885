package comity.federation.certainty;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.LedgerAddress;
import comity.directory.NodeAddress;
import comity.federation.Refused;
import comity.federation.certainty.LedgerStanding.Word;
import comity.federation.cosigning.CosignerPolicy;
import comity.federation.envelope.ReceiptDocument;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.federation.store.CertaintyTable;
import comity.federation.store.SignedTable;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transactions;
import comity.ledger.audit.LogWatch;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.cosigning.Fork;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.ledger.policy.Policy;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileHashes;
import comity.ledger.tiles.http.HttpLog;
import comity.ledger.tree.InclusionProof;
import comity.ledger.tree.Proofs;
import comity.ledger.tree.SparseHashes;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Proves, from what another State publishes to everybody, that its ledger holds the letters it gave
/// receipts for (docs/protocol/receipts.md).
///
/// A receipt's own checkpoint is signed by that State alone, so it could be shown to us and to nobody
/// else. A letter is received for certain when its place is in a tree that this State's policy calls
/// good, and that tree continues the one of the receipt.
public final class Certainty implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Certainty.class.getName());
    /// More wait for the next round, so that one State's backlog does not keep the others waiting.
    private static final int AT_ONCE = 2_000;

    private final Directory directory;
    private final CosignerPolicy policy;
    private final CosignerMemory evidence;
    private final Transactions transactions;
    private final Clock clock;
    private final SignedReader reader = new SignedReader();
    private final Map<StateCode, LedgerStanding> standings = new ConcurrentHashMap<>();
    /// By address, so that connections stay open from one look to the next.
    private final Map<URI, HttpLog> logs = new ConcurrentHashMap<>();

    /// @param evidence where a fork is kept
    public Certainty(
            Directory directory,
            CosignerPolicy policy,
            CosignerMemory evidence,
            Transactions transactions,
            Clock clock) {
        this.directory = directory;
        this.policy = policy;
        this.evidence = evidence;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Looks at the ledger of every State that has given a receipt not yet proved. May be repeated after
    /// any crash.
    public void round() {
        transactions.read(CertaintyTable::awaited).keySet().forEach(this::look);
    }

    /// How the ledgers stood that were looked at since this node started, by State code.
    public List<LedgerStanding> standings() {
        return directory.all().stream()
                .map(Entry::state)
                .map(standings::get)
                .filter(standing -> standing != null)
                .toList();
    }

    /// How many letters wait to be received for certain, by State.
    public Map<StateCode, Long> awaited() {
        return transactions.read(CertaintyTable::awaited);
    }

    private void look(StateCode peer) {
        List<CertaintyTable.Unproved> letters = transactions.read(tx -> CertaintyTable.unproved(tx, peer, AT_ONCE));
        Optional<LedgerAddress> ledger =
                directory.find(peer).flatMap(Entry::node).map(NodeAddress::ledger);
        if (letters.isEmpty() || ledger.isEmpty()) {
            return;
        }
        try {
            HttpLog log = logs.computeIfAbsent(ledger.get().file(""), at -> new HttpLog(at, Optional.empty()));
            new Look(peer, ledger.get(), log, letters).take();
        } catch (UncheckedIOException e) {
            stands(peer, Word.SILENT, 0);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // Files that do not belong together, or a key or address that the directory has wrong. The others are
            // looked
            // at all the same.
            LOG.log(System.Logger.Level.WARNING, "The ledger of " + peer + " cannot be used", e);
            stands(peer, Word.UNUSABLE, 0);
        }
    }

    private void stands(StateCode peer, Word word, long size) {
        Instant now = clock.instant();
        LedgerStanding before = standings.get(peer);
        standings.put(peer, before == null ? new LedgerStanding(peer, word, size, now) : before.after(word, size, now));
        if (word == Word.FORKED && (before == null || before.word() != word)) {
            LOG.log(System.Logger.Level.ERROR, "The ledger of {0} has two histories; the evidence is kept", peer);
        }
    }

    @Override
    public void close() {
        logs.values().forEach(HttpLog::close);
    }

    /// One look at one ledger.
    private final class Look {
        private final StateCode peer;
        private final LedgerAddress ledger;
        private final PublishedLog log;
        private final List<CertaintyTable.Unproved> letters;
        private final List<VerifierKey> keys;

        private Look(StateCode peer, LedgerAddress ledger, PublishedLog log, List<CertaintyTable.Unproved> letters) {
            this.peer = peer;
            this.ledger = ledger;
            this.log = log;
            this.letters = letters;
            this.keys = List.of(VerifierKey.parse(ledger.key()));
        }

        private void take() {
            // The newest receipt shows the largest tree.
            compareWith(letters.getLast().receipt()).ifPresent(this::judge);
        }

        /// The published checkpoint, when it continues the one of a receipt.
        private Optional<SignedCheckpoint> compareWith(UUID receipt) {
            switch (new LogWatch(log, keys).look(checkpointOf(receipt))) {
                case LogWatch.Begun(SignedCheckpoint shown) -> {
                    return Optional.of(shown);
                }
                case LogWatch.Same(SignedCheckpoint shown) -> {
                    return Optional.of(shown);
                }
                case LogWatch.Grew(var _, SignedCheckpoint shown) -> {
                    return Optional.of(shown);
                }
                case LogWatch.Nothing() -> stands(peer, Word.BEHIND, 0);
                case LogWatch.WentBack(var _, SignedCheckpoint shown) ->
                    stands(peer, Word.BEHIND, shown.checkpoint().size());
                case LogWatch.Forked(Fork fork) -> {
                    evidence.keep(fork, clock.instant());
                    stands(peer, Word.FORKED, 0);
                }
                case LogWatch.FilesWrong _ -> stands(peer, Word.UNUSABLE, 0);
                case LogWatch.NotGenuine _ -> stands(peer, Word.UNUSABLE, 0);
            }
            return Optional.empty();
        }

        private void judge(SignedCheckpoint shown) {
            long size = shown.checkpoint().size();
            Optional<Policy> ours = policy.of(ledger);
            if (ours.isEmpty()) {
                stands(peer, Word.NO_POLICY, size);
            } else if (!ours.get().judge(shown, clock.instant()).isGood()) {
                stands(peer, Word.TOO_FEW_COSIGNERS, size);
            } else {
                prove(shown);
            }
        }

        private void prove(SignedCheckpoint good) {
            long size = good.checkpoint().size();
            Proofs proofs = new Proofs(new SparseHashes(TileHashes.STEP, new TileHashes(log, size)));
            List<CertaintyTable.Proved> proved = new ArrayList<>();
            for (CertaintyTable.Unproved letter : letters) {
                long index = letter.place().index();
                if (index >= size) {
                    continue;
                }
                InclusionProof proof = proofs.inclusion(index, size);
                if (!proof.proves(letter.place().entry(), good.checkpoint().root())) {
                    contradicted(letter);
                    return;
                }
                proved.add(new CertaintyTable.Proved(letter.letter(), proof.path()));
            }
            keep(good, proved);
            stands(peer, Word.GOOD, size);
        }

        /// A leaf that a receipt has proved, and that the published tree does not have: that receipt's
        /// own tree tells which of the two is false.
        private void contradicted(CertaintyTable.Unproved letter) {
            if (compareWith(letter.receipt()).isPresent()) {
                // The trees fit, so it was a tile of this moment that did not.
                stands(peer, Word.UNUSABLE, 0);
            }
        }

        private void keep(SignedCheckpoint good, List<CertaintyTable.Proved> proved) {
            if (proved.isEmpty()) {
                return;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            transactions.write(tx -> {
                CertaintyTable.settle(
                        tx, TimeOrderedId.at(now), peer, good.checkpoint().size(), good.text(), proved, now);
                return proved;
            });
        }

        /// The checkpoint that came with a receipt; empty when the ledger has got another key since.
        private Optional<SignedCheckpoint> checkpointOf(UUID receipt) {
            byte[] bytes = transactions
                    .read(tx -> SignedTable.find(tx, receipt))
                    .orElseThrow(() -> new IllegalStateException("A receipt is gone: " + receipt));
            try {
                ReceiptDocument document =
                        ReceiptDocument.read(reader.read(bytes, Seal.RECEIPT).payload());
                return Optional.of(SignedCheckpoint.openByAny(SignedNote.parse(document.checkpoint()), keys));
            } catch (NoteRefused e) {
                return Optional.empty();
            } catch (Refused e) {
                throw new IllegalStateException("A receipt that was believed cannot be read: " + receipt, e);
            }
        }
    }
}
