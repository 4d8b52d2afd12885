package comity.kernel.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The database transaction that one or several works share.
final class OpenTransaction implements Transaction {
    private static final System.Logger LOG = System.getLogger(OpenTransaction.class.getName());

    private final Connection connection;
    private final Map<Class<?>, Object> kept = new HashMap<>();
    private final List<Step> beforeCommit = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    OpenTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public <R> R kept(Class<R> type, Function<Transaction, R> first) {
        Object found = kept.get(type);
        if (found == null) {
            found = first.apply(this);
            kept.put(type, found);
        }
        return type.cast(found);
    }

    @Override
    public void beforeCommit(Step step) {
        beforeCommit.add(step);
    }

    @Override
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /// Runs the steps before the commit. A step may add another, so the list is walked by number.
    void finish() throws SQLException {
        for (int i = 0; i < beforeCommit.size(); i++) {
            beforeCommit.get(i).run();
        }
    }

    void runAfterCommit() {
        for (Runnable action : afterCommit) {
            try {
                action.run();
            } catch (Throwable e) {
                LOG.log(System.Logger.Level.ERROR, "A step after a commit failed; what was committed stays", e);
            }
        }
    }
}
