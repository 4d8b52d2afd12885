package comity.vault.exhibits;

import comity.evidence.EvidenceRefused;
import comity.kernel.ExhibitReference;
import comity.kernel.Language;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.OutcomeUnknown;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.shelf.Depot.DepotUnavailable;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Does what takes long: seals what shall be handed over, pulls what was offered, checks and opens what is
/// here. A person sees how far it is and may go away meanwhile; a restart goes on with what the tables say is
/// not done.
public final class Workshop implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Workshop.class.getName());
    private static final int AT_ONCE = 4;
    private static final int GLANCE = 100;
    private static final Duration BETWEEN_TIDYINGS = Duration.ofMinutes(10);

    private final Vault vault;
    private final Sealing sealing;
    private final Receiving receiving;
    private final Opening opening;
    private final SecondPerson secondPerson;
    private final Duration pause;
    private final Semaphore bell = new Semaphore(0);
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<UUID, Job> running = new ConcurrentHashMap<>();
    /// What other States are pulling, or have pulled since this node started.
    private final Map<UUID, Job> sent = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("vault-", 0).factory());

    private Instant nextTidying = Instant.MIN;

    /// @param pause how long to wait before a pull that was left is tried again, and before a glance at
    ///     the tables
    public Workshop(Vault vault, Sealing sealing, Receiving receiving, Opening opening, Duration pause) {
        this.vault = vault;
        this.sealing = sealing;
        this.receiving = receiving;
        this.opening = opening;
        this.secondPerson = new SecondPerson(vault);
        this.pause = pause;
    }

    /// What is being done with an exhibit.
    public enum Task {
        SEALING,
        SENDING,
        PULLING,
        CHECKING,
        OPENING
    }

    public Workshop start() {
        threads.execute(this::work);
        return this;
    }

    /// There is something new to do.
    public void ring() {
        bell.release();
    }

    /// How far the work on an exhibit is; empty when nothing is being done. What the other State asks
    /// for again counts again, so that the bytes of an offer may be more than it has.
    public Optional<Job> job(Exhibit exhibit) {
        return Optional.ofNullable(running.get(exhibit.id()))
                .or(() -> exhibit.state() instanceof ExhibitState.Offered
                        ? Optional.ofNullable(sent.get(exhibit.id()))
                        : Optional.empty());
    }

    /// Counts what goes out of an exhibit.
    Job sending(UUID exhibit, long total) {
        return sent.computeIfAbsent(exhibit, _ -> new Job(Task.SENDING, total));
    }

    /// Compares what is here with its seal once more. What comes of it is in the custody.
    public boolean check(Exhibit exhibit, String role) {
        return exhibit.state() instanceof ExhibitState.Here here
                && start(
                        exhibit,
                        new Job(Task.CHECKING, here.sealed().bytes()),
                        job -> opening.check(exhibit.reference(), role, job));
    }

    /// Opens the seal into a bundle for a person, which lies on the shelf afterwards.
    /// A sensitive one is opened when a second person asks, and stands in the custody as the wish of the
    /// first.
    ///
    /// @param language of whoever opens it, for the papers beside it
    public Opened open(Exhibit exhibit, OpeningWish wish, Language language) {
        if (!(exhibit.state() instanceof ExhibitState.Received here) || running.containsKey(exhibit.id())) {
            return new Opened.NotNow();
        }
        if (!exhibit.sensitive()) {
            return open(exhibit, here, wish, Map.of(), language);
        }
        return switch (secondPerson.ask(exhibit, wish)) {
            case SecondPerson.Turn.Waits(var waiting, boolean again) -> new Opened.AwaitsSecondPerson(waiting, again);
            case SecondPerson.Turn.Opens(OpeningWish first) ->
                open(exhibit, here, first, SecondPerson.details(first, wish), language);
        };
    }

    private Opened open(
            Exhibit exhibit,
            ExhibitState.Received here,
            OpeningWish wish,
            Map<String, String> secondPersons,
            Language language) {
        boolean begun = start(
                exhibit,
                new Job(Task.OPENING, here.sealed().bytes()),
                job -> opening.open(exhibit.reference(), wish, secondPersons, language, job));
        return begun ? new Opened.Begun() : new Opened.NotNow();
    }

    /// The wish to open a sensitive exhibit that waits for a second person.
    public Optional<OpeningWish.Waiting> waiting(Exhibit exhibit) {
        return vault.transactions().read(tx -> secondPerson.waiting(tx, exhibit));
    }

    private void work() {
        try {
            while (true) {
                glance();
                boolean rung = bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                if (rung) {
                    bell.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void glance() {
        try {
            putAwayWhatIsOld();
            List<Exhibit> waiting =
                    vault.transactions().read(tx -> vault.store().waiting(tx, GLANCE));
            for (Exhibit exhibit : waiting) {
                begin(exhibit);
            }
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "Exhibits wait: the database is away");
        } catch (EvidenceRefused e) {
            LOG.log(System.Logger.Level.WARNING, "What was opened long ago cannot be put away: {0}", e.subject());
        }
    }

    /// Looks over the whole shelf, so not at every ring.
    private void putAwayWhatIsOld() {
        Instant now = vault.now();
        if (!now.isBefore(nextTidying)) {
            vault.shelf().putAwayOpenedBefore(now.minus(Exhibits.LYING_OPEN));
            nextTidying = now.plus(BETWEEN_TIDYINGS);
        }
    }

    private void begin(Exhibit exhibit) {
        switch (exhibit.state()) {
            case ExhibitState.Sealing _ ->
                start(exhibit, new Job(Task.SEALING, 0), job -> sealing.seal(exhibit.reference(), job));
            case ExhibitState.Announced announced ->
                start(
                        exhibit,
                        new Job(Task.PULLING, announced.sealed().bytes()),
                        job -> receiving.receive(exhibit.reference(), job));
            default -> {
                // It has moved on meanwhile.
            }
        }
    }

    private interface Work {
        void run(Job job);
    }

    private boolean start(Exhibit exhibit, Job job, Work work) {
        if (running.putIfAbsent(exhibit.id(), job) != null) {
            return false;
        }
        threads.execute(() -> {
            try {
                places.acquire();
                try {
                    work.run(job);
                } finally {
                    places.release();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (DatabaseUnavailable
                    | OutcomeUnknown
                    | EvidenceRefused
                    | DepotUnavailable
                    | UncheckedIOException e) {
                say(exhibit.reference(), job, e);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "Work on " + exhibit.reference() + " failed", e);
            } finally {
                running.remove(exhibit.id(), job);
            }
        });
        return true;
    }

    private static void say(ExhibitReference exhibit, Job job, RuntimeException e) {
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} of {1} stopped and will be tried again: {2}",
                job.task(),
                exhibit,
                e.getMessage());
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "Work on exhibits did not stop in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
