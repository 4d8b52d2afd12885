package comity.vault.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.contents.Contents;
import comity.evidence.pack.SealedFolder;
import comity.evidence.pack.Sealer;
import comity.evidence.paper.Authority;
import comity.evidence.paper.Seal;
import comity.vault.transfer.Pull.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A payload is pulled over real HTTP, over good lines and bad ones, from an honest house and from others.
class PullTest {
    private static final Identity.Drawn KEY = Identity.draw(KeyKind.X25519);
    private static final Duration SHORT = Duration.ofMillis(5);
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    private @Nullable SealedFolder made;
    private HttpServer server;
    private Path target;
    private final AtomicLong served = new AtomicLong();
    private volatile Line line = Line.GOOD;

    /// What happens to an answer on its way.
    private interface Line {
        Line GOOD = (exchange, body, bytes) -> body.write(bytes);

        /// @param bytes a piece of the answer, as the sender has it
        void carry(HttpExchange exchange, OutputStream body, byte[] bytes) throws IOException;
    }

    @BeforeEach
    void serve() throws IOException {
        target = folder.resolve("pulled.age");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/payload", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void seal(long bytes) throws IOException {
        Path file = folder.resolve("exhibit.img");
        byte[] content = new byte[(int) bytes];
        new Random(bytes).nextBytes(content);
        Files.write(file, content);
        Path place = folder.resolve("sealed");
        new Sealer(Clock.systemUTC(), 2)
                .seal(
                        new Sealer.Wish(
                                Contents.of(List.of(file)),
                                List.of(KEY.recipient()),
                                Authority.NONE,
                                place,
                                Optional.empty()),
                        Progress.NONE);
        made = SealedFolder.read(place);
    }

    private SealedFolder sealed() {
        return Objects.requireNonNull(made);
    }

    private Path payload() {
        return sealed().folder().resolve("payload.age");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            PayloadDoor.Answer answer = new PayloadDoor(sealed().seal())
                    .answer(
                            Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")),
                            Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match")));
            answer.fields()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            long length = answer.range().map(ByteRange::length).orElse(-1L);
            exchange.sendResponseHeaders(answer.status(), length);
            if (answer.range().isPresent()) {
                write(exchange, answer.range().get());
            }
        }
    }

    private void write(HttpExchange exchange, ByteRange range) throws IOException {
        try (FileChannel file = FileChannel.open(payload());
                OutputStream body = exchange.getResponseBody()) {
            for (long at = range.from(); at < range.to(); ) {
                ByteBuffer piece = ByteBuffer.allocate((int) Math.min(16 * 1024, range.to() - at));
                file.read(piece, at);
                line.carry(exchange, body, piece.array());
                served.addAndGet(piece.position());
                at += piece.position();
            }
        }
    }

    private Pull pull(int connections, long bytesPerSecond, Progress progress) {
        Seal seal = sealed().seal();
        HttpSource source = new HttpSource(
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/payload"),
                seal.root(),
                seal.payload().fileLength(),
                Duration.ofSeconds(5));
        return new Pull(
                seal, sealed().segments(), source, new Pull.Settings(connections, bytesPerSecond, SHORT, 8), progress);
    }

    private Ended run(int connections) {
        return pull(connections, 0, Progress.NONE).run(target);
    }

    /// A line that is gone for good after some bytes.
    private static Line endingAfter(long most) {
        AtomicLong allowed = new AtomicLong(most);
        return (exchange, body, bytes) -> {
            if (allowed.addAndGet(-bytes.length) < 0) {
                exchange.close();
                throw new IOException("gone");
            }
            body.write(bytes);
        };
    }

    private void requireWhole(Ended ended) {
        assertThat(ended).isEqualTo(new Ended.Whole());
        assertThat(target).hasSameBinaryContentAs(payload());
        assertThat(folder.resolve("pulled.age.part")).doesNotExist();
        assertThat(folder.resolve("pulled.age.journal")).doesNotExist();
    }

