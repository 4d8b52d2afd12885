package comity.benchmarks.spread;

import comity.benchmarks.load.Commands;
import comity.directory.Directory;
import comity.directory.keys.RegistryKey;
import comity.directory.list.ListSync;
import comity.kernel.transaction.GroupedTransactions;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/// What each of many nodes has for the registry's list, all in one process: a reader that asks as a node does, a
/// directory, and a database. Connections are opened when they are needed, because two hundred pools would hold more
/// than one PostgreSQL lets in.
final class ManyReaders {
    private static final long GLANCE_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<Directory> directories = new ArrayList<>();

    private ManyReaders() {}

    /// Commands: `start <list> <database address> <user> <password> <count> <key>`, and `await <edition>`, whose answer
    /// is for each reader the millisecond of the epoch at which it had that edition.
    public static void main(String[] arguments) throws IOException {
        ManyReaders readers = new ManyReaders();
        Commands.serve("ready", words -> switch (words.getFirst()) {
            case "start" -> readers.start(words);
            case "await" -> readers.await(Long.parseLong(words.get(1)));
            default -> throw new IllegalArgumentException(words.getFirst());
        });
    }

    private String start(List<String> words) {
        URI list = URI.create(words.get(1));
        RegistryKey key = RegistryKey.parse(words.get(6));
        for (int i = 0; i < Integer.parseInt(words.get(5)); i++) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setUrl(words.get(2) + i);
            database.setUser(words.get(3));
            database.setPassword(words.get(4));
            Directory directory = new Directory();
            new ListSync(
                            directory,
                            new GroupedTransactions(database),
                            key,
                            ListSync.Settings.of(list),
                            Clock.systemUTC())
                    .start();
            directories.add(directory);
        }
        return "started";
    }

    private String await(long edition) throws InterruptedException {
        List<Long> moments = new ArrayList<>();
        List<Directory> waiting = new ArrayList<>(directories);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            waiting.removeIf(directory -> {
                boolean there = directory.version().number() >= edition;
                if (there) {
                    moments.add(System.currentTimeMillis());
                }
                return there;
            });
            if (waiting.isEmpty()) {
                return moments.stream().map(String::valueOf).collect(Collectors.joining(" "));
            }
            Thread.sleep(GLANCE_MILLIS);
        }
        throw new IllegalStateException(waiting.size() + " readers have no edition " + edition);
    }
}
