package comity.federation.courier;

import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.ChannelKey;
import comity.directory.keys.SealKey;
import comity.federation.ReceiptListener;
import comity.federation.envelope.Seal;
import comity.federation.store.WaitingTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.OutcomeUnknown;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Takes letters from the outbox to the other nodes, again and again until a signed receipt comes.
///
/// A letter lives through four states: it *waits* from the transaction that put it; it is *sealed* when
/// the bytes of its envelope are kept, before anything has left the house; it is *on its way* while
/// somebody holds its lease; it is *settled* by a receipt, or given up at its end. A crash between any
/// two of these loses nothing: the bytes are there, the lease runs out, and the other node knows a
/// letter that it has had.
///
/// Each State has a [Route] of its own, so that one that does not answer holds up no other. Letters of
/// one thread go one after the other, those of different threads side by side.
public final class Courier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Courier.class.getName());
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final int SECONDS_TO_FINISH = 10;

    private final StoredOutbox outbox;
    private final Directory directory;
    private final Certificates certificates;
    private final ChannelKey channel;
    private final Transactions transactions;
    private final CourierSettings settings;
    private final Clock clock;
    private final Packing packing;
    private final Settlement settlement;
    private final SilenceWatch silence;
    private final Map<StateCode, Route> routes = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param listener hears of every receipt, and of every silence
    public Courier(
            StoredOutbox outbox,
            Directory directory,
            Certificates certificates,
            SealKey sealKey,
            ChannelKey channel,
            Transactions transactions,
            Journal journal,
            ReceiptListener listener,
            CourierSettings settings,
            Clock clock) {
        StateCode own = outbox.own();
        Seal seal = new Seal(sealKey);
        this.outbox = outbox;
        this.directory = directory;
        this.certificates = certificates;
        this.channel = channel;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        this.packing = new Packing(own, seal, clock);
        this.settlement = new Settlement(
                new ReceiptCheck(own, directory, certificates, clock), transactions, journal, listener, clock);
        this.silence = new SilenceWatch(own, seal, transactions, journal, listener, clock);
    }

    /// Begins to send, with what was left by an earlier run.
    public void start() {
        threads.execute(this::makeRounds);
    }

    /// Looks at once for letters to a State.
    public void wake(StateCode peer) {
        if (!threads.isShutdown()) {
            routes.computeIfAbsent(peer, this::open).wake();
        }
    }

    private Route open(StateCode peer) {
        Route route = new Route(
                peer,
                directory,
                transactions,
                packing,
                settlement,
                new Post(peer, channel, certificates, clock),
                settings,
                clock,
                threads);
        threads.execute(route::run);
        return route;
    }

    /// Every second: wakes the routes whose letters have rested long enough, and looks for silence.
    private void makeRounds() {
        boolean begun = false;
        try {
            while (true) {
                try {
                    if (!begun) {
                        releaseLeases();
                        // Not before: a letter that is on its way must keep its lease, or it goes twice.
                        outbox.onPut(this::wake);
                        begun = true;
                    }
                    transactions
                            .read(tx -> WaitingTable.peersDue(tx, clock.instant()))
                            .forEach(this::wake);
                    routes.values().stream().filter(Route::isOwed).forEach(Route::wake);
                    silence.look();
                } catch (DatabaseUnavailable | OutcomeUnknown e) {
                    LOG.log(System.Logger.Level.WARNING, "No letters are sent: the database is away");
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "A round of the courier failed", e);
                }
                Thread.sleep(ROUND);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// An earlier run of this node may have died with letters on their way. Should another process of it
    /// be alive and sending one of them, it goes twice, and is received once.
    private void releaseLeases() {
        transactions.write(tx -> {
            WaitingTable.releaseAll(tx);
            return tx;
        });
    }

    /// Stops sending. Letters on their way are sent again after the next start, if no receipt came.
    @Override
    public void close() {
        outbox.onPut(_ -> {});
        threads.shutdownNow();
        routes.values().forEach(Route::close);
        try {
            if (!threads.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "Some letters were still on their way when the courier stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
