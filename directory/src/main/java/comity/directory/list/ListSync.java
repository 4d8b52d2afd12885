package comity.directory.list;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.directory.keys.RegistryKey;
import comity.directory.store.SignedLists;
import comity.kernel.OneLine;
import comity.kernel.Sha256;
import comity.kernel.call.AnswerTooLarge;
import comity.kernel.call.BoundedCall;
import comity.kernel.transaction.Transactions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Keeps this node's directory as new as the registry's: asks now and then, and takes a list only when
/// its signature holds and its number has gone up.
///
/// The registry can be away for days: what was taken last stays in force, across restarts too.
public final class ListSync implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ListSync.class.getName());
    private static final BoundedCall CALL = new BoundedCall(Duration.ofMinutes(2), DirectoryList.LARGEST);

    private final Directory directory;
    private final Transactions transactions;
    private final RegistryKey key;
    private final Settings settings;
    private final Clock clock;
    private final SignedLists lists = new SignedLists();
    private final HttpClient http;
    private volatile Outcome last = new Outcome.NotAsked();
    private volatile @Nullable String entityTag;
    private volatile @Nullable Thread asking;

    /// How often the registry is asked.
    ///
    /// @param list where the list is read
    /// @param every the pause between two questions
    /// @param retry the first pause after a failure; it doubles up to [#every]
    public record Settings(URI list, Duration every, Duration retry) {
        public static Settings of(URI list) {
            return new Settings(list, Duration.ofMinutes(5), Duration.ofSeconds(2));
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
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /// Puts the kept list in force and begins to ask.
    public void start() {
        open();
        asking = Thread.ofVirtual().name("list-sync").start(this::ask);
    }

    /// Puts the newest kept list in force.
    public void open() {
        Optional<SignedLists.SignedList> kept = transactions.read(lists::latest);
        if (kept.isPresent()) {
            try {
                putInForce(DirectoryList.verify(kept.get().bytes(), key));
            } catch (DirectoryList.Refused e) {
                // The pinned key was changed: the old list counts no longer.
                note(new Outcome.NotTaken(e.code(), "the list kept here: " + e.getMessage()));
            }
        }
    }

    /// Asks the registry once, now.
    public Outcome refresh() {
        return note(question());
    }

    /// What came of the last question.
    public Outcome last() {
        return last;
    }

    @Override
    public void close() {
        Thread thread = asking;
        if (thread != null) {
            thread.interrupt();
        }
        http.shutdownNow();
    }

    private void ask() {
        Duration pause = settings.retry();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean answered = !(refresh() instanceof Outcome.Unreachable);
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
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.list());
        String known = entityTag;
        if (known != null) {
            request.header("If-None-Match", known);
        }
        try {
            HttpResponse<byte[]> response = CALL.send(http, request.build());
            return switch (response.statusCode()) {
                case 200 -> {
                    Outcome outcome = offer(response.body());
                    entityTag = outcome instanceof Outcome.NotTaken
                            ? null
                            : response.headers().firstValue("ETag").orElse(null);
                    yield outcome;
                }
                case 304 -> new Outcome.Unchanged();
                default -> new Outcome.Unreachable("status " + response.statusCode());
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

    /// Takes a list, or says why not.
    public Outcome offer(byte[] bytes) {
        DirectoryList list;
        try {
            list = DirectoryList.verify(bytes, key);
        } catch (DirectoryList.Refused e) {
            return new Outcome.NotTaken(e.code(), String.valueOf(e.getMessage()));
        }
        Outcome outcome = transactions.write(tx -> {
            Optional<SignedLists.SignedList> newest = lists.latest(tx);
            long offered = list.version().number();
            long inForce = newest.map(SignedLists.SignedList::number).orElse(0L);
            if (offered > inForce) {
                lists.add(tx, list.version(), bytes, clock.instant());
                return new Outcome.Taken(list.version());
            }
            if (offered < inForce) {
                return new Outcome.NotTaken("list-went-back", "version " + offered + " after " + inForce);
            }
            return newest.map(kept -> Sha256.hex(kept.bytes())
                                    .equals(list.version().digest()))
                            .orElse(false)
                    ? new Outcome.Unchanged()
                    : new Outcome.NotTaken("list-two-faced", "version " + offered + " exists with other bytes");
        });
        if (outcome instanceof Outcome.Taken) {
            putInForce(list);
        }
        return outcome;
    }

    private void putInForce(DirectoryList list) {
        directory.replace(list.version(), list.registry(), list.entries());
        warnWhenOld(list.version());
    }

    private void warnWhenOld(ListVersion version) {
        switch (version.freshness(clock.instant())) {
            case FRESH -> {}
            case EXPIRES_SOON ->
                LOG.log(System.Logger.Level.WARNING, "The directory list ends at {0}", version.expiresAt());
            case EXPIRED ->
                LOG.log(System.Logger.Level.WARNING, "The directory list ended at {0}", version.expiresAt());
        }
    }

    private Outcome note(Outcome outcome) {
        last = outcome;
        switch (outcome) {
            case Outcome.Taken taken ->
                LOG.log(
                        System.Logger.Level.INFO,
                        "Directory list {0} is in force",
                        taken.version().number());
            case Outcome.NotTaken not ->
                LOG.log(
                        System.Logger.Level.ERROR,
                        "A directory list was not taken: {0} ({1})",
                        not.code(),
                        not.detail());
            case Outcome.Unreachable away ->
                LOG.log(System.Logger.Level.WARNING, "The registry does not answer: {0}", away.detail());
            case Outcome.Unchanged _, Outcome.NotAsked _ -> warnWhenOld(directory.version());
        }
        return outcome;
    }
}
