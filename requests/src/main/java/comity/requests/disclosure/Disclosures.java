package comity.requests.disclosure;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.ExhibitReference;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.Role;
import comity.kernel.transaction.Transaction;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.EmergencyCase;
import comity.requests.preservation.Cases;
import comity.requests.preservation.House;
import comity.requests.preservation.Incoming;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.Questions;
import comity.safeguards.Ruling;
import comity.vault.CustodyEvent;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.ExhibitState;
import comity.vault.Hand;
import comity.vault.HandoverOrder;
import comity.vault.Remainder;
import comity.vault.exhibits.Answer;
import comity.vault.exhibits.Exhibits;
import comity.vault.exhibits.Exhibits.Dossier;
import comity.vault.exhibits.Exhibits.Glance;
import comity.vault.exhibits.Job;
import comity.vault.exhibits.Opened;
import comity.vault.exhibits.OpeningWish;
import comity.vault.exhibits.Workshop;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// What people do with the exhibits of a request. Who sees the case sees its exhibits; every look is
/// kept for oversight.
public final class Disclosures {
    private static final String NO_COMPETENCE = "role-not-competent";
    /// It stands in an event that the other State must be able to read.
    private static final int LONGEST_PURPOSE = 500;

    private final House house;
    private final Behind behind;
    private final Exhibits exhibits;
    private final Workshop workshop;
    private final Questions questions;

    public Disclosures(House house, Cases cases, Emergencies emergencies, Exhibits exhibits, Workshop workshop) {
        this.house = house;
        this.behind = new Behind(house, cases, emergencies);
        this.exhibits = exhibits;
        this.workshop = workshop;
        this.questions = house.questions();
    }

    /// What a person wants to hand over.
    ///
    /// @param sensitive whether nobody should see its contents without need
    public record Wish(String title, HandoverOrder order, boolean sensitive) {}

    /// The exhibits of a request, oldest first.
    public Outcome<List<Exhibit>> ofRequest(Actor who, RequestReference request) {
        return switch (behind.side(who, "exhibit.list", request)) {
            case Outcome.Done<Side> _ ->
                new Outcome.Done<>(house.transactions().read(tx -> exhibits.ofRequest(tx, request)));
            case Outcome<Side> no -> Outcome.same(no);
        };
    }

    /// An exhibit with its custody.
    public Outcome<Dossier> read(Actor who, ExhibitReference reference) {
        Optional<Dossier> found = house.transactions().read(tx -> exhibits.find(tx, reference));
        return found.isEmpty()
                ? new Outcome.NotFound<>()
                : switch (behind.side(who, "exhibit.read", found.get().exhibit().request())) {
                    case Outcome.Done<Side> _ -> new Outcome.Done<>(found.get());
                    case Outcome<Side> no -> Outcome.same(no);
                };
    }

    /// How far the node's own work on an exhibit is.
    public Optional<Job> job(Exhibit exhibit) {
        return workshop.job(exhibit);
    }

    /// Whether this person could begin an exhibit for a request as it stands.
    public boolean mayBegin(Actor who, IncomingCase request) {
        return request.state() instanceof Incoming.Held
                && house.safeguards().competent(who, comity.safeguards.Act.COLLECT_EXHIBIT);
    }

    /// Whether this person could begin an exhibit for an emergency as it stands.
    public boolean mayBegin(Actor who, EmergencyCase request) {
        return request.side() == Side.REQUESTED
                && request.isAccepted()
                && house.safeguards().competent(who, comity.safeguards.Act.COLLECT_EXHIBIT);
    }

    /// Begins an exhibit.
    /// A preservation alone lets nothing out: a request for assistance must stand behind it.
    /// In an emergency that was accepted, it follows.
    public Outcome<Exhibit> begin(Actor who, RequestReference reference, Wish wish) {
        return house.transactions().write(tx -> {
            if (!allowed(tx, who, comity.safeguards.Act.COLLECT_EXHIBIT, "exhibit.begin", reference.toString())) {
                return Outcome.notAllowed(NO_COMPETENCE);
            }
            Optional<Behind.Asked> request = behind.lock(tx, reference);
            if (request.isEmpty()) {
                return new Outcome.NotFound<>();
            }
            Ruling ruling = mayHandOver(request.get(), wish.order());
            if (ruling instanceof Ruling.Forbidden forbidden) {
                return refused(forbidden);
            }
            return outcome(exhibits.begin(
                    tx,
                    role(who),
                    new Exhibits.Wish(
                            reference, request.get().requesting(), wish.title(), wish.order(), wish.sensitive())));
        });
    }