    @Nested
    class A_good_line {
        @Test
        void brings_a_payload_of_any_length() throws IOException {
            for (long bytes : new long[] {0, 1, 100_000}) {
                target = folder.resolve("pulled-" + bytes);
                seal(bytes);
                assertThat(run(4)).isEqualTo(new Ended.Whole());
                assertThat(target).hasSameBinaryContentAs(payload());
                deleteSealed();
            }
        }

        private void deleteSealed() throws IOException {
            for (String part : List.of("payload.age", "manifest.age", "seal.json", "segments.bin")) {
                Files.delete(sealed().folder().resolve(part));
            }
            Files.delete(sealed().folder());
        }

        @Test
        void brings_many_segments_at_once_each_byte_once() throws IOException {
            seal(35 * MEBIBYTE);
            AtomicLong told = new AtomicLong();
            requireWhole(pull(4, 0, told::addAndGet).run(target));
            assertThat(served).hasValue(Files.size(payload()));
            assertThat(told).hasValue(Files.size(payload()));
            requireWhole(run(4));
            assertThat(served).as("nothing is asked for twice").hasValue(Files.size(payload()));
        }

        @Test
        void is_not_used_more_than_it_may_be() throws IOException {
            seal(2 * MEBIBYTE);
            long begun = System.nanoTime();
            requireWhole(pull(3, MEBIBYTE, Progress.NONE).run(target));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1700));
        }
    }

    @Nested
    class A_bad_line {
        @Test
        void that_breaks_again_and_again_still_brings_all_and_little_is_sent_twice() throws IOException {
            seal(20 * MEBIBYTE);
            Random chance = new Random(7);
            line = (exchange, body, bytes) -> {
                synchronized (chance) {
                    if (chance.nextInt(60) == 0) {
                        exchange.close();
                        throw new IOException("cut");
                    }
                }
                body.write(bytes);
            };
            requireWhole(run(3));
            // What was under way when the line broke is all that comes again.
            assertThat(served.get()).isLessThan(Files.size(payload()) * 2);
        }

        /// 25 kbit/s, 800 ms round trips, and one piece in twenty lost with its connection.
        @Test
        void of_a_satellite_telephone_makes_progress() throws IOException {
            seal(12_000);
            Random chance = new Random(3);
            line = (exchange, body, bytes) -> {
                sleep(800);
                for (int at = 0; at < bytes.length; at += 1000) {
                    if (chance.nextInt(20) == 0) {
                        exchange.close();
                        throw new IOException("lost");
                    }
                    body.write(bytes, at, Math.min(1000, bytes.length - at));
                    body.flush();
                    sleep(320);
                }
            };
            requireWhole(run(1));
        }

        private static void sleep(int millis) throws IOException {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Test
        void that_is_gone_is_left_and_gone_on_with_later() throws IOException {
            leftOnTheWay();
            assertThat(target).doesNotExist();
            long before = served.get();
            requireWhole(run(2));
            assertThat(served.get() - before)
                    .as("what had come is not asked for again, but for the pieces under way")
                    .isLessThan(12 * MEBIBYTE);
        }

        @Test
        void and_then_the_power_fails_takes_nothing_for_whole_that_the_disk_has_lost() throws IOException {
            goesOnAfter("pulled.age.part", part -> part.write(new byte[(int) (2 * MEBIBYTE)]));
        }

        @Test
        void and_then_the_power_fails_goes_on_also_when_the_disk_has_less_than_the_journal_says() throws IOException {
            goesOnAfter("pulled.age.part", part -> part.setLength(3 * MEBIBYTE));
        }

        @Test
        void leaves_a_journal_that_may_be_torn() throws IOException {
            goesOnAfter("pulled.age.journal", journal -> journal.setLength(journal.length() - 5));
        }

        private interface Harm {
            void to(RandomAccessFile file) throws IOException;
        }

        /// Cuts the line on the way, harms a file that lies there meanwhile, and brings the rest.
        private void goesOnAfter(String name, Harm harm) throws IOException {
            leftOnTheWay();
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve(name).toFile(), "rw")) {
                harm.to(file);
            }
            requireWhole(run(2));
        }

        /// Two thirds of a payload have come before the line was gone, and it is good again.
        private void leftOnTheWay() throws IOException {
            seal(30 * MEBIBYTE);
            line = endingAfter(20 * MEBIBYTE);
            assertThat(run(2)).isInstanceOf(Ended.Left.class);
            line = Line.GOOD;
        }
    }

    @Nested
    class Another_house {
        @Test
        void that_sends_a_wrong_byte_once_is_asked_again() throws IOException {
            seal(20 * MEBIBYTE);
            AtomicInteger spoiled = new AtomicInteger();
            line = (exchange, body, bytes) -> {
                if (spoiled.getAndIncrement() == 700) {
                    bytes[5] ^= 1;
                }
                body.write(bytes);
            };
            requireWhole(run(2));
        }

        @Test
        void that_sends_wrong_bytes_again_does_not_have_what_it_has_signed() throws IOException {
            seal(20 * MEBIBYTE);
            try (RandomAccessFile file = new RandomAccessFile(payload().toFile(), "rw")) {
                file.seek(sealed().seal().payload().placeOfSegment(1) + 1000);
                int was = file.read();
                file.seek(sealed().seal().payload().placeOfSegment(1) + 1000);
                file.write(was ^ 1);
            }
            assertThat(run(2)).isEqualTo(new Ended.Wrong(1));
            assertThat(target).doesNotExist();
        }

        @Test
        void that_has_another_payload_under_this_address_is_not_asked_long() throws IOException {
            seal(100_000);
            Pull pull = pull(1, 0, Progress.NONE);
            Path first = sealed().folder();
            Files.move(first, folder.resolve("first"));
            seal(100_001);
            assertThat(pull.run(target)).isEqualTo(new Ended.Gone(412));
        }

        @Test
        void that_is_away_is_left_for_now() throws IOException {
            seal(1000);
            Pull pull = pull(1, 0, Progress.NONE);
            server.stop(0);
            assertThat(pull.run(target)).isEqualTo(new Ended.Left("no answer"));
        }

        @Test
        void cannot_bring_a_list_that_the_seal_does_not_name() throws IOException {
            seal(9 * MEBIBYTE);
            byte[] list = sealed().segments();
            list[3] ^= 1;
            assertThatThrownBy(() -> new Pull(
                            sealed().seal(),
                            list,
                            (_, _) -> InputStream.nullInputStream(),
                            new Pull.Settings(1, 0, SHORT, 1),
                            Progress.NONE))
                    .isInstanceOf(EvidenceRefused.class);
        }
    }

    @Nested
    class The_door {
        @Test
        void answers_one_range_and_nothing_else() throws IOException {
            seal(1000);
            PayloadDoor door = new PayloadDoor(sealed().seal());
            long length = sealed().seal().payload().fileLength();
            assertThat(door.answer(Optional.of("bytes=0-9"), Optional.empty()).range())
                    .contains(new ByteRange(0, 10));
            assertThat(door.answer(Optional.of("bytes=5-"), Optional.empty()).range())
                    .contains(new ByteRange(5, length));
            assertThat(door.answer(Optional.of("bytes=0-" + length * 9), Optional.empty())
                            .range())
                    .contains(new ByteRange(0, length));
            assertThat(door.answer(Optional.empty(), Optional.empty()).status()).isEqualTo(200);
            for (String wrong : List.of(
                    "bytes=-5",
                    "bytes=9-3",
                    "bytes=" + length + "-",
                    "bytes=0-1,4-5",
                    "lines=0-1",
                    "",
                    "bytes=99999999999999999999-")) {
                assertThat(door.answer(Optional.of(wrong), Optional.empty()).status())
                        .as(wrong)
                        .isEqualTo(416);
            }
            assertThat(door.answer(Optional.of("bytes=0-9"), Optional.of("\"other\""))
                            .status())
                    .isEqualTo(412);
        }
    }
}
