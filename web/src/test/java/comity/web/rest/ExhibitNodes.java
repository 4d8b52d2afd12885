package comity.web.rest;

import comity.kernel.ExhibitReference;
import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.vault.CustodyEvent;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.Hand;
import comity.vault.exhibits.Exhibits;
import comity.vault.store.SqlExhibits;
import comity.web.exhibit.Printing;
import comity.web.people.Accounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// The two nodes, for tests of the pages that belong to exhibits: XA asks, XB hands over.
public final class ExhibitNodes {
    public static final String PASSWORD = "four quiet words together";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final TwoNodes nodes;

    public ExhibitNodes() {
        this(TwoNodes.running());
    }

    private ExhibitNodes(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /// The same at other nodes.
    static ExhibitNodes at(TwoNodes nodes) {
        return new ExhibitNodes(nodes);
    }

    /// A person who can sign in at one of the nodes.
    public record Somebody(URI node, String name, String password) {}

    /// Somebody of the State that asks.
    public Somebody asking(Role role) {
        return somebody(nodes.arvenia, role, Language.ENGLISH);
    }

    public Somebody asking(Role role, Language language) {
        return somebody(nodes.arvenia, role, language);
    }

    /// Somebody of the State that hands over.
    public Somebody holding(Role role) {
        return somebody(nodes.belmora, role, Language.ENGLISH);
    }

    public Somebody holding(Role role, Language language) {
        return somebody(nodes.belmora, role, language);
    }

    private static Somebody somebody(OneNode node, Role role, Language language) {
        String name = role.code() + "-" + NAMES.incrementAndGet();
        Accounts accounts = node.context.getBean(Accounts.class);
        accounts.create(new Accounts.NewAccount(
                name,
                "Somebody " + NAMES.get(),
                EnumSet.of(role),
                language,
                ZoneId.of("Europe/Paris"),
                Optional.of(PASSWORD)));
        return new Somebody(node.address(), name, PASSWORD);
    }

    /// A request of XA that XB holds data for, because a request for assistance stands behind it.
    public String held() {
        String reference = Ward9.sent(nodes);
        act(reference, "acknowledge", "{}");
        act(
                reference,
                "assess",
                "{\"necessity\":\"yes\",\"discrimination\":\"no\",\"protectedRole\":\"no\",\"refusalGround\":\"no\"}");
        act(reference, "order", "{\"reference\":\"XB 12/2027\"}");
        act(reference, "preserve", "{\"provider\":\"Provider\",\"coverage\":\"full\"}");
        act(reference, "hold", "{\"mlaReference\":\"XA.MLA.2027.1\"}");
        nodes.carry();
        return reference;
    }

    /// A request that was received and no more.
    public String received() {
        return Ward9.sent(nodes);
    }

    private void act(String reference, String act, String body) {
        Caller.Answer answer = Caller.of(nodes.belmora, Role.CENTRAL_AUTHORITY)
                .with("If-Match", "*")
                .post("/api/v1/requests/" + reference + "/" + act, body);
        if (answer.status() != 200) {
            throw new IllegalStateException(
                    act + " was not done: " + answer.http().body());
        }
    }

    /// Carries the letters that wait, both ways.
    public void carry() {
        nodes.carry();
    }

    /// Carries letters until something has come about that the nodes do by themselves.
    public void until(BooleanSupplier wanted) {
        until(nodes::carry, wanted);
    }

    /// The same, while nothing gets through that the State that asks says.
    public void untilUnanswered(BooleanSupplier wanted) {
        until(() -> nodes.belmora.sendTo(nodes.arvenia), wanted);
    }

    private static void until(Runnable carry, BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            carry.run();
            if (wanted.getAsBoolean()) {
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        } while (System.nanoTime() < end);
        throw new AssertionError("It did not come to that");
    }

    /// Notes at the State that asks so many times that a received exhibit was examined.
    public void examineOften(String exhibit, int times) {
        ExhibitReference reference = ExhibitReference.parse(exhibit).orElseThrow();
        nodes.arvenia.database.transactions().write(tx -> {
            for (int i = 1; i <= times; i++) {
                nodes.arvenia.vault.exhibits.note(
                        tx,
                        reference,
                        CustodyEvent.Kind.EXAMINED,
                        Hand.EXAMINER,
                        "investigator",
                        "Examination number " + i);
            }
            return reference;
        });
    }

    /// Takes small files into an exhibit of the State that hands over: `0001.txt`, `0002.txt` and so on. The
    /// last hundred go the way of every file; of those before them only the record is written, which spares
    /// the time.
    public void takeIn(String exhibit, int files) {
        ExhibitReference reference = ExhibitReference.parse(exhibit).orElseThrow();
        Exhibits exhibits = nodes.belmora.vault.exhibits;
        int recorded = Math.max(0, files - 100);
        nodes.belmora.database.transactions().write(tx -> {
            Exhibit found = exhibits.find(tx, reference).orElseThrow().exhibit();
            for (int i = 1; i <= recorded; i++) {
                String name = nameOfFile(i);
                new SqlExhibits()
                        .addFile(
                                tx,
                                found.id(),
                                new ExhibitFile(name, 8, Sha256.hex(Utf8.bytes(name)), nodes.clock.instant(), true));
            }
            return found;
        });
        for (int i = recorded + 1; i <= files; i++) {
            String name = nameOfFile(i);
            exhibits.intake()
                    .take(
                            reference,
                            "central-authority",
                            name,
                            Optional.empty(),
                            new ByteArrayInputStream(Utf8.bytes(name)));
        }
    }

    private static String nameOfFile(int number) {
        return "%04d.txt".formatted(number);
    }

    /// Begins to bring a file to the State that hands over, as the script of a page does, and brings its beginning
    /// only.
    ///
    /// @param script the header fields of a call of that page
    /// @return the address of the upload
    public String beginUpload(Map<String, String> script, String exhibit, String name, byte[] file, int brought) {
        Tus tus = tus(script);
        String path = tus.begun(exhibit, name, file);
        tus.patch(path, 0, Arrays.copyOf(file, brought));
        return path;
    }

    /// Does something while a call brings more of an upload.
    public void whileMoreComes(Map<String, String> script, String path, long from, Runnable meanwhile) {
        Tus tus = tus(script);
        try (Socket line = tus.open(path, from, 2)) {
            line.getOutputStream().write('x');
            while (tus.head(path).status() != 423) {
                Thread.onSpinWait();
            }
            meanwhile.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Tus tus(Map<String, String> script) {
        Tus tus = Tus.nobody(nodes.belmora);
        for (Map.Entry<String, String> field : script.entrySet()) {
            tus = tus.with(field.getKey(), field.getValue());
        }
        return tus;
    }

    /// The day of the nodes' clock, in UTC.
    public LocalDate today() {
        return nodes.clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    }

    public void advance(Duration time) {
        nodes.clock.advance(time);
    }

    /// What the node that hands over prints on.
    public Printing printingOfHolding() {
        return nodes.belmora.context.getBean(Printing.class);
    }

    /// Where the exhibits of the State that hands over lie.
    public Path shelfOfHolding() {
        return nodes.belmora.vault.shelf;
    }
}
