package comity.kernel.transaction;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/// What one caller of [GroupedTransactions#write] asked for, and the answer it waits for. The first answer counts.
final class Work<T> {
    private final Function<Transaction, T> body;
    private final CompletableFuture<T> answer = new CompletableFuture<>();

    Work(Function<Transaction, T> body) {
        this.body = body;
    }

    /// Runs the body; what is returned gives its answer to the caller, and is to be called after the commit.
    Runnable runIn(Transaction transaction) {
        T result = body.apply(transaction);
        return () -> answer.complete(result);
    }

    void fail(Throwable cause) {
        answer.completeExceptionally(cause);
    }

    /// Waits for the answer and throws what made the work fail.
    T await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                // The stack of the waiting caller is the one a reader needs beside that of the writer thread.
                cause.addSuppressed(new RuntimeException("asked for here"));
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        }
    }
}
