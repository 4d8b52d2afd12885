package comity.ledger.journal;

import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.Hash;
import comity.ledger.LeafPlace;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import comity.ledger.tiles.TileAudit;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TileHashes;
import comity.ledger.tiles.TilePublisher;
import comity.ledger.tiles.TileStore;
import comity.ledger.tree.ConsistencyProof;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.InclusionProof;
import comity.ledger.tree.Proofs;
import comity.ledger.tree.SparseHashes;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/// The log of a node, kept in its database.
///
/// Three words carry a leaf through its life. It is **sequenced** when [#append] has given it an index,
/// inside a transaction that may still be undone; **integrated** when that transaction is committed,
/// together with a signed checkpoint that covers it; **published** when [#publish] has written it to
/// files. An index is never given twice and never skipped: it is taken under a lock on the one row that
/// knows the size, and that row and the leaf commit together.
///
/// Several threads, and several processes on one database, may use a log at the same time.
public final class Journal {
    /// The label of a leaf that records the destruction of another one's salt and event.
    public static final String DESTROYED = "leaf.destroyed";
    /// The label of a leaf whose place and commitment came back and whose opening did not.
    public static final String TAKEN_BACK = "leaf.taken-back";
    /// The label of a leaf that stands for nothing.
    public static final String PADDING = "padding";

    /// What padding is about.
    private static final UUID NOTHING = UUID.nameUUIDFromBytes(Utf8.bytes("comity padding"));

    private final Transactions transactions;
    private final LogKey key;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();
    private final AtomicReference<SignedCheckpoint> latest;

    /// Opens the log, and begins it when the database has none.
    ///
    /// @throws LedgerDamaged when the database holds the log of another key, or not what was signed
    public Journal(Transactions transactions, LogKey key, Clock clock) {
        this.transactions = transactions;
        this.key = key;
        this.clock = clock;
        this.latest = new AtomicReference<>(key.sign(new Checkpoint(key.origin(), 0, Hash.EMPTY_TREE)));
        committed(transactions.write(this::open));
    }

