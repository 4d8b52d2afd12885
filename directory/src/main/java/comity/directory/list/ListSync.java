package comity.directory.list;

import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.directory.keys.RegistryKey;
import comity.directory.store.KeptBooks;
import comity.directory.store.SignedLists;
import comity.kernel.OneLine;
import comity.kernel.Sha256;
import comity.kernel.call.AnswerTooLarge;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Keeps this node's directory as new as the registry's: asks now and then, and takes a list only when
/// its signature holds and its number has gone up. The books that a list names are fetched first, and come into force
/// in the same step; one that cannot be had in time is fetched afterwards, because a new telephone number or a revoked
/// key must not wait for it.
///
/// The registry can be away for days: what was taken last stays in force, across restarts too.
public final class ListSync implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ListSync.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /// How long a list that is good waits for its books.
    private static final Duration BOOKS_FIRST = Duration.ofSeconds(20);

    private final Directory directory;
    private final Transactions transactions;
    private final RegistryKey key;
    private final Settings settings;
    private final Clock clock;
    private final SignedLists lists = new SignedLists();
    private final KeptBooks books = new KeptBooks();
    private final RegistryCalls calls = new RegistryCalls();
    private final BookFetch fetch;
    private volatile @Nullable DirectoryList inForce;
    private volatile Outcome last = new Outcome.NotAsked();
    private volatile @Nullable String entityTag;
    private volatile @Nullable Thread asking;
    /// What was logged last, by subject.
    private final Map<String, String> said = new ConcurrentHashMap<>();

    /// How often the registry is asked.
    ///
    /// @param list where the list is read
    /// @param every the pause between two questions
    /// @param retry the first pause after a failure; it doubles up to [#every]
    public record Settings(URI list, Duration every, Duration retry) {
        /// So often that what the secretariat approves is everywhere within a minute.
        public static Settings of(URI list) {
            return new Settings(list, Duration.ofSeconds(20), Duration.ofSeconds(2));
        }
    }

    /// What came of the last question.
    public sealed interface Outcome {
        /// Not asked since the start.
        record NotAsked() implements Outcome {}

        /// A newer list is in force.
        record Taken(ListVersion version) implements Outcome {}

        /// The registry has none newer.
        record Unchanged() implements Outcome {}

        /// The registry gave a list that must not be taken; an operator should look.
        ///
        /// @param code see docs/protocol/directory-list.md
        record NotTaken(String code, String detail) implements Outcome {}

        /// The registry could not be reached.
        record Unreachable(String detail) implements Outcome {}
    }

    public ListSync(Directory directory, Transactions transactions, RegistryKey key, Settings settings, Clock clock) {
        this.directory = directory;
        this.transactions = transactions;
        this.key = key;
        this.settings = settings;
        this.clock = clock;
        this.fetch = new BookFetch(calls, settings.list());
    }

    /// Puts the kept list in force and begins to ask.
    public void start() {
        open();
        asking = Thread.ofVirtual().name("list-sync").start(this::ask);
    }

    /// Puts the newest kept list in force.
    public synchronized void open() {
        Optional<SignedLists.SignedList> kept = transactions.read(lists::latest);
        if (kept.isPresent()) {
            try {
                putInForce(DirectoryList.verify(kept.get().bytes(), key), transactions.read(books::inForce));
            } catch (DirectoryList.Refused e) {
                // The pinned key was changed: the old list counts no longer.
                note(new Outcome.NotTaken(e.code(), "the list kept here: " + e.getMessage()));
            }
        }
    }

    /// Asks the registry once, now.
    public synchronized Outcome refresh() {
        Outcome outcome = note(question());
        if (!(outcome instanceof Outcome.Unreachable)) {
            fetchWhatIsMissing();
        }
        return outcome;
    }

    /// What came of the last question.
    public Outcome last() {
        return last;
    }

    @Override
    public void close() {
        calls.close();
        // Not in the middle of a question: an interrupt would break its connection to the database.
        synchronized (this) {
            Thread thread = asking;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private void ask() {
        Duration pause = settings.retry();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean answered = !(refresh() instanceof Outcome.Unreachable)
                        && directory.missing().isEmpty();
                pause = answered ? settings.every() : shorter(pause.multipliedBy(2), settings.every());
                // Up to a tenth more or less, so that all nodes do not ask in the same second.
                long millis = pause.toMillis();
                Thread.sleep(millis + ThreadLocalRandom.current().nextLong(-millis / 10, millis / 10 + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Outcome question() {
        try {
            RegistryCalls.Answer answer = calls.get(
                    known().map(number -> RegistryCalls.from(settings.list(), Long.toString(number)))
                            .orElse(settings.list()),
                    Optional.ofNullable(entityTag),
                    DirectoryList.LARGEST,
                    PATIENCE);
            if (answer.isGood() && answer.isPatch()) {
                Optional<byte[]> patched = patched(answer.bytes());
                if (patched.isPresent()) {
                    return taken(patched.get(), answer.tag());
                }
                answer = calls.get(settings.list(), Optional.empty(), DirectoryList.LARGEST, PATIENCE);
            }
            return switch (answer.status()) {
                case 200 -> taken(answer.bytes(), answer.tag());
                case 304 -> new Outcome.Unchanged();
                default -> new Outcome.Unreachable("status " + answer.status());
            };
        } catch (AnswerTooLarge e) {
            return new Outcome.NotTaken("list-too-large", String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Unreachable(OneLine.of(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unreachable("shutting down");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The registry's list could not be kept", e);
            return new Outcome.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Long> known() {
        return Optional.ofNullable(inForce).map(list -> list.version().number());
    }

    private Outcome taken(byte[] bytes, Optional<String> tag) throws InterruptedException {
        Outcome outcome = consider(bytes);
        entityTag = outcome instanceof Outcome.NotTaken ? null : tag.orElse(null);
        return outcome;
    }

    /// What a patch of the list in force comes to, when it is a good list: a patch that lies must not keep this node
    /// from the whole list.
    private Optional<byte[]> patched(byte[] patch) {
        DirectoryList former = inForce;
        if (former == null) {
            return Optional.empty();
        }
        try {
            byte[] bytes = LinePatch.applyToList(patch, former.bytes(), DirectoryList.LARGEST);
            DirectoryList.verify(bytes, key);
            said.remove("patch");
            return Optional.of(bytes);
        } catch (LinePatch.Unfit | DirectoryList.Refused e) {
            sayOnce(System.Logger.Level.WARNING, "patch", "The list is fetched whole: " + e.getMessage());
            return Optional.empty();
        }
    }

    /// Takes a list, or says why not.
    public synchronized Outcome offer(byte[] bytes) {
        try {
            return consider(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unreachable("shutting down");
        }
    }

    private Outcome consider(byte[] bytes) throws InterruptedException {
        DirectoryList list;
        try {
            list = DirectoryList.verify(bytes, key);
        } catch (DirectoryList.Refused e) {
            return new Outcome.NotTaken(e.code(), String.valueOf(e.getMessage()));
        }
        Outcome outcome = transactions.read(tx -> judge(tx, list));
        if (!(outcome instanceof Outcome.Taken)) {
            return outcome;
        }
        List<Book> shelf = shelf(list.books(), BOOKS_FIRST);
        transactions.write(tx -> {
            lists.add(tx, list.version(), bytes, clock.instant());
            keep(tx, shelf);
            return tx;
        });
        putInForce(list, shelf);
        return outcome;
    }

    private Outcome judge(Transaction tx, DirectoryList list) {
        Optional<SignedLists.SignedList> newest = lists.latest(tx);
        long offered = list.version().number();
        long newestNumber = newest.map(SignedLists.SignedList::number).orElse(0L);
        if (offered > newestNumber) {
            return new Outcome.Taken(list.version());
        }
        if (offered < newestNumber) {
            return new Outcome.NotTaken("list-went-back", "version " + offered + " after " + newestNumber);
        }
        return newest.map(kept -> Sha256.hex(kept.bytes()).equals(list.version().digest()))
                        .orElse(false)
                ? new Outcome.Unchanged()
                : new Outcome.NotTaken("list-two-faced", "version " + offered + " exists with other bytes");
    }

    /// The books of a list: those that are here, those that can be had in time, and for the others the former of
    /// their name.
    private List<Book> shelf(List<Book.Listing> listed, Duration inTime) throws InterruptedException {
        Instant until = clock.instant().plus(inTime);
        List<Book> shelf = new ArrayList<>();
        for (Book.Listing wanted : listed) {
            Optional<Book> former = directory.book(wanted.name());
            Optional<Book> book = former.filter(here -> here.listing().equals(wanted))
                    .or(() -> transactions
                            .read(tx -> books.find(tx, wanted.digest()))
                            .map(bytes -> Book.of(wanted.name(), bytes)));
            Duration left = Duration.between(clock.instant(), until);
            if (book.isEmpty() && left.isPositive()) {
                // Half of what is left, so that one that hangs does not keep out all that follow.
                book = fetch.fetch(wanted, former, left.dividedBy(2));
            }
            book.or(() -> former).ifPresent(shelf::add);
        }
        return shelf;
    }

    private void fetchWhatIsMissing() {
        DirectoryList list = inForce;
        if (list == null || directory.missing().isEmpty()) {
            return;
        }
        try {
            List<Book> former = directory.books();
            List<Book> shelf = shelf(list.books(), PATIENCE);
            if (!shelf.equals(former)) {
                transactions.write(tx -> {
                    keep(tx, shelf);
                    return tx;
                });
                putInForce(list, shelf);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The registry's books could not be kept", e);
        }
    }

    private void keep(Transaction tx, List<Book> shelf) {
        shelf.forEach(book -> books.add(tx, book, clock.instant()));
        books.putInForce(tx, shelf);
    }

    private void putInForce(DirectoryList list, List<Book> shelf) {
        inForce = list;
        directory.replace(list.version(), list.registry(), list.entries(), list.books(), shelf);
        warnWhenOld(list.version());
    }

    private void warnWhenOld(ListVersion version) {
        switch (version.freshness(clock.instant())) {
            case FRESH -> said.remove("age");
            case EXPIRES_SOON ->
                sayOnce(System.Logger.Level.WARNING, "age", "The directory list ends at " + version.expiresAt());
            case EXPIRED ->
                sayOnce(System.Logger.Level.WARNING, "age", "The directory list ended at " + version.expiresAt());
        }
    }

    /// Logs what is the matter at first and when it changes: the registry is asked three times a minute, and a log that
    /// repeats itself hides what is new.
    private void sayOnce(System.Logger.Level level, String subject, String sentence) {
        if (!sentence.equals(said.put(subject, sentence))) {
            LOG.log(level, sentence);
        }
    }

    private Outcome note(Outcome outcome) {
        last = outcome;
        switch (outcome) {
            case Outcome.Taken taken -> {
                said.remove("answer");
                LOG.log(
                        System.Logger.Level.INFO,
                        "Directory list {0} is in force",
                        taken.version().number());
            }
            case Outcome.NotTaken not ->
                sayOnce(
                        System.Logger.Level.ERROR,
                        "answer",
                        "A directory list was not taken: " + not.code() + " (" + not.detail() + ")");
            case Outcome.Unreachable away ->
                sayOnce(System.Logger.Level.WARNING, "answer", "The registry does not answer: " + away.detail());
            case Outcome.Unchanged _, Outcome.NotAsked _ -> {
                said.remove("answer");
                warnWhenOld(directory.version());
            }
        }
        return outcome;
    }
}
