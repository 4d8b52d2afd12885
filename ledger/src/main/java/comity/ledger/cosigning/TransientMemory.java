package comity.ledger.cosigning;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A memory that ends with its process: for tests and simulations. A real cosigner needs a durable one.
///
/// May be used by several threads.
public final class TransientMemory implements CosignerMemory {
    private final Map<String, Remembered> latest = new HashMap<>();
    private final List<KeptFork> forks = new ArrayList<>();

    @Override
    public synchronized Optional<Remembered> latest(String origin) {
        return Optional.ofNullable(latest.get(origin));
    }

    @Override
    public synchronized boolean advance(Optional<Remembered> before, Remembered next) {
        String origin = next.checkpoint().checkpoint().origin();
        if (!latest(origin).equals(before)) {
            return false;
        }
        latest.put(origin, next);
        return true;
    }

    @Override
    public synchronized void keep(Fork fork, Instant at) {
        if (forks.stream().noneMatch(kept -> kept.fork().equals(fork))) {
            forks.add(new KeptFork(fork, at.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    @Override
    public synchronized List<KeptFork> forks() {
        return List.copyOf(forks);
    }
}
