package comity.benchmarks.letters;

import comity.benchmarks.Figure;
import comity.benchmarks.Findings;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import comity.benchmarks.Table;
import comity.benchmarks.load.ChildJvm;
import comity.benchmarks.load.ClosedLoop;
import comity.benchmarks.load.LoadTable;
import comity.benchmarks.load.Quantiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Two houses in two processes on this machine: letter by letter with 1, 8 and 64 senders, then a backlog after an
/// outage.
public final class LettersSection implements Section {
    private static final String HEAP = "1g";
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public char letter() {
        return 'B';
    }

    @Override
    public String title() {
        return "Letters between two nodes";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        Path programs = run.folder().resolve("programs");
        try (ChildJvm arvenia = house(run, "XA", programs);
                ChildJvm belmora = house(run, "XB", programs)) {
            introduce(arvenia, belmora);
            return loads(run, arvenia, belmora);
        }
    }

    private static Findings loads(Run run, ChildJvm arvenia, ChildJvm belmora) throws Exception {
        List<ChildJvm> both = List.of(arvenia, belmora);
        LoadTable table = new LoadTable("Letter by letter, one signature each", "comity.letters");
        LoadTable.warmUp(run, arvenia, both);
        for (ClosedLoop.Plan plan : LoadTable.plans(run)) {
            run.say(plan.toString());
            run.say("   " + table.add(LoadTable.measured(plan, arvenia, both)));
        }
        Backlog backlog = backlog(run, arvenia, belmora);
        check(table.all() + backlog.letters(), arvenia, belmora);
        List<Figure> figures = new ArrayList<>(table.figures());
        figures.add(new Figure("comity.backlog.rate", backlog.rate(), "1/s"));
        backlog.processorMillis().ifPresent(each -> figures.add(new Figure("comity.backlog.processor", each, "ms")));
        return new Findings(List.of(table.asTable(), backlog.table()), List.of(), figures, notes());
    }

    private static Backlog backlog(Run run, ChildJvm arvenia, ChildJvm belmora) throws Exception {
        int letters = run.thorough(20_000, 6_000);
        List<Round> rounds = new ArrayList<>();
        List<ChildJvm> both = List.of(arvenia, belmora);
        for (int i = 1; i <= 3; i++) {
            run.say("a backlog of " + letters + " letters, round " + i);
            belmora.ask("close");
            arvenia.ask("put " + letters);
            Optional<Duration> before = LoadTable.processorTime(both);
            belmora.ask("open");
            Writer.Drained drained = JSON.readValue(arvenia.ask("drain"), Writer.Drained.class);
            Round round = new Round(drained, LoadTable.each(before, LoadTable.processorTime(both), letters));
            run.say("   " + Numbers.shown(drained.perSecond()) + " letters/s, "
                    + round.processorMillis.map(Numbers::shown).orElse("–") + " ms of processor time each");
            rounds.add(round);
        }
        return new Backlog(letters * 3L, rounds);
    }

    /// Both ledgers must hold a leaf for every letter that was counted, or the figures are worth nothing.
    private static void check(long counted, ChildJvm arvenia, ChildJvm belmora) throws Exception {
        for (ChildJvm house : List.of(arvenia, belmora)) {
            long leaves = Long.parseLong(house.ask("leaves"));
            if (leaves < counted) {
                throw new IllegalStateException(counted + " letters counted, " + leaves + " leaves in a ledger");
            }
        }
    }

    private static List<String> notes() {
        return List.of(
                "Payload of 2 KB encrypted to the other authority (ECDH-ES on P-256, AES-GCM) and signed (ES256), over"
                        + " mutual TLS 1.3 with connections kept open; a signed receipt with the peer's ledger place,"
                        + " verified by the sender.",
                "Durable means: the letter, its state and its ledger leaf are committed to PostgreSQL with fsync, at the"
                        + " sender before it is sent, at the receiver before it is receipted, and the receipt at the"
                        + " sender before it counts. Latency is from the act of sending to that moment.",
                "Two processes, -Xmx" + HEAP + " each, each with its own PostgreSQL on the same disk."
                        + " Processor time is that of both processes and both databases together.",
                "In a backlog the letters for one State share envelopes. AS4 has no such sharing; it is compared with its"
                        + " rate at 64 senders.");
    }

    private static ChildJvm house(Run run, String state, Path programs) throws Exception {
        Path folder = run.folder().resolve(state);
        return ChildJvm.start(
                "house-" + state,
                folder,
                House.class,
                run.flags("house-" + state, HEAP),
                List.of(folder.toString(), state, programs.toString()));
    }

    private static void introduce(ChildJvm arvenia, ChildJvm belmora) throws Exception {
        String list = "know XA " + address(arvenia) + " XB " + address(belmora);
        arvenia.ask(list);
        belmora.ask(list);
        arvenia.ask("to XB");
    }

    private static String address(ChildJvm house) throws Exception {
        return Base64.getEncoder().encodeToString(house.ask("address").getBytes(StandardCharsets.UTF_8));
    }

    /// @param processorMillis of both houses and their databases, for each letter
    private record Round(Writer.Drained drained, Optional<Double> processorMillis) {}

    private record Backlog(long letters, List<Round> rounds) {
        double rate() {
            return Quantiles.median(rates());
        }

        private List<Double> rates() {
            return rounds.stream().map(round -> round.drained.perSecond()).toList();
        }

        Optional<Double> processorMillis() {
            List<Double> each = rounds.stream()
                    .flatMap(round -> round.processorMillis.stream())
                    .toList();
            return each.isEmpty() ? Optional.empty() : Optional.of(Quantiles.median(each));
        }

        Table table() {
            return new Table(
                    "A backlog after an outage, letters share signatures",
                    List.of("letters", "letters/s (median)", "rounds", "processor ms each"),
                    List.of(List.of(
                            Numbers.shown(letters / (double) rounds.size()),
                            Numbers.shown(rate()),
                            String.join(
                                    " ", rates().stream().map(Numbers::shown).toList()),
                            processorMillis().map(Numbers::shown).orElse("–"))));
        }
    }
}
