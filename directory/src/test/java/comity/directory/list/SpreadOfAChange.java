package comity.directory.list;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.keys.RegistryKey;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Measures how long a change takes from the registry into every node, as nodes ask by default, and how many bytes it
/// costs each. Run by hand, with the number of nodes and of entries. Each node has a database of its own.
public final class SpreadOfAChange {
    private static final int EDITIONS = 5;

    private final RegistryKey key = RegistryKey.generate();
    private final AtomicLong sent = new AtomicLong();
    private volatile DirectoryList newest;
    private volatile DirectoryList former;
    private volatile byte[] patch = {};

    private final int states;

    private SpreadOfAChange(int states) {
        this.states = states;
        newest = edition(1);
        former = newest;
    }

    public static void main(String[] arguments) throws Exception {
        new SpreadOfAChange(Integer.parseInt(arguments[1])).run(Integer.parseInt(arguments[0]));
    }

    private DirectoryList edition(int number) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < states; i++) {
            Entry entry = Entries.full("" + (char) ('A' + i / 26) + (char) ('A' + i % 26));
            entries.add(i == states / 2 ? entry.confirmed(LocalDate.of(2027, 1, number)) : entry);
        }
        return DirectoryList.sign(number, Clock.systemUTC().instant(), Duration.ofDays(30), entries, key);
    }

    private void run(int nodes) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
        URI list = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/directory/list");
        List<Directory> directories = new ArrayList<>();
        List<AutoCloseable> open = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            TestDatabase database = TestDatabase.with("directory");
            Directory directory = new Directory();
            ListSync sync = new ListSync(
                    directory, database.transactions(), key, ListSync.Settings.of(list), Clock.systemUTC());
            sync.start();
            directories.add(directory);
            open.add(sync);
            open.add(database);
        }
        await(directories, 1);
        List<Long> millis = new ArrayList<>();
        for (int number = 2; number <= EDITIONS; number++) {
            DirectoryList next = edition(number);
            patch = LinePatch.ofList(newest.bytes(), next.bytes());
            former = newest;
            sent.set(0);
            newest = next;
            millis.addAll(await(directories, number));
            System.out.printf(
                    "edition %d: %d bytes of bodies to each of %d nodes; the whole list has %d%n",
                    number, sent.get() / nodes, nodes, next.bytes().length);
        }
        millis.sort(null);
        System.out.printf(
                "from publication into a node: p50 %.1f s, p99 %.1f s, last %.1f s%n",
                at(millis, 50) / 1e3, at(millis, 99) / 1e3, millis.getLast() / 1e3);
        for (AutoCloseable part : open) {
            part.close();
        }
        server.stop(0);
        System.exit(0);
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /// How long each took until it had an edition, in milliseconds.
    private static List<Long> await(List<Directory> directories, long number) throws InterruptedException {
        long begun = System.nanoTime();
        List<Long> millis = new ArrayList<>();
        List<Directory> waiting = new ArrayList<>(directories);
        while (!waiting.isEmpty()) {
            waiting.removeIf(directory -> {
                boolean there = directory.version().number() >= number;
                if (there) {
                    millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
                }
                return there;
            });
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return millis;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            DirectoryList list = newest;
            String tag = "\"" + list.version().digest() + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            String query = exchange.getRequestURI().getQuery();
            boolean patched = ("from=" + former.version().number()).equals(query);
            byte[] body = patched ? patch : list.bytes();
            if (patched) {
                exchange.getResponseHeaders().set("Content-Type", LinePatch.MEDIA_TYPE);
            }
            sent.addAndGet(body.length);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
