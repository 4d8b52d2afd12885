package comity.evidence.age;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Several threads at one task until each has ended. The first failure is the answer, and tells the others to stop.
final class Workers {
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>(null);

    /// What each worker does. It looks at [#haveFailed] between its steps.
    interface Task {
        void run(Workers workers) throws Exception;
    }

    /// Runs the task in as many threads, this one among them.
    ///
    /// @throws RuntimeException the first failure, unchecked ones as they are
    static void run(int count, Task task) {
        Workers workers = new Workers();
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            others.add(Thread.ofPlatform().name("age-worker-" + i).daemon().start(() -> workers.attempt(task)));
        }
        workers.attempt(task);
        boolean interrupted = false;
        for (Thread other : others) {
            while (other.isAlive()) {
                try {
                    other.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    workers.failure.compareAndSet(null, e);
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (workers.failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException("A worker stopped", e);
        }
    }

    boolean haveFailed() {
        return failure.get() != null;
    }

    private void attempt(Task task) {
        try {
            task.run(this);
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
        }
    }
}