    /// Appends a salted commitment to an event. The index is final and has no gap before it, once the
    /// transaction commits.
    ///
    /// The first append of a database transaction waits for every other process that appends, until its
    /// commit. The row is written just before the commit: within this transaction it cannot be read
    /// back.
    ///
    /// @param label what kind of event it is, for example `letter.out`
    /// @param subject the request or letter that the event is about
    /// @param event the bytes to commit to; kept as they are
    public LeafPlace append(Transaction tx, String label, UUID subject, byte[] event) {
        Opening opening = Opening.fresh(chance, event);
        // PostgreSQL keeps microseconds; a time that is read back must be the one that was written.
        return tx.kept(Page.class, this::openPage)
                .append(label, subject, opening, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /// Appends leaves that stand for nothing until the size is a multiple, so that a stranger who
    /// watches the size learns less of how much is written. From outside they look like all others;
    /// each can be opened to show that it is empty. See `docs/safeguards/what-the-ledger-reveals.md`.
    ///
    /// @param multiple at least 1
    /// @param beyond the published size: the new size is larger, so that a quiet round looks like a
    ///     busy one
    /// @return how many were added
    public int fill(Transaction tx, int multiple, long beyond) {
        if (multiple < 1) {
            throw new IllegalArgumentException("A size is no multiple of " + multiple);
        }
        Page page = tx.kept(Page.class, this::openPage);
        int added = 0;
        while (page.size() % multiple != 0 || page.size() <= beyond) {
            append(tx, PADDING, NOTHING, Utf8.bytes("{\"type\":\"comity.padding\"}"));
            added++;
        }
        return added;
    }

    /// Destroys salt and event of a leaf, because the law demands it, and appends a leaf that records
    /// it. Both happen when the transaction commits, or neither. The leaf stays in its place and every
    /// proof of it holds, but nobody can tell any more what was committed to.
    ///
    /// What this cannot reach: copies that others were given, backups, and what the database has
    /// written and not yet cleaned; see docs/operating/backup.md.
    public Destruction destroy(Transaction tx, long index, Erasure erasure) {
        LeafTable leaves = new LeafTable(tx.connection());
        Optional<LeafRecord> leaf = leaves.find(index);
        if (leaf.isEmpty()) {
            return new Destruction.NoSuchLeaf();
        }
        if (leaf.get().label().equals(DESTROYED)) {
            return new Destruction.IsItselfARecord();
        }
        // The lock on the head comes first: two orders at one moment wait for each other.
        tx.kept(Page.class, this::openPage);
        Optional<Long> before = leaves.destroyedIn(index);
        if (before.isPresent()) {
            return new Destruction.GoneBefore(before.get());
        }
        LeafPlace recorded = append(
                tx,
                DESTROYED,
                leaf.get().subject(),
                Utf8.bytes("{\"by\":\"%s\",\"ground\":\"%s\",\"leaf\":%d,\"type\":\"comity.leaf-destroyed\"}"
                        .formatted(erasure.orderedBy(), erasure.ground(), index)));
        leaves.destroy(index, recorded.index());
        return new Destruction.Destroyed(recorded);
    }

    /// The leaf that records why another one cannot be opened; empty when the other one can, or is not
    /// there.
    public Optional<LeafRecord> destructionOf(Transaction tx, long index) {
        LeafTable leaves = new LeafTable(tx.connection());
        return leaves.destroyedIn(index).flatMap(leaves::find);
    }

    /// The newest checkpoint that this process knows to be committed. It covers every leaf that this
    /// process has appended and committed; a second process on the same database may have a newer one,
    /// see [#latest(Transaction)].
    public SignedCheckpoint latest() {
        return latest.get();
    }

    /// The key that checks this log's checkpoints.
    public VerifierKey verifier() {
        return key.verifier();
    }

    /// The newest checkpoint in the database, as this transaction sees it.
    public SignedCheckpoint latest(Transaction tx) {
        return OwnCheckpoint.in(tx).signed().orElseGet(() -> signed(head(tx)));
    }

    /// What is kept of a leaf.
    public Optional<LeafRecord> leaf(Transaction tx, long index) {
        return new LeafTable(tx.connection()).find(index);
    }

    /// All leaves about a request or letter, in the order of the log.
    public List<LeafRecord> leavesOf(Transaction tx, UUID subject) {
        return new LeafTable(tx.connection()).about(subject);
    }

    /// Proves that a leaf is in the tree of a size.
    ///
    /// @param treeSize at most the size of a committed checkpoint
    /// @throws IllegalArgumentException when a tree of this size has no such leaf, or the log has not
    ///     reached this size
    public InclusionProof inclusion(Transaction tx, long index, long treeSize) {
        return proofs(tx, treeSize).inclusion(index, treeSize);
    }

    /// Proves that a leaf is in the tree of [#latest(Transaction)]. A leaf that the transaction has
    /// appended itself needs no question to the database.
    ///
    /// @throws IllegalArgumentException when the log has no such leaf yet
    public InclusionProof proof(Transaction tx, long index) {
        return OwnCheckpoint.in(tx)
                .proof(index)
                .orElseGet(() -> inclusion(tx, index, latest(tx).checkpoint().size()));
    }

    /// Proves that the log has only grown between two sizes.
    ///
    /// @throws IllegalArgumentException when the sizes are in the wrong order, or the log has not
    ///     reached the second
    public ConsistencyProof consistency(Transaction tx, long fromSize, long toSize) {
        return proofs(tx, toSize).consistency(fromSize, toSize);
    }

    /// Writes what is committed and not yet published to a folder, for anybody to fetch. Can be
    /// repeated after any crash; one process writes at a time.
    ///
    /// @throws LedgerDamaged when the folder shows a history that is not the beginning of this one
    /// @throws java.io.UncheckedIOException when the disk refuses; the older checkpoint is then shown
    public void publish(Path folder) {
        publish(new TileFolder(folder));
    }

    /// The same, for another place or disk.
    public void publish(TileStore files) {
        files.alone(() -> transactions.read(tx -> {
            publish(tx, files);
            return files;
        }));
    }

    /// Publishes up to a checkpoint that cosigners have signed, with their lines. When this checkpoint
    /// is shown already, the lines are added to it; when a later one is, nothing happens. As safe to
    /// repeat as [#publish(TileFolder)].
    ///
    /// @param cosigned a committed checkpoint of this log, as [#latest] gave it, with lines that were
    ///     checked
    /// @throws LedgerDamaged when it, or what is shown, is not the beginning of this history
    public void publish(TileStore files, SignedCheckpoint cosigned) {
        if (!cosigned.logKey().equals(key.verifier())) {
            throw new IllegalArgumentException("A log publishes its own checkpoints only");
        }
        files.alone(() -> transactions.read(tx -> {
            requireBeginning(tx, cosigned.checkpoint(), latest(tx).checkpoint());
            publish(tx, files, cosigned);
            return files;
        }));
    }

    /// Requires that a checkpoint which was shown once is the beginning of this history, or the whole
    /// of it.
    ///
    /// @throws LedgerDamaged when it is not, or is another log's
    public void requireContinues(byte[] shown) {
        transactions.read(tx -> {
            requireBeginning(tx, shown(shown), latest(tx).checkpoint());
            return tx;
        });
    }

    private void publish(Transaction tx, TileStore files, SignedCheckpoint cosigned) {
        Optional<Checkpoint> shown = files.checkpoint().map(this::shown);
        long size = cosigned.checkpoint().size();
        if (shown.isPresent() && shown.get().size() >= size) {
            requireBeginning(tx, shown.get(), latest(tx).checkpoint());
            if (shown.get().size() == size) {
                files.addLines(cosigned);
            }
        } else {
            shown.ifPresent(checkpoint -> requireBeginning(tx, checkpoint, cosigned.checkpoint()));
            write(tx, files, shown.map(Checkpoint::size).orElse(0L), cosigned);
        }
    }

    private static void write(Transaction tx, TileStore files, long from, SignedCheckpoint next) {
        LeafTable leaves = new LeafTable(tx.connection());
        new TilePublisher(leaves::entries, new SubtreeTable(tx.connection()).hashes(leaves)).publish(files, from, next);
    }

    private void publish(Transaction tx, TileStore files) {
        SignedCheckpoint next = latest(tx);
        Optional<Checkpoint> shown = files.checkpoint().map(this::shown);
        long from = shown.map(Checkpoint::size).orElse(0L);
        shown.ifPresent(checkpoint -> requireBeginning(tx, checkpoint, next.checkpoint()));
        if (shown.isEmpty() || from < next.checkpoint().size()) {
            write(tx, files, from, next);
        }
    }

    /// Takes back leaves that are published and the database has lost, because an older copy of it
    /// was restored. They come back closed: in their places and with their commitments, so that the log
    /// is the one that was published and goes on as one history; what opened them is lost here, and
    /// peers still hold what was said to them.
    ///
    /// Nothing is believed of the files: every one of them must lead to a checkpoint that this log
    /// signed.
    ///
    /// @return how many leaves came back; none when the database is not behind
    /// @throws LedgerDamaged when they are not whole, or what the database has is not its
    ///     beginning; then nothing has changed
    public long takeBack(TileStore files) {
        AtomicLong taken = new AtomicLong();
        files.alone(() -> taken.set(transactions.write(tx -> takeBack(tx, files))));
        return taken.get();
    }

    private long takeBack(Transaction tx, TileStore files) {
        Page page = tx.kept(Page.class, this::openPage);
        long from = page.size();
        switch (TileAudit.of(files, key.verifier())) {
            case TileAudit.Empty() -> {
                return 0;
            }
            case TileAudit.Unsound(List<TileAudit.Flaw> flaws) ->
                throw new LedgerDamaged(
                        LedgerDamage.PUBLISHED_BROKEN,
                        flaws.getFirst().path(),
                        flaws.getFirst().code());
            case TileAudit.Sound(SignedCheckpoint shown) -> {
                long size = shown.checkpoint().size();
                if (size <= from) {
                    return 0;
                }
                Proofs tiles = new Proofs(new SparseHashes(TileHashes.STEP, new TileHashes(files, size)));
                if (!tiles.root(from).equals(page.root())) {
                    throw new LedgerDamaged(LedgerDamage.PUBLISHED_OTHER, from);
                }
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                for (byte[] entry : files.entries(from, size)) {
                    page.appendClosed(TAKEN_BACK, NOTHING, Hash.of(entry), now);
                }
                return size - from;
            }
        }
    }

    /// A published checkpoint, which must be this log's own.
    Checkpoint shown(byte[] note) {
        try {
            return SignedCheckpoint.open(note, key.verifier()).checkpoint();
        } catch (NoteRefused e) {
            throw new LedgerDamaged(LedgerDamage.PUBLISHED_FOREIGN, e.fault().code());
        }
    }

    private void requireBeginning(Transaction tx, Checkpoint shown, Checkpoint next) {
        if (shown.size() > next.size()) {
            throw new LedgerDamaged(LedgerDamage.PUBLISHED_LONGER, shown.size(), next.size());
        }
        Hash root = proofs(tx, shown.size()).root(shown.size());
        if (!root.equals(shown.root())) {
            throw new LedgerDamaged(LedgerDamage.PUBLISHED_OTHER, shown.size());
        }
    }

    private Proofs proofs(Transaction tx, long treeSize) {
        long reached = head(tx).frontier().size();
        if (treeSize > reached) {
            throw new IllegalArgumentException("The log has %d leaves, not %d".formatted(reached, treeSize));
        }
        return new Proofs(new SubtreeTable(tx.connection()).hashes(new LeafTable(tx.connection())));
    }

    private SignedCheckpoint open(Transaction tx) {
        new HeadTable(tx.connection()).beginIfMissing(latest());
        return latest(tx);
    }

    private Page openPage(Transaction tx) {
        Head head = new HeadTable(tx.connection()).lock();
        signed(head);
        return new Page(tx, key, head.frontier(), this::committed);
    }

    private void committed(SignedCheckpoint checkpoint) {
        latest.accumulateAndGet(
                checkpoint,
                (old, next) -> next.checkpoint().size() > old.checkpoint().size() ? next : old);
    }

    private static Head head(Transaction tx) {
        return new HeadTable(tx.connection()).read();
    }

    /// The signed checkpoint of a head, which must speak of the tree that is kept beside it.
    private SignedCheckpoint signed(Head head) {
        SignedCheckpoint known = latest();
        // Nearly always nobody else has appended, and then the signature need not be checked again.
        SignedCheckpoint signed = head.checkpoint().equals(known.text()) ? known : opened(head.checkpoint());
        Checkpoint checkpoint = signed.checkpoint();
        Frontier kept = head.frontier();
        if (checkpoint.size() != kept.size() || !checkpoint.root().equals(kept.root())) {
            throw new LedgerDamaged(LedgerDamage.TREE_OTHER, checkpoint.size());
        }
        return signed;
    }

    private SignedCheckpoint opened(String note) {
        try {
            return SignedCheckpoint.open(note, key.verifier());
        } catch (NoteRefused e) {
            throw new LedgerDamaged(
                    LedgerDamage.KEY_OTHER, key.origin(), e.fault().code());
        }
    }
}
