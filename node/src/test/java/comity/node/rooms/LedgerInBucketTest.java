package comity.node.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.Directory;
import comity.federation.cosigning.Cosigners;
import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LedgerDamaged;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.TileAudit;
import comity.ledger.tiles.TileAudit.Empty;
import comity.ledger.tiles.TileAudit.Sound;
import comity.ledger.tiles.TileConflict;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.http.HttpLog;
import comity.node.settings.LedgerRhythm;
import comity.objects.AccessKey;
import comity.objects.Bucket;
import comity.objects.BucketAddress;
import comity.objects.BucketUnavailable;
import comity.objects.Label;
import comity.testkit.FrayedLine;
import comity.testkit.GoVerifier;
import comity.testkit.HandClock;
import comity.testkit.PlainServer;
import comity.testkit.S3Server;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A real ledger in a bucket of a real server, which is read by others without the program that wrote
/// it.
class LedgerInBucketTest {
    private static final AccessKey KEY = new AccessKey(S3Server.KEY, S3Server.SECRET);
    private static final AtomicInteger LOGS = new AtomicInteger();

    @TempDir
    private static Path temporary;

    private static S3Server server;
    private static Path stored;

    private final LogKey key = LogKey.generate("node.xa.example/ledger");
    private final HandClock clock = HandClock.at("2027-03-13T02:14:00Z");
    private final TestDatabase database = TestDatabase.with("ledger");
    private final Journal journal = new Journal(database.transactions(), key, clock);
    private final String prefix = "log/" + LOGS.incrementAndGet();

    private Bucket bucket;
    private LedgerInBucket files;

