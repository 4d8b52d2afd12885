package comity.benchmarks.letters;

import comity.benchmarks.load.ClosedLoop;
import comity.benchmarks.load.Commands;
import comity.benchmarks.load.NodeDatabase;
import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.PeerTrust;
import comity.federation.courier.Courier;
import comity.federation.courier.CourierSettings;
import comity.federation.courier.StoredOutbox;
import comity.federation.inbox.Inbox;
import comity.federation.inbox.InboxSettings;
import comity.kernel.StateCode;
import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// One State's side of the exchange, in a process of its own: the rooms of a node that a letter passes, wired as a node
/// wires them, with a PostgreSQL that forces every commit to the disk.
public final class House {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration DIRECTORY_LASTS = Duration.ofDays(1);
    /// As usual, but after an outage the next try is not minutes away: the run waits for it.
    private static final CourierSettings SENDING = new CourierSettings(
            CourierSettings.USUAL.inFlight(),
            CourierSettings.USUAL.backlogFrom(),
            CourierSettings.USUAL.term(),
            CourierSettings.USUAL.end(),
            Duration.ofMillis(200),
            Duration.ofMillis(500));

    private final Directory directory = new Directory();
    private final Clock clock = Clock.systemUTC();

    private House() {}

    /// Arguments: a folder to work in, the State's code, a folder where PostgreSQL's programs may lie.
    public static void main(String[] arguments) throws Exception {
        new House().live(Path.of(arguments[0]), new StateCode(arguments[1]), Path.of(arguments[2]));
    }

    private void live(Path folder, StateCode own, Path programs) throws Exception {
        KeyCeremony.NodeKeys keys = KeyCeremony.hold(own, List.of("127.0.0.1"), Instant.now());
        LogKey log = LogKey.generate("ledger.example/" + own);
        Certificates certificates = new Certificates(directory);
        try (NodeDatabase database = NodeDatabase.open(folder, programs, List.of("ledger", "federation"));
                GroupedTransactions transactions = new GroupedTransactions(database.pool())) {
            Journal journal = new Journal(transactions, log, clock);
            StoredOutbox outbox = new StoredOutbox(own, journal, SENDING, clock);
            Answers answers = new Answers();
            Inbox inbox = new Inbox(
                    certificates,
                    keys.seal(),
                    keys.encryption(),
                    transactions,
                    journal,
                    List.of(new Drawer()),
                    InboxSettings.USUAL,
                    clock);
            try (LettersDoor door = new LettersDoor(
                            folder, keys.channel().context(PeerTrust.inAll(certificates, clock)), inbox);
                    Courier courier = new Courier(
                            outbox,
                            directory,
                            certificates,
                            keys.seal(),
                            keys.channel(),
                            transactions,
                            journal,
                            answers,
                            SENDING,
                            clock)) {
                door.open();
                courier.start();
                Writer writer = new Writer(transactions, outbox, answers);
                String address = JSON.writeValueAsString(Entries.address(keys, log, door.port()));
                Commands.serve(address, words -> switch (words.getFirst()) {
                    case "address" -> address;
                    case "know" -> know(words.subList(1, words.size()));
                    case "to" -> writer.to(new StateCode(words.get(1)));
                    case "load" ->
                        JSON.writeValueAsString(ClosedLoop.run(
                                ClosedLoop.Plan.ofWords(words.subList(1, words.size())),
                                (_, number) -> writer.send(number)));
                    case "put" -> writer.put(Integer.parseInt(words.get(1)));
                    case "drain" -> JSON.writeValueAsString(writer.drain());
                    case "close" -> door.shut();
                    case "open" -> door.open();
                    case "leaves" ->
                        String.valueOf(journal.latest().checkpoint().size());
                    default -> throw new IllegalArgumentException(words.toString());
                });
            }
        }
    }

    /// Takes the list of all nodes: pairs of a State's code and its address in JSON.
    private String know(List<String> pairs) {
        Instant now = clock.instant();
        directory.replace(
                new ListVersion(1, now, now.plus(DIRECTORY_LASTS), "0".repeat(64)), Entries.ofWords(pairs, JSON));
        return "known";
    }
}
