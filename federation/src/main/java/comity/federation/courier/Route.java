package comity.federation.courier;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.federation.Problem;
import comity.federation.envelope.Envelope;
import comity.federation.store.OutgoingTable;
import comity.federation.store.SignedTable;
import comity.federation.store.WaitingTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.OutcomeUnknown;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/// The way to one State.
///
/// One thread packs: it looks for letters whose turn it is, seals them, keeps the envelopes and takes
/// their lease in one transaction, and only then lets each go on a thread of its own. A bell wakes it
/// when letters were put and when an envelope came back. While the other node does not answer, one
/// envelope at a time is tried, with growing pauses; its first receipt opens the way again for all.
final class Route {
    private static final System.Logger LOG = System.getLogger(Route.class.getName());
    /// Longer than a call can take, so that no second envelope of a thread starts while the first may
    /// still arrive.
    private static final Duration LEASE = Duration.ofMinutes(2);
    /// How many letters are looked at in one go.
    private static final int GLANCE = 1024;
    /// Refusals of one envelope; all others concern everything between two nodes.
    private static final Set<Problem> OF_ONE_ENVELOPE = Set.of(
            Problem.OUT_OF_ORDER,
            Problem.LETTER_ID_REUSED,
            Problem.EXPIRED,
            Problem.TERM_TOO_LONG,
            Problem.MALFORMED,
            Problem.TOO_LARGE,
            Problem.TOO_MANY_LETTERS);
    /// After these the letters go one by one.
    private static final Set<Problem> TOO_MUCH_AT_ONCE = Set.of(Problem.TOO_LARGE, Problem.TOO_MANY_LETTERS);

    private final StateCode peer;
    private final Directory directory;
    private final Transactions transactions;
    private final Packing packing;
    private final Settlement settlement;
    private final Post post;
    private final CourierSettings settings;
    private final Pause pause;
    private final Clock clock;
    private final ExecutorService threads;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicInteger onTheirWay = new AtomicInteger();
    /// So many letters must go alone, because the other node did not take them together.
    private final AtomicInteger alone = new AtomicInteger();
    /// Envelopes that were answered while the database was away: nobody sends them, and their lease is
    /// still held.
    private final Set<UUID> unkept = ConcurrentHashMap.newKeySet();
    private int failures;
    private Instant restingUntil = Instant.MIN;

    Route(
            StateCode peer,
            Directory directory,
            Transactions transactions,
            Packing packing,
            Settlement settlement,
            Post post,
            CourierSettings settings,
            Clock clock,
            ExecutorService threads) {
        this.peer = peer;
        this.directory = directory;
        this.transactions = transactions;
        this.packing = packing;
        this.settlement = settlement;
        this.post = post;
        this.settings = settings;
        this.pause = new Pause(settings);
        this.clock = clock;
        this.threads = threads;
    }

    void wake() {
        bell.release();
    }

    /// Whether it has something to do that the waiting letters do not show.
    boolean isOwed() {
        return !unkept.isEmpty();
    }

