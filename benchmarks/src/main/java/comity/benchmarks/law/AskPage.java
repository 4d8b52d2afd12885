package comity.benchmarks.law;

import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.load.LongList;
import comity.benchmarks.load.Quantiles;
import comity.benchmarks.nodes.Federation;
import comity.benchmarks.pages.Visitor;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.Law;
import comity.law.basis.DataClass;
import comity.law.eligibility.Asked;
import comity.law.eligibility.Cooperations;
import comity.law.offence.NationalLaw;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookWriter;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.RegisterBook;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;

/// May it be asked? As the page that anybody may open at a node: its registry has published a register of two hundred
/// States and a book of law for each, the node has fetched them, and answers over HTTP.
final class AskPage {
    private static final int PORT_BASE = 18_580;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long GLANCE_MILLIS = 250;

    private AskPage() {}

    /// @return the entry of one of the nodes, as the registry keeps it
    static String measure(Run run, Found found) throws Exception {
        run.say("bringing up a registry with the books of " + Matching.STATES + " States");
        try (Federation federation = Federation.start(run.folder(), PORT_BASE, "--no-seed");
                Visitor anybody =
                        new Visitor(URI.create(federation.node("XA").path("web").stringValue()))) {
            Path data = federation.folder("XA").resolveSibling("books");
            List<StateCode> states = ManyLaws.states(Matching.STATES);
            publish(data, states);
            for (StateCode state : states) {
                await(anybody, "/law/offences/" + state + ".json");
            }
            await(anybody, "/law/states/" + states.getLast());
            measured(run, found, anybody, states);
            return Files.readString(data.resolveSibling("world").resolve("XA.json"));
        }
    }

    /// Lays the books where the registry looks for them; those of the demo's States make room.
    private static void publish(Path books, List<StateCode> states) throws IOException {
        FinalProvisions provisions = FinalProvisions.load();
        for (NationalLaw book : new ManyLaws(Matching.STATES, Matching.PROVISIONS).books()) {
            lay(books.resolve("law").resolve(book.state() + ".json"), BookWriter.write(BookForm.JSON, book));
        }
        lay(
                books.resolve(RegisterBook.NAME + ".json"),
                Utf8.text(new RegisterBook(provisions).write(ManyParties.register(states, provisions))));
    }

    /// Whole or not at all, because the registry looks every few seconds.
    private static void lay(Path file, String text) throws IOException {
        Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), text);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void await(Visitor anybody, String path) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                anybody.page(path);
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(GLANCE_MILLIS);
            }
        }
    }

    private static void measured(Run run, Found found, Visitor anybody, List<StateCode> states)
            throws IOException, InterruptedException {
        run.say("the same as a page");
        Law law = Law.load();
        int warmUp = run.thorough(2_000, 600);
        int counted = run.thorough(2_000, 600);
        List<Asked> questions =
                ManyParties.questions(warmUp + counted, states, Cooperations.load(law.terms(), law.grounds()));
        LongList times = new LongList();
        long length = 0;
        for (int i = 0; i < warmUp + counted; i++) {
            String question = address(questions.get(i));
            long started = System.nanoTime();
            String page = anybody.page(question);
            long took = System.nanoTime() - started;
            if (!page.contains("id=\"answer\"")) {
                throw new IllegalStateException("No answer to " + question);
            }
            if (i >= warmUp) {
                times.add(took);
                length += page.length();
            }
        }
        long[] sorted = times.sorted();
        double half = Quantiles.of(sorted, 0.50) / 1e6;
        double p99 = Quantiles.of(sorted, 0.99) / 1e6;
        found.figure("law.page.p50", half, "ms");
        found.figure("law.page.p99", p99, "ms");
        found.table(
                "May it be asked? As a page, whole over HTTP",
                List.of("", "p50 ms", "p99 ms"),
                List.of(List.of("an answer with its reasons", Numbers.shown(half), Numbers.shown(p99))));
        found.note("%d pages, each another question, after %d that do not count; one reader without an account; a page"
                        .formatted(counted, warmUp)
                + " has %s characters.".formatted(Numbers.shown(length / (double) counted)));
    }

    private static String address(Asked asked) {
        return "/law/ask?from=%s&to=%s&offence=%s&measure=%s&data=%s&on=%s"
                .formatted(
                        asked.asking(),
                        asked.asked(),
                        ((Asked.ConventionOffence) asked.crime()).id(),
                        asked.measure(),
                        asked.data().map(DataClass::code).orElse(""),
                        asked.day());
    }
}
