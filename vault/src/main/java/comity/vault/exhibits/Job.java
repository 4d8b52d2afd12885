package comity.vault.exhibits;

import comity.evidence.age.Progress;
import comity.vault.exhibits.Workshop.Task;
import java.util.concurrent.atomic.AtomicLong;

/// A piece of long work and how far it is.
public final class Job implements Progress {
    private final Task task;
    private final AtomicLong total;
    private final AtomicLong done = new AtomicLong();

    Job(Task task, long total) {
        this.task = task;
        this.total = new AtomicLong(total);
    }

    public Task task() {
        return task;
    }

    /// Bytes in all; 0 while that is not known.
    public long total() {
        return total.get();
    }

    /// Bytes done.
    public long done() {
        return done.get();
    }

    void totals(long bytes) {
        total.set(bytes);
    }

    @Override
    public void more(long bytes) {
        done.addAndGet(bytes);
    }
}