    private Ruling mayHandOver(Behind.Asked request, HandoverOrder order) {
        return house.safeguards()
                .rule(questions.mayHandOver(request.requesting(), request.letsOut(), order.reference()));
    }

    private static <T> Outcome<T> refused(Ruling.Forbidden ruling) {
        return new Outcome.NotAllowed<>(
                ruling.ground().code(),
                ruling.grounds().stream()
                        .map(ground ->
                                Complaint.blocks("", ground.code()).with(Map.of("provision", ground.provision())))
                        .toList());
    }

    /// What this person can do with an exhibit as it stood when it was read.
    public Set<ExhibitAct> acts(Actor who, Dossier dossier) {
        return acts(who, dossier.exhibit(), dossier.opened());
    }

    private Set<ExhibitAct> acts(Actor who, Exhibit exhibit, boolean opened) {
        Set<ExhibitAct> possible = EnumSet.noneOf(ExhibitAct.class);
        switch (exhibit.state()) {
            case ExhibitState.Collecting _ ->
                possible.addAll(EnumSet.of(
                        ExhibitAct.COLLECT, ExhibitAct.LIST_REMAINDER, ExhibitAct.HAND_OVER, ExhibitAct.DESTROY));
            case ExhibitState.OnOffer _ -> possible.addAll(EnumSet.of(ExhibitAct.WITHDRAW, ExhibitAct.DESTROY));
            case ExhibitState.Received _ ->
                possible.addAll(EnumSet.of(ExhibitAct.CHECK, ExhibitAct.OPEN, ExhibitAct.NOTE, ExhibitAct.DESTROY));
            case ExhibitState.NotGood _ ->
                possible.addAll(
                        EnumSet.of(ExhibitAct.CHECK, ExhibitAct.FETCH_AGAIN, ExhibitAct.NOTE, ExhibitAct.DESTROY));
            case ExhibitState.Announced _, ExhibitState.Withdrawn _ -> possible.add(ExhibitAct.DESTROY);
            case ExhibitState.Sealing _, ExhibitState.Destroyed _, ExhibitState.Unknown _ -> {
                // The node works on it, or nothing can be done any more.
            }
        }
        if (exhibit.side() == Exhibit.Side.HOLDING && !(exhibit.state() instanceof ExhibitState.Destroyed)) {
            possible.add(ExhibitAct.READ_REMAINDER);
        }
        if (opened) {
            possible.add(ExhibitAct.PUT_AWAY);
        }
        possible.removeIf(act -> !house.safeguards().competent(who, act.competence()));
        return possible;
    }

    /// Whether [#take] would take a file of this name, asked before its bytes come.
    public Outcome<Exhibit> mayTake(Actor who, ExhibitReference reference, String name) {
        return acting(who, reference, ExhibitAct.COLLECT, exhibit -> {
            Optional<String> objection =
                    house.transactions().read(tx -> exhibits.intake().objection(tx, exhibit, name));
            return objection
                    .map(code -> outcome(new Answer.Unfit<Exhibit>("/name", code)))
                    .orElseGet(() -> new Outcome.Done<>(exhibit));
        });
    }

    /// Takes a file in.
    ///
    /// @param sha256 what whoever sends it has computed before, in hex
    public Outcome<ExhibitFile> take(
            Actor who, ExhibitReference reference, String name, Optional<String> sha256, InputStream bytes) {
        return acting(
                who,
                reference,
                ExhibitAct.COLLECT,
                _ -> outcome(exhibits.intake().take(reference, role(who), name, sha256, bytes)));
    }

