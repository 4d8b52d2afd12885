package comity.node.ports;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// How many calls of one peer are answered at the same time, so that no peer can take all the threads of the house.
final class Places {
    private final int each;
    private final Map<String, Semaphore> taken = new ConcurrentHashMap<>();

    /// @param each for every peer
    Places(int each) {
        this.each = each;
    }

    /// Takes a place, to be given back by [#leave]; false when this peer has none left.
    boolean enter(String peer) {
        return of(peer).tryAcquire();
    }

    void leave(String peer) {
        of(peer).release();
    }

    private Semaphore of(String peer) {
        return taken.computeIfAbsent(peer, _ -> new Semaphore(each));
    }
}
