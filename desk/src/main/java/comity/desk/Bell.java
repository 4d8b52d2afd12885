package comity.desk;

import comity.kernel.Station;
import comity.requests.RequestArrived;
import comity.requests.RequestEvent;
import comity.requests.RequestMoved;
import comity.requests.RequestReminded;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Rings whoever listens: the open pages of the duty desk. It forgets at once; what was missed stands in the inbox.
public final class Bell implements RequestEvent.Listener {
    private static final System.Logger LOG = System.getLogger(Bell.class.getName());
    private final List<Consumer<Ring>> listeners = new CopyOnWriteArrayList<>();

    /// Hears every ring until the returned handle is closed. Must be quick: it is called on the thread that
    /// committed.
    public Listening listen(Consumer<Ring> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// How many listen now.
    public int listening() {
        return listeners.size();
    }

    @Override
    public void accept(RequestEvent event) {
        Ring ring = ringFor(event);
        if (event instanceof RequestArrived arrived) {
            Station.THE_BELL.passed(arrived.reference(), "the desk is rung");
        }
        for (Consumer<Ring> listener : listeners) {
            try {
                listener.accept(ring);
            } catch (RuntimeException e) {
                // One page that went away must not keep the others from hearing.
                LOG.log(System.Logger.Level.DEBUG, "A listener of the bell failed", e);
            }
        }
    }

    static Ring ringFor(RequestEvent event) {
        return switch (event) {
            case RequestArrived(var reference, var _, var urgency, var at) ->
                new Ring(reference, Ring.Kind.ARRIVED, urgency, Sound.of(urgency), at);
            case RequestMoved(var reference, var _, var _, var _, var urgency, var byPeer, var at) ->
                byPeer
                        ? new Ring(reference, Ring.Kind.MOVED, urgency, Sound.SOFT, at)
                        : new Ring(reference, Ring.Kind.CHANGED, urgency, Sound.SILENT, at);
            case RequestReminded(var reference, var _, var word, var _, var urgency, var at) ->
                word.equals("breached")
                        ? new Ring(reference, Ring.Kind.BREACHED, urgency, Sound.of(urgency), at)
                        : new Ring(reference, Ring.Kind.REMINDED, urgency, Sound.SOFT, at);
        };
    }

    /// A running subscription.
    @FunctionalInterface
    public interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