    /// Takes a file out again.
    public Outcome<Exhibit> takeOut(Actor who, ExhibitReference reference, String name) {
        return inTransaction(who, reference, ExhibitAct.COLLECT, tx -> exhibits.takeOut(tx, reference, name));
    }

    /// Lists what was collected and is not handed over.
    ///
    /// @param list one line for each thing, as `sha256sum` prints it
    public Outcome<Exhibit> listRemainder(Actor who, ExhibitReference reference, Remainder.Ground ground, String list) {
        return inTransaction(
                who,
                reference,
                ExhibitAct.LIST_REMAINDER,
                tx -> exhibits.listRemainder(tx, role(who), reference, ground, list));
    }

    /// A list of what is not handed over, opened: the bytes whose digest the custody names.
    public Outcome<byte[]> remainder(Actor who, ExhibitReference reference, int number) {
        return acting(
                who,
                reference,
                ExhibitAct.READ_REMAINDER,
                exhibit -> house.transactions()
                        .read(tx -> exhibits.remainders().open(tx, exhibit, number))
                        .<Outcome<byte[]>>map(Outcome.Done::new)
                        .orElseGet(Outcome.NotFound::new));
    }

    /// Has it sealed and offered. What stands behind the request is asked again: it may have been
    /// refused meanwhile.
    public Outcome<Exhibit> handOver(Actor who, ExhibitReference reference) {
        return acting(
                who,
                reference,
                ExhibitAct.HAND_OVER,
                exhibit -> house.transactions().write(tx -> {
                    Optional<Behind.Asked> request = behind.lock(tx, exhibit.request());
                    if (request.isEmpty()) {
                        return new Outcome.NotFound<>();
                    }
                    Ruling ruling = mayHandOver(request.get(), exhibit.order());
                    return ruling instanceof Ruling.Forbidden forbidden
                            ? refused(forbidden)
                            : outcome(exhibits.handOver(tx, reference));
                }));
    }

    public Outcome<Exhibit> withdraw(Actor who, ExhibitReference reference, String reason) {
        return inTransaction(
                who, reference, ExhibitAct.WITHDRAW, tx -> exhibits.withdraw(tx, role(who), reference, reason));
    }

    /// Begins to compare it with its seal once more; what comes of it is in the custody.
    public Outcome<Exhibit> check(Actor who, ExhibitReference reference) {
        return acting(who, reference, ExhibitAct.CHECK, exhibit -> begun(exhibit, workshop.check(exhibit, role(who))));
    }

    /// Begins to open it. A sensitive one is only opened when a second person asks, who is as competent.
    ///
    /// @param why for what it is opened; stands in the custody
    /// @param language in which the papers beside it are written
    public Outcome<Opened> open(Actor who, ExhibitReference reference, String why, Language language) {
        if (why.isBlank()) {
            return new Outcome.NotAllowed<>("act-incomplete", List.of(Complaint.blocks("/why", "missing")));
        }
        if (why.length() > LONGEST_PURPOSE) {
            Complaint tooLong =
                    Complaint.blocks("/why", "too-long").with(Map.of("limit", Integer.toString(LONGEST_PURPOSE)));
            return new Outcome.NotAllowed<>("act-incomplete", List.of(tooLong));
        }
        OpeningWish wish = new OpeningWish(who.person(), role(who), why);
        return acting(who, reference, ExhibitAct.OPEN, exhibit -> switch (workshop.open(exhibit, wish, language)) {
            case Opened.NotNow _ -> new Outcome.WrongState<>(exhibit.state().word());
            case Opened opened -> new Outcome.Done<>(opened);
        });
    }

    /// The wish to open an exhibit that waits for a second person.
    public Optional<OpeningWish.Waiting> waiting(Exhibit exhibit) {
        return workshop.waiting(exhibit);
    }

    private static Outcome<Exhibit> begun(Exhibit exhibit, boolean begun) {
        return begun
                ? new Outcome.Done<>(exhibit)
                : new Outcome.WrongState<>(exhibit.state().word());
    }

    public Outcome<Exhibit> fetchAgain(Actor who, ExhibitReference reference) {
        return inTransaction(who, reference, ExhibitAct.FETCH_AGAIN, tx -> exhibits.fetchAgain(tx, reference));
    }

