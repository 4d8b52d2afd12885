package comity.ledger.journal;

import java.util.List;
import java.util.stream.Stream;

/// What is kept does not agree with what was signed: a database that was restored from an older copy, a folder of
/// another log, a row that was changed. The log stops here, because going on would make a fork of its own
/// history. The message names it for a log; the words for a person are the node's.
public final class LedgerDamaged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final LedgerDamage damage;
    private final List<String> details;

    /// @param details as many as the damage has, in its order
    public LedgerDamaged(LedgerDamage damage, Object... details) {
        super(damage.code() + ' ' + List.of(details));
        if (details.length != damage.details()) {
            throw new IllegalArgumentException(
                    damage + " has " + damage.details() + " details and not " + details.length);
        }
        this.damage = damage;
        this.details = Stream.of(details).map(String::valueOf).toList();
    }

    public LedgerDamage damage() {
        return damage;
    }

    /// In the order that the damage names.
    public List<String> details() {
        return List.copyOf(details);
    }
}
