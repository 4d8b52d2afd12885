package comity.safeguards.oversight;

import comity.kernel.Actor;
import comity.kernel.transaction.Transaction;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/// Writes down every access to a case, and every access that was refused, and shows them to oversight.
public final class Looks {
    private static final int CHECKED_AT_ONCE = 1_000;

    private final LookStore store;
    private final HeadKeeper keeper;
    private final Clock clock;
    private volatile long keptUpTo;

    public Looks(LookStore store, HeadKeeper keeper, Clock clock) {
        this.store = store;
        this.keeper = keeper;
        this.clock = clock;
    }

    /// A person was let in.
    ///
    /// @param what a stable word, for example `case.read`
    /// @param subject which case or page
    /// @param purpose why; the word of the page that was opened when the person was not asked
    public Look seen(Transaction tx, Actor actor, String what, String subject, String purpose) {
        return record(tx, actor, what, subject, true, purpose);
    }

    /// A person was not let in.
    ///
    /// @param reason the code of the denial, for example `role-not-competent` or `not-your-case`
    public Look denied(Transaction tx, Actor actor, String what, String subject, String reason) {
        return record(tx, actor, what, subject, false, reason);
    }

    private Look record(Transaction tx, Actor actor, String what, String subject, boolean allowed, String reason) {
        LookStore.Head head = store.lockHead(tx);
        // PostgreSQL keeps microseconds; what is sealed must be what is read back.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Look look = new Look(head.number() + 1, now, actor.person(), actor.roles(), what, subject, allowed, reason, "");
        Look sealed = look.sealedAfter(head.seal());
        store.add(tx, sealed);
        return sealed;
    }

    /// The newest looks.
    ///
    /// @param before the `next` of the page before; empty for the first page
    public LookPage recent(Transaction tx, LookFilter filter, OptionalLong before, int limit) {
        List<Look> found = store.newest(tx, filter, before.orElse(Long.MAX_VALUE), limit + 1);
        boolean more = found.size() > limit;
        List<Look> shown = more ? found.subList(0, limit) : found;
        return new LookPage(shown, more ? OptionalLong.of(shown.getLast().number()) : OptionalLong.empty());
    }

    /// The last row's number and seal. Whoever keeps a copy elsewhere can tell later whether the book was
    /// rewritten.
    public LookStore.Head head(Transaction tx) {
        return store.readHead(tx);
    }

    /// Has the head kept outside the book, if the book has grown since the last time. To be done every few minutes:
    /// what was written before cannot be rewritten unnoticed afterwards.
    public void keepHead(Transaction tx) {
        LookStore.Head head = store.lockHead(tx);
        if (head.number() > keptUpTo) {
            keeper.keep(tx, head);
            tx.afterCommit(() -> keptUpTo = head.number());
        }
    }

    /// Reads the whole book and checks every seal, and every copy of the head that was kept outside.
    ///
    /// @return the number of the first look that does not fit; empty when the book is whole
    public OptionalLong firstBroken(Transaction tx) {
        OptionalLong contradicted = keeper.kept(tx).stream()
                .filter(head -> !stands(tx, head))
                .mapToLong(LookStore.Head::number)
                .min();
        OptionalLong unsealed = firstUnsealed(tx);
        return LongStream.concat(contradicted.stream(), unsealed.stream()).min();
    }

    private boolean stands(Transaction tx, LookStore.Head head) {
        return store.from(tx, head.number(), 1).stream()
                .anyMatch(look -> look.number() == head.number() && look.seal().equals(head.seal()));
    }

    private OptionalLong firstUnsealed(Transaction tx) {
        String seal = LookStore.Head.EMPTY.seal();
        long expected = 1;
        while (true) {
            List<Look> part = store.from(tx, expected, CHECKED_AT_ONCE);
            for (Look look : part) {
                if (look.number() != expected || !look.seal().equals(look.sealGiven(seal))) {
                    return OptionalLong.of(expected);
                }
                seal = look.seal();
                expected++;
            }
            if (part.size() < CHECKED_AT_ONCE) {
                boolean endsAtHead = store.readHead(tx).equals(new LookStore.Head(expected - 1, seal));
                return endsAtHead ? OptionalLong.empty() : OptionalLong.of(expected);
            }
        }
    }
}
