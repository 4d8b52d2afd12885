package comity.node.main;

import java.util.ArrayDeque;
import java.util.Deque;

/// What a node has opened so far, closed in the opposite order: whatever a thing stands on is closed after it.
final class Opened implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Opened.class.getName());

    private final Deque<AutoCloseable> things = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T thing) {
        things.push(thing);
        return thing;
    }

    @Override
    public void close() {
        while (!things.isEmpty()) {
            AutoCloseable thing = things.pop();
            try {
                thing.close();
            } catch (Exception e) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Closing " + thing.getClass().getSimpleName() + " failed",
                        e);
            }
        }
    }
}