    /// Notes what was done with it at home.
    public Outcome<Exhibit> note(
            Actor who, ExhibitReference reference, CustodyEvent.Kind kind, Hand hand, String what) {
        return inTransaction(
                who, reference, ExhibitAct.NOTE, tx -> exhibits.note(tx, reference, kind, hand, role(who), what));
    }

    public Outcome<Exhibit> destroy(Actor who, ExhibitReference reference, String reason) {
        return inTransaction(
                who, reference, ExhibitAct.DESTROY, tx -> exhibits.destroy(tx, role(who), reference, reason));
    }

    public Outcome<Exhibit> putAway(Actor who, ExhibitReference reference) {
        return acting(
                who,
                reference,
                ExhibitAct.PUT_AWAY,
                exhibit -> house.transactions().write(tx -> {
                    exhibits.putAway(tx, exhibit);
                    return new Outcome.Done<>(exhibit);
                }));
    }

    /// Where what was opened lies, for whoever gives it out.
    public Outcome<Path> openedFor(Actor who, ExhibitReference reference) {
        return acting(
                who,
                reference,
                ExhibitAct.PUT_AWAY,
                "download",
                exhibit -> opened(exhibit).<Outcome<Path>>map(Outcome.Done::new).orElseGet(Outcome.NotFound::new));
    }

    private Optional<Path> opened(Exhibit exhibit) {
        return exhibit.state() instanceof ExhibitState.Received ? exhibits.opened(exhibit) : Optional.empty();
    }

    private Outcome<Exhibit> inTransaction(
            Actor who, ExhibitReference reference, ExhibitAct act, Function<Transaction, Answer<Exhibit>> run) {
        return acting(who, reference, act, _ -> house.transactions().write(tx -> outcome(run.apply(tx))));
    }

    /// Who may, and on a case that this person sees.
    private <T> Outcome<T> acting(
            Actor who, ExhibitReference reference, ExhibitAct act, Function<Exhibit, Outcome<T>> run) {
        return acting(who, reference, act, act.code(), run);
    }

    /// @param what the word under which oversight reads of it
    private <T> Outcome<T> acting(
            Actor who, ExhibitReference reference, ExhibitAct act, String what, Function<Exhibit, Outcome<T>> run) {
        Optional<Glance> found = house.transactions().read(tx -> exhibits.glance(tx, reference));
        if (found.isEmpty()) {
            return new Outcome.NotFound<>();
        }
        Exhibit exhibit = found.get().exhibit();
        Outcome<Side> seen = behind.side(who, "exhibit." + what, exhibit.request());
        if (!(seen instanceof Outcome.Done<Side>)) {
            return Outcome.same(seen);
        }
        if (!house.safeguards().competent(who, act.competence())) {
            house.transactions().write(tx -> allowed(tx, who, act.competence(), act.code(), reference.toString()));
            return Outcome.notAllowed(NO_COMPETENCE);
        }
        return acts(who, exhibit, found.get().opened()).contains(act)
                ? run.apply(exhibit)
                : new Outcome.WrongState<>(exhibit.state().word());
    }

    private boolean allowed(Transaction tx, Actor who, comity.safeguards.Act act, String what, String subject) {
        boolean competent = house.safeguards().competent(who, act);
        if (!competent) {
            house.looks().denied(tx, who, "act." + what, subject, NO_COMPETENCE);
        }
        return competent;
    }

    private static String role(Actor who) {
        return who.is(Role.CENTRAL_AUTHORITY)
                ? Role.CENTRAL_AUTHORITY.code()
                : who.roles().stream().map(Role::code).sorted().findFirst().orElse("system");
    }

    private static <T> Outcome<T> outcome(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var now) -> new Outcome.Done<>(now);
            case Answer.NotFound<T> _ -> new Outcome.NotFound<>();
            case Answer.WrongState<T>(var state) -> new Outcome.WrongState<>(state);
            case Answer.Unfit<T>(var pointer, var code) ->
                new Outcome.NotAllowed<>("act-incomplete", List.of(Complaint.blocks(pointer, code)));
        };
    }
}