    /// Packs until interrupted.
    void run() {
        try {
            while (true) {
                bell.acquire();
                bell.drainPermits();
                packAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        post.close();
    }

    private void packAll() {
        try {
            freeUnkept();
            while (free() > 0 && pack()) {
                // There may be more.
            }
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            LOG.log(System.Logger.Level.WARNING, "Letters to {0} wait: the database is away", peer);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "Letters to " + peer + " could not be packed", e);
        }
    }

    private void freeUnkept() {
        for (UUID envelope : unkept) {
            transactions.write(tx -> {
                WaitingTable.postpone(tx, envelope, clock.instant(), "answered while our database was away");
                return envelope;
            });
            unkept.remove(envelope);
        }
    }

    /// How many more envelopes may go now.
    private synchronized int free() {
        if (clock.instant().isBefore(restingUntil)) {
            return 0;
        }
        return (failures > 0 ? 1 : settings.inFlight()) - onTheirWay.get();
    }

    /// Whether something was sent.
    private boolean pack() {
        Optional<NodeAddress> node = directory.find(peer).flatMap(Entry::node);
        if (node.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Glance glance = transactions.read(tx -> glance(tx, now));
        if (glance.due.isEmpty()) {
            return false;
        }
        List<Parcel> parcels = new ArrayList<>();
        boolean unsealed = sealedBefore(glance.due, now, parcels);
        sealedNow(glance, node.get(), now, free() - parcels.size(), parcels);
        for (Parcel parcel : parcels) {
            onTheirWay.incrementAndGet();
            threads.execute(() -> send(parcel));
        }
        return !parcels.isEmpty() || unsealed;
    }

    /// What waits, and what of it can be packed now.
    ///
    /// @param open letters that are in no envelope yet: as many as there may be room for
    /// @param together how many of them may share an envelope
    private record Glance(List<WaitingTable.Due> due, List<Packing.Letter> open, int together) {}

    private Glance glance(Transaction tx, Instant now) {
        List<WaitingTable.Due> due = WaitingTable.due(tx, peer, now, GLANCE);
        List<WaitingTable.Due> unsealed =
                due.stream().filter(letter -> letter.envelope().isEmpty()).toList();
        int together = lettersTogether(unsealed.size());
        List<WaitingTable.Due> first =
                unsealed.stream().limit((long) together * Math.max(0, free())).toList();
        Map<UUID, OutgoingTable.Content> contents = OutgoingTable.contents(
                tx, first.stream().map(WaitingTable.Due::letter).toList());
        List<Packing.Letter> open = first.stream()
                .map(letter -> new Packing.Letter(letter, Objects.requireNonNull(contents.get(letter.letter()))))
                .toList();
        return new Glance(due, open, together);
    }

    /// Envelopes that were sealed, and perhaps sent, before: they go again as they are, unless our seal
    /// has been replaced meanwhile. Gives whether there are such, whose letters are now to be sealed
    /// anew.
    private boolean sealedBefore(List<WaitingTable.Due> due, Instant now, List<Parcel> parcels) {
        Map<UUID, Integer> attempts = new LinkedHashMap<>();
        for (WaitingTable.Due letter : due) {
            if (letter.envelope().isPresent() && attempts.size() < free()) {
                attempts.put(letter.envelope().get(), letter.attempts());
            }
        }
        if (attempts.isEmpty()) {
            return false;
        }
        Set<UUID> leased = transactions.write(tx -> WaitingTable.lease(tx, attempts.keySet(), now, now.plus(LEASE)));
        Set<UUID> outdated = new HashSet<>();
        for (UUID envelope : leased) {
            transactions
                    .read(tx -> kept(tx, envelope, attempts.getOrDefault(envelope, 0)))
                    .ifPresent(parcel -> {
                        if (packing.isCurrent(parcel.bytes())) {
                            parcels.add(parcel);
                        } else {
                            outdated.add(envelope);
                        }
                    });
        }
        return !outdated.isEmpty() && unseal(outdated);
    }

    private boolean unseal(Set<UUID> envelopes) {
        return transactions.write(tx -> {
            WaitingTable.unbind(tx, envelopes);
            return true;
        });
    }

    private static Optional<Parcel> kept(Transaction tx, UUID envelope, int attempts) {
        Map<UUID, WaitingTable.Inside> letters = WaitingTable.lettersIn(tx, envelope);
        return SignedTable.find(tx, envelope).map(bytes -> new Parcel(envelope, bytes, letters, attempts));
    }

    private void sealedNow(Glance glance, NodeAddress node, Instant now, int bundles, List<Parcel> parcels) {
        if (glance.open.isEmpty() || bundles <= 0) {
            return;
        }
        Map<UUID, Packing.Sealed> sealed = new HashMap<>();
        Map<UUID, UUID> envelopes = new HashMap<>();
        for (Packing.Bundle bundle : Packing.bundle(glance.open, glance.together, bundles)) {
            packing.seal(peer, node, bundle).ifPresent(made -> {
                sealed.put(made.parcel().id(), made);
                made.parcel()
                        .letters()
                        .keySet()
                        .forEach(letter -> envelopes.put(letter, made.parcel().id()));
            });
        }
        if (glance.together == 1) {
            alone.updateAndGet(left -> Math.max(0, left - sealed.size()));
        }
        Set<UUID> lost = transactions.write(tx -> keep(tx, sealed, envelopes, now));
        sealed.values().stream()
                .map(Packing.Sealed::parcel)
                .filter(parcel -> !lost.contains(parcel.id()))
                .forEach(parcels::add);
    }

    /// How many letters may share an envelope.
    private int lettersTogether(int waiting) {
        return waiting > settings.backlogFrom() && alone.get() == 0 ? Envelope.MOST_LETTERS : 1;
    }

    /// Keeps envelopes and takes their letters. Gives the envelopes that must not be sent, because
    /// another process of this node was quicker with one of their letters.
    private static Set<UUID> keep(
            Transaction tx, Map<UUID, Packing.Sealed> sealed, Map<UUID, UUID> envelopes, Instant now) {
        SignedTable.add(
                tx, sealed.values().stream().map(Packing.Sealed::document).toList());
        Set<UUID> bound = WaitingTable.bind(tx, envelopes, now, now.plus(LEASE));
        Set<UUID> lost = new HashSet<>();
        envelopes.forEach((letter, envelope) -> {
            if (!bound.contains(letter)) {
                lost.add(envelope);
            }
        });
        WaitingTable.unbind(tx, lost);
        return lost;
    }

    private void send(Parcel parcel) {
        try {
            Optional<NodeAddress> node = directory.find(peer).flatMap(Entry::node);
            if (node.isPresent()) {
                heard(parcel, post.send(node.get(), parcel.bytes()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DatabaseUnavailable | OutcomeUnknown e) {
            // The envelope goes again, and the other node gives the same receipt.
            unkept.add(parcel.id());
            LOG.log(System.Logger.Level.WARNING, "What {0} answered could not be kept: the database is away", peer);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "An envelope to " + peer + " could not be dealt with", e);
        } finally {
            onTheirWay.decrementAndGet();
            bell.release();
        }
    }

    private void heard(Parcel parcel, Post.Answer answer) {
        switch (answer) {
            case Post.Answer.Receipted(byte[] receipt) -> {
                try {
                    settlement.settle(peer, parcel, receipt);
                    answered();
                } catch (NotBelieved e) {
                    rest(parcel, "bad receipt: " + e.getMessage(), Optional.empty());
                }
            }
            case Post.Answer.Declined(String code, Optional<Duration> retryAfter) -> declined(parcel, code, retryAfter);
            case Post.Answer.Silence(String detail) -> rest(parcel, detail, Optional.empty());
        }
    }

    private void declined(Parcel parcel, String code, Optional<Duration> wait) {
        Optional<Problem> problem = Problem.ofCode(code);
        if (problem.filter(OF_ONE_ENVELOPE::contains).isEmpty()) {
            rest(parcel, code, wait);
            return;
        }
        answered();
        if (problem.filter(TOO_MUCH_AT_ONCE::contains).isPresent()
                && parcel.letters().size() > 1) {
            alone.addAndGet(parcel.letters().size());
            unseal(Set.of(parcel.id()));
            return;
        }
        Duration until = wait.orElseGet(() -> pause.after(parcel.attempts() + 1));
        postpone(parcel, clock.instant().plus(until), code);
    }

    private synchronized void answered() {
        failures = 0;
        restingUntil = Instant.MIN;
    }

    /// The other node does not answer as it should: everything to it waits.
    private void rest(Parcel parcel, String problem, Optional<Duration> wait) {
        Instant now = clock.instant();
        synchronized (this) {
            if (!now.isBefore(restingUntil)) {
                failures++;
                restingUntil = now.plus(wait.orElseGet(() -> pause.after(failures)));
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} does not take letters ({1}); next try at {2}",
                        peer,
                        problem,
                        restingUntil);
            }
        }
        postpone(parcel, now, problem);
    }

    private void postpone(Parcel parcel, Instant nextAt, String problem) {
        transactions.write(tx -> {
            WaitingTable.postpone(tx, parcel.id(), nextAt, problem);
            return parcel;
        });
    }
}
