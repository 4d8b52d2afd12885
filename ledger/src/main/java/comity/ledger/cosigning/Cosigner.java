package comity.ledger.cosigning;

import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.Cosignature;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.NoteFault;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.ConsistencyProof;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Signs other logs' checkpoints: one line of history for each log, and never a second (C2SP
/// tlog-witness).
///
/// It remembers the largest tree that it signed of each log and signs a larger one only when a proof
/// shows that it begins with that. What is remembered is durable before a signature leaves the house,
/// so a crash can only lose a signature, never a memory. May be used by several threads, and by several
/// processes with one memory.
public final class Cosigner {
    private static final int TRIES = 16;

    private final List<CosignerKey> keys;
    private final KnownLogs logs;
    private final CosignerMemory memory;
    private final Clock clock;

    /// @param keys all of one cosigner: an Ed25519 key and an ML-DSA-44 key, as a rule
    /// @throws IllegalArgumentException without a key, or with keys of two names
    public Cosigner(List<CosignerKey> keys, KnownLogs logs, CosignerMemory memory, Clock clock) {
        if (keys.stream().map(CosignerKey::name).distinct().count() != 1) {
            throw new IllegalArgumentException("A cosigner has one name, and at least one key");
        }
        this.keys = List.copyOf(keys);
        this.logs = logs;
        this.memory = memory;
        this.clock = clock;
    }

    /// The name of this cosigner.
    public String name() {
        return keys.getFirst().name();
    }

    /// Answers the body of an `add-checkpoint` call.
    ///
    /// @throws RuntimeException what the memory throws when it cannot be read or written; then nothing
    ///     was signed
    public CosignerAnswer answer(byte[] body) {
        CosigningAsk ask;
        try {
            ask = CosigningAsk.parse(body);
        } catch (AskRefused e) {
            return new CosignerAnswer.Malformed(e.fault());
        }
        var known = logs.keysOf(ask.origin());
        if (known.isEmpty()) {
            return new CosignerAnswer.UnknownLog(ask.origin());
        }
        try {
            return answer(
                    ask, SignedCheckpoint.openByAny(ask.checkpoint(), known).alone());
        } catch (NoteRefused e) {
            return e.fault() == NoteFault.NOT_SIGNED || e.fault() == NoteFault.WRONG_SIGNATURE
                    ? new CosignerAnswer.NotSigned(ask.origin())
                    : new CosignerAnswer.Malformed(AskFault.BAD_NOTE);
        }
    }

    private CosignerAnswer answer(CosigningAsk ask, SignedCheckpoint shown) {
        if (ask.oldSize() > shown.checkpoint().size()) {
            return new CosignerAnswer.Malformed(AskFault.BACKWARDS);
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<Remembered> before = memory.latest(shown.checkpoint().origin());
            Optional<CosignerAnswer> refusal = refusal(ask, shown, before.map(Remembered::checkpoint));
            if (refusal.isPresent()) {
                refusal.get().evidence().ifPresent(fork -> memory.keep(fork, clock.instant()));
                return refusal.get();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            Instant at = before.map(old -> notBefore(old.cosignedAt(), now)).orElse(now);
            if (memory.advance(before, new Remembered(shown, at))) {
                boolean wentBack =
                        before.filter(old -> now.isBefore(old.cosignedAt())).isPresent();
                return new CosignerAnswer.Cosigned(sign(shown, at), shown, wentBack);
            }
        }
        return new CosignerAnswer.Busy();
    }

    /// Why a checkpoint is not signed; empty when it may be.
    private static Optional<CosignerAnswer> refusal(
            CosigningAsk ask, SignedCheckpoint shown, Optional<SignedCheckpoint> before) {
        long size = before.map(old -> old.checkpoint().size()).orElse(0L);
        Hash root = before.map(old -> old.checkpoint().root()).orElse(Hash.EMPTY_TREE);
        Checkpoint next = shown.checkpoint();
        // Two roots of one size are a fork whatever the ask says of an old size.
        Optional<Fork> fork =
                before.filter(_ -> size == next.size()).flatMap(old -> Fork.shownBy(old, shown, List.of()));
        if (ask.oldSize() != size) {
            return Optional.of(new CosignerAnswer.OtherSize(size, shown, fork));
        }
        if (fork.isPresent()) {
            return fork.map(CosignerAnswer.Forked::new);
        }
        if (new ConsistencyProof(size, next.size(), ask.path()).proves(root, next.root())) {
            return Optional.empty();
        }
        return before.flatMap(old -> Fork.shownBy(old, shown, ask.path()))
                .<CosignerAnswer>map(CosignerAnswer.Forked::new)
                .or(() -> Optional.of(new CosignerAnswer.Unproved(size, shown)));
    }

    /// A cosigner's times do not go back, or its words would contradict each other: at one time a tree
    /// was the largest, and at an earlier one a larger. A clock that was set back a little is waited
    /// for. One that is behind by more than honest clocks are apart is believed, because then the
    /// earlier time was the false one, and nobody accepts it.
    private static Instant notBefore(Instant last, Instant now) {
        return last.isAfter(now) && !last.isAfter(now.plus(Cosignature.TOLERANCE)) ? last : now;
    }

    private List<NoteSignature> sign(SignedCheckpoint checkpoint, Instant at) {
        return keys.stream().map(key -> key.sign(checkpoint, at)).toList();
    }
}