    @BeforeAll
    static void start() {
        server = S3Server.start(temporary.resolve("s3"));
        stored = server.bucket("ledgers");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() {
        bucket = bucket(server.endpoint(), KEY);
        files = inBucket(bucket);
    }

    @AfterEach
    void close() {
        bucket.close();
        database.close();
    }

    private Bucket bucket(URI endpoint, AccessKey with) {
        return new Bucket(new BucketAddress(endpoint, "us-east-1", "ledgers", prefix), with);
    }

    private LedgerInBucket inBucket(Bucket one) {
        return new LedgerInBucket(one, new TileFolder(temporary.resolve("lock").resolve(prefix)));
    }

    private void append(int count) {
        database.transactions()
                .write(tx -> IntStream.range(0, count)
                        .mapToObj(i -> journal.append(tx, "letter.out", UUID.randomUUID(), new byte[] {(byte) i}))
                        .toList());
    }

    private Path file(String name) {
        return stored.resolve(prefix).resolve(name);
    }

    /// Where the server keeps the objects, read as a plain folder.
    private TileAudit.Verdict audit() {
        return TileAudit.of(new TileFolder(stored.resolve(prefix)), key.verifier());
    }

    private void assertPublished() {
        assertThat(audit()).isEqualTo(new Sound(journal.latest()));
    }

    @Nested
    class Publishing {
        @Test
        void shows_what_has_been_committed_since_and_again_changes_nothing() {
            journal.publish(files);
            assertPublished();
            for (int count : List.of(3, 1, 252, 1, 600)) {
                append(count);
                journal.publish(files);
                journal.publish(files);
                assertPublished();
                assertThat(TileAudit.of(files, key.verifier())).isEqualTo(new Sound(journal.latest()));
            }
            assertThat(file("tile/0/000.p")).doesNotExist();
            assertThat(file("tile/0/003.p/89")).exists();
            assertThat(files.entries(250, 600)).hasSize(350);
        }

        @Test
        void adds_what_cosigners_have_signed() {
            CosignerKey cosigner = CosignerKey.generate("node.xb.example/cosigner", SignatureType.ED25519_COSIGNATURE);
            append(5);
            journal.publish(files);
            SignedCheckpoint cosigned =
                    journal.latest().with(List.of(cosigner.sign(journal.latest(), clock.instant())));

            journal.publish(files, cosigned);

            assertThat(audit()).isEqualTo(new Sound(cosigned));
        }

        @Test
        void goes_on_where_another_process_has_stopped() {
            append(300);
            journal.publish(files);
            append(300);
            try (Bucket again = bucket(server.endpoint(), KEY)) {
                new Journal(database.transactions(), key, clock).publish(inBucket(again));
            }
            assertPublished();
        }

        @Test
        void is_good_for_a_reader_who_knows_nothing_of_it() throws IOException {
            append(700);
            journal.publish(files);
            GoVerifier verifier = GoVerifier.build(temporary.resolve("go"));
            String own = key.verifier().text();
            String log = stored.resolve(prefix).toString();

            assertThat(verifier.ask(List.of("log", log, own))).isEqualTo(new GoVerifier.Answer(0, "good"));

            try (PlainServer plain = new PlainServer(stored.resolve(prefix));
                    HttpLog read = new HttpLog(plain.address(), Optional.empty())) {
                assertThat(TileAudit.of(read, key.verifier())).isEqualTo(new Sound(journal.latest()));
            }
            byte[] tile = Files.readAllBytes(file("tile/0/001"));
            tile[5] ^= 1;
            Files.write(file("tile/0/001"), tile);
            assertThat(verifier.ask(List.of("log", log, own)).code()).isEqualTo(1);
        }
    }

    @Nested
    class What_is_there_with_other_bytes {
        @Test
        void is_never_overwritten() throws IOException {
            append(10);
            journal.publish(files);
            byte[] other = {1, 2, 3};
            bucket.putOnce("tile/0/000.p/12", other, Label.constant("application/octet-stream"));
            append(2);

            assertThatThrownBy(() -> journal.publish(files)).isInstanceOf(TileConflict.class);

            assertThat(file("tile/0/000.p/12")).hasBinaryContent(other);
            assertThat(shownSize()).isEqualTo(10);
        }

        @Test
        void as_the_ledger_of_another_node_stops_this_one() {
            LogKey stranger = LogKey.generate("node.xb.example/ledger");
            String foreign = stranger.sign(new Checkpoint(stranger.origin(), 0, Hash.EMPTY_TREE))
                    .text();
            bucket.replace("checkpoint", Utf8.bytes(foreign), Label.changing("text/plain"));

            assertThatThrownBy(() -> journal.publish(files)).isInstanceOf(LedgerDamaged.class);
            assertThatThrownBy(() -> files.putCheckpoint(journal.latest())).isInstanceOf(TileConflict.class);

            assertThat(file("checkpoint")).hasContent(foreign);
        }

        @Test
        void as_another_root_of_one_size_is_refused_whoever_asks() {
            append(10);
            journal.publish(files);
            SignedCheckpoint forked = key.sign(new Checkpoint(key.origin(), 10, Hash.ofContent(new byte[1])));

            assertThatThrownBy(() -> files.putCheckpoint(forked)).isInstanceOf(TileConflict.class);

            assertPublished();
        }

        @Test
        void of_a_longer_history_means_that_the_database_is_old() {
            append(10);
            journal.publish(files);
            try (TestDatabase older = TestDatabase.with("ledger")) {
                Journal restored = new Journal(older.transactions(), key, clock);

                assertThatThrownBy(() -> restored.publish(files))
                        .isInstanceOf(LedgerDamaged.class)
                        .hasMessageContaining("published-longer [10, 0]");
                assertThat(restored.takeBack(files)).isEqualTo(10);
                restored.publish(files);
            }
            assertPublished();
        }

        private long shownSize() throws IOException {
            return SignedCheckpoint.open(Files.readAllBytes(file("checkpoint")), key.verifier())
                    .checkpoint()
                    .size();
        }
    }

    @Nested
    class A_server_that_fails_half_way {
        @Test
        void leaves_a_sound_log_that_the_next_round_completes() {
            for (boolean there : List.of(true, false)) {
                boolean broke = true;
                int broken = 0;
                for (int bytes = 0; broke; bytes += there ? 900 : 250) {
                    append(41);
                    broke = breakAfter(bytes, there);
                    broken += broke ? 1 : 0;
                }
                assertThat(broken).isGreaterThan(5);
            }
        }

        private boolean breakAfter(int bytes, boolean there) {
            try (FrayedLine line = new FrayedLine(server.endpoint());
                    Bucket far = bucket(line.address(), KEY)) {
                LedgerInBucket farFiles = inBucket(far);
                if (there) {
                    line.breakOnTheWayThere(bytes);
                } else {
                    line.breakOnTheWayBack(bytes);
                }
                boolean threw = false;
                try {
                    journal.publish(farFiles);
                } catch (BucketUnavailable e) {
                    threw = true;
                }
                boolean broke = line.isBroken();
                assertThat(audit()).isInstanceOfAny(Empty.class, Sound.class);
                if (!threw) {
                    assertPublished();
                }
                line.mend();
                journal.publish(farFiles);
                assertPublished();
                return broke;
            }
        }
    }

    @Nested
    class A_node {
        private final Queue<String> said = new ConcurrentLinkedQueue<>();
        private final Logger log = Logger.getLogger(LedgerRoom.class.getName());
        private final Handler ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                said.add(new SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        private final Cosigners nobody = new Cosigners(new Directory(), journal, database.transactions(), clock);

        private LedgerRoom room(LedgerInBucket place) {
            log.addHandler(ear);
            return new LedgerRoom(journal, database.transactions(), place, LedgerRhythm.AT_ONCE, nobody);
        }

        @AfterEach
        void stopListening() {
            log.removeHandler(ear);
            nobody.close();
        }

        @Test
        void starts_and_works_while_its_store_is_away_says_so_once_and_catches_up() {
            server.stop();
            try (LedgerRoom _ = room(files)) {
                append(5);
                sleep(2_500);
                append(5);
                assertThat(said).singleElement().asString().contains("ledgers at http://127.0.0.1", "does not answer");
                server.startAgain();
                await(() -> audit().equals(new Sound(journal.latest())));
                server.stop();
                append(300);
                sleep(1_500);
                assertThat(said)
                        .satisfiesExactly(
                                first -> assertThat(first).startsWith("The ledger could not be published. "),
                                second -> assertThat(second).isEqualTo("The ledger is published again"),
                                third -> assertThat(third).startsWith("The ledger could not be published. "));
                server.startAgain();
                await(() -> audit().equals(new Sound(journal.latest())));
            }
        }

        @Test
        void with_an_older_database_does_not_start_even_when_its_store_is_away() {
            append(10);
            journal.publish(files);
            server.stop();
            try (TestDatabase older = TestDatabase.with("ledger")) {
                Journal restored = new Journal(older.transactions(), key, clock);

                assertThatThrownBy(() ->
                                new LedgerRoom(restored, older.transactions(), files, LedgerRhythm.AT_ONCE, nobody))
                        .isInstanceOf(LedgerDamaged.class)
                        .hasMessageContaining("published-longer [10, 0]");
            } finally {
                server.startAgain();
            }
        }

        @Test
        void with_a_wrong_key_says_so_in_words_and_never_says_the_secret() {
            try (Bucket locked = bucket(server.endpoint(), new AccessKey(S3Server.KEY, "not-this-one"));
                    LedgerRoom _ = room(inBucket(locked))) {
                append(3);
                sleep(1_500);
                assertThat(said)
                        .singleElement()
                        .asString()
                        .contains("the secret key is not the one that belongs to the access key")
                        .doesNotContain("not-this-one");
            }
        }

        private void await(BooleanSupplier wish) {
            for (int i = 0; i < 300 && !wish.getAsBoolean(); i++) {
                sleep(100);
            }
            assertThat(wish.getAsBoolean()).isTrue();
        }

        private void sleep(long millis) {
            try {
                TimeUnit.MILLISECONDS.sleep(millis);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
