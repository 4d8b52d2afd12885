package comity.requests.preservation;

import comity.federation.OutgoingLetter;
import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.Fingerprint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.Station;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.LetterHead;
import comity.requests.Outcome;
import comity.requests.Urgency;
import comity.requests.form.Answers;
import comity.requests.form.Changes;
import comity.requests.form.Circumstances;
import comity.requests.form.Keepable;
import comity.safeguards.Ruling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Writing a request, and sending it. Nothing leaves the node before `send`.
public final class Drafts {
    private static final int MOST_FIELDS = 5_000;
    private final House house;
    private final Gate gate;
    private final Book book;
    private final Clocks clocks;
    private final Questions questions;
    private final PreservationForm form;
    private final Keepable keepable;

    Drafts(House house) {
        this.house = house;
        this.gate = new Gate(house);
        this.book = new Book(house);
        this.clocks = house.clocks();
        this.questions = house.questions();
        this.form = house.form();
        this.keepable = new Keepable(form.form());
    }

    /// The form: its tasks and fields, and the two shapes of its documents.
    public PreservationForm form() {
        return form;
    }

    /// Starts a draft. What is known already is kept as it is, by JSON pointer; empty when nothing is.
    public Outcome<Draft> start(Actor who, StateCode requested, Language language, Map<String, String> known) {
        return begin(who, requested, language, known, Map.of());
    }

    /// Starts a draft that says what an earlier request of ours said, so that nothing is typed twice.
    public Outcome<Draft> copyFrom(Actor who, RequestReference earlier, StateCode requested) {
        Optional<OutgoingCase> source = house.transactions()
                .read(tx -> house.store().outgoing(tx, earlier))
                .filter(found -> gate.mayReadOwned(who, found.owner()));
        if (source.isEmpty()) {
            return new Outcome.NotFound<>();
        }
        Map<String, String> known = new HashMap<>(source.get().document());
        known.keySet().removeIf(pointer -> pointer.startsWith("/earlier/"));
        known.put("/status", "follow-up");
        known.put("/earlier/reference", earlier.toString());
        Language language = Language.ofTag(known.getOrDefault("/language", "")).orElse(Language.ENGLISH);
        return begin(who, requested, language, known, Map.of("copyOf", earlier.toString()));
    }

    private Outcome<Draft> begin(
            Actor who, StateCode requested, Language language, Map<String, String> known, Map<String, String> details) {
        return house.transactions().write(tx -> {
            if (!gate.mayDo(who, Act.DRAFT)) {
                gate.turnedAway(tx, who, "act.draft", requested.code(), Gate.NO_COMPETENCE);
                return Outcome.notAllowed(Gate.NO_COMPETENCE);
            }
            if (known.size() > MOST_FIELDS) {
                return Refusals.complaint("", "too-many-fields");
            }
            Instant now = book.now();
            Map<String, String> raw = keepable.of(known);
            if (!raw.containsKey("/basis/code")) {
                raw.putAll(house.basisOfNew(requested, language));
            }
            raw.put("/requested", requested.code());
            raw.put("/language", language.tag());
            OutgoingCase draft = withFacts(new OutgoingCase(
                    TimeOrderedId.at(now),
                    house.store()
                            .nextReference(
                                    tx, house.self(), now.atZone(ZoneOffset.UTC).getYear()),
                    requested,
                    Changes.merged(Map.of(), raw),
                    Map.of(),
                    new Outgoing.Drafted(),
                    Optional.empty(),
                    Urgency.Criterion.NONE,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    1,
                    who.person(),
                    now,
                    now));
            book.open(tx, Author.of(who), draft, details);
            return new Outcome.Done<>(draftOf(draft));
        });
    }

    /// What lists show of a draft follows what is typed: whom it asks, how urgent it is, when the data will be
    /// lost.
    private OutgoingCase withFacts(OutgoingCase draft) {
        Answers answers = new Answers(draft.document());
        Urgency urgency = new ContentReader(answers, circumstances()).urgency();
        String state = answers.text("/requested");
        OutgoingCase next =
                draft.asking(state.matches("[A-Z]{2}") ? new StateCode(state) : draft.requested(), urgency.criterion());
        return next.running(clocks.untilDataLost(urgency.lostAt()));
    }

    private Circumstances circumstances() {
        return new Circumstances(book.now(), house.drill(), Optional.empty());
    }

    private static Draft draftOf(OutgoingCase request) {
        List<String> asked = request.state() instanceof Outgoing.NeedsMore question ? question.fields() : List.of();
        Map<String, String> raw = Changes.merged(request.document(), request.pending());
        return new Draft(
                request.id(),
                request.reference(),
                request.requested(),
                Language.ofTag(raw.getOrDefault("/language", "")).orElse(Language.ENGLISH),
                raw,
                request.version(),
                request.owner(),
                asked,
                request.updatedAt());
    }

    /// The draft as it was typed. Also opens the answer to a question of the requested State.
    public Outcome<Draft> open(Actor who, UUID id) {
        return edit(who, id, found -> new Outcome.Done<>(draftOf(found)), Optional.empty());
    }

    /// The draft of a reference, for people who have only that.
    public Outcome<Draft> open(Actor who, RequestReference reference) {
        return house.transactions()
                .read(tx -> house.store().outgoing(tx, reference))
                .map(found -> open(who, found.id()))
                .orElseGet(Outcome.NotFound::new);
    }

    /// Saves the given fields and leaves the others as they are. An empty text clears a field. Saves what is wrong,
    /// too.
    public Outcome<Draft> save(Actor who, UUID id, Map<String, String> fields, long expectedVersion) {
        return change(
                who, id, expectedVersion, fields.size(), document -> keepable.of(Changes.merged(document, fields)));
    }

    /// Saves the whole document: a field that is not given is cleared.
    public Outcome<Draft> replace(Actor who, UUID id, Map<String, String> document, long expectedVersion) {
        return change(who, id, expectedVersion, document.size(), _ -> Changes.merged(Map.of(), keepable.of(document)));
    }

    private Outcome<Draft> change(
            Actor who, UUID id, long version, int fields, UnaryOperator<Map<String, String>> change) {
        if (fields > MOST_FIELDS) {
            return Refusals.complaint("", "too-many-fields");
        }
        return edit(
                who,
                id,
                found -> found.version() == version
                        ? new Outcome.Done<>(draftOf(found))
                        : new Outcome.Stale<>(found.version()),
                Optional.of(change));
    }

    /// Opens a draft or a question's answer, and saves a change when there is one.
    private Outcome<Draft> edit(
            Actor who,
            UUID id,
            Function<OutgoingCase, Outcome<Draft>> open,
            Optional<UnaryOperator<Map<String, String>>> change) {
        return house.transactions().write(tx -> {
            Optional<OutgoingCase> found = house.store().lockOutgoing(tx, id);
            if (found.isEmpty()) {
                return new Outcome.NotFound<>();
            }
            OutgoingCase request = found.get();
            Optional<Outcome<Draft>> no = turnedAway(tx, who, request);
            if (no.isPresent()) {
                return no.get();
            }
            Outcome<Draft> opened = open.apply(request);
            if (change.isEmpty() || !(opened instanceof Outcome.Done<Draft>)) {
                return opened;
            }
            OutgoingCase changed = changed(request, change.get()).touched(book.now());
            book.keep(tx, changed);
            return new Outcome.Done<>(draftOf(changed));
        });
    }

    private OutgoingCase changed(OutgoingCase request, UnaryOperator<Map<String, String>> change) {
        if (request.state() instanceof Outgoing.Undecided) {
            Map<String, String> wanted = change.apply(Changes.merged(request.document(), request.pending()));
            return request.saying(request.document(), Changes.between(request.document(), wanted));
        }
        return withFacts(request.saying(change.apply(request.document()), Map.of()));
    }

    private Optional<Outcome<Draft>> turnedAway(Transaction tx, Actor who, OutgoingCase request) {
        String subject = request.reference().toString();
        if (!gate.mayReadOwned(who, request.owner())) {
            gate.turnedAway(tx, who, "act.draft", subject, Gate.NOT_YOUR_CASE);
            return Optional.of(new Outcome.NotFound<>());
        }
        if (!gate.mayDo(who, Act.DRAFT)) {
            gate.turnedAway(tx, who, "act.draft", subject, Gate.NO_COMPETENCE);
            return Optional.of(Outcome.notAllowed(Gate.NO_COMPETENCE));
        }
        boolean editable = request.state() instanceof Outgoing.Drafted
                || request.state() instanceof Outgoing.NeedsMore
                || request.state() instanceof Outgoing.Consulted;
        return editable
                ? Optional.empty()
                : Optional.of(new Outcome.WrongState<>(request.state().word()));
    }

    /// What the form makes of a draft.
    public Reading read(Draft draft) {
        return form.read(house.self(), Optional.of(draft.requested()), draft.raw());
    }

    /// What the form makes of a document that is kept nowhere.
    ///
    /// @param requested the State to measure against; empty when the document names it or nobody is named yet
    public Reading lint(Optional<StateCode> requested, Map<String, String> raw) {
        String named = new Answers(raw).text("/requested");
        Optional<StateCode> state =
                requested.or(() -> named.matches("[A-Z]{2}") ? Optional.of(new StateCode(named)) : Optional.empty());
        return form.read(house.self(), state, raw);
    }

    /// Signs and sends. Sending twice is harmless: the second time tells where the request stands.
    public Outcome<OutgoingCase> send(Actor who, UUID id, long expectedVersion) {
        return house.transactions().write(tx -> {
            Optional<OutgoingCase> found = house.store().lockOutgoing(tx, id);
            if (found.isEmpty() || !gate.mayReadOwned(who, found.get().owner())) {
                found.ifPresent(request ->
                        gate.turnedAway(tx, who, "act.send", request.reference().toString(), Gate.NOT_YOUR_CASE));
                return new Outcome.NotFound<>();
            }
            OutgoingCase request = found.get();
            if (!gate.mayDo(who, Act.SEND)) {
                gate.turnedAway(tx, who, "act.send", request.reference().toString(), Gate.NO_COMPETENCE);
                return Outcome.notAllowed(Gate.NO_COMPETENCE);
            }
            if (!(request.state() instanceof Outgoing.Drafted draft)) {
                return new Outcome.Done<>(request);
            }
            if (request.version() != expectedVersion) {
                return new Outcome.Stale<>(request.version());
            }
            passed(tx, Station.THE_OFFICIALS_ACT, request, "an official with the competence sends the draft");
            return sendDraft(tx, who, request, draft);
        });
    }

    private Outcome<OutgoingCase> sendDraft(Transaction tx, Actor who, OutgoingCase request, Outgoing.Drafted draft) {
        Reading reading = form.read(house.self(), Optional.of(request.requested()), request.document());
        if (!reading.isSendable()) {
            return new Outcome.NotAllowed<>(
                    "form-incomplete",
                    reading.complaints().stream()
                            .filter(complaint -> complaint.weight() == Complaint.Weight.BLOCKS)
                            .toList());
        }
        Ruling ruling =
                house.safeguards().rule(questions.maySend(house.self(), request.requested(), request.document()));
        if (ruling instanceof Ruling.Forbidden forbidden) {
            return Refusals.forbidden(forbidden);
        }
        passed(tx, Station.MAY_WE, request, "the safeguards allow it");
        Instant now = book.now();
        Map<String, String> document = new Instants(form.form(), circumstances()).addedTo(request.document());
        PreservationLetter letter = new PreservationLetter.Request(
                request.requested().code(), form.documents().nest(document), Optional.empty());
        LetterHead head =
                new LetterHead(request.reference(), now, Author.of(who).role());
        if (LetterText.BODY.bytes(head, letter).length > OutgoingLetter.LARGEST_BODY) {
            return Refusals.complaint("", "too-large");
        }
        Fingerprint fingerprint = book.post(tx, Author.of(who), request.reference(), request.requested(), now, letter);
        OutgoingCase sent = request.saying(document, Map.of())
                .sentAs(fingerprint.text(), now)
                .moved(Moves.send(draft, now), Optional.of(clocks.untilAcknowledged(now)), now);
        passed(tx, Station.THE_MOVE, request, "drafted is sent");
        OutgoingCase written = book.writeOutgoing(
                tx, Author.of(who), Step.silent(sent, "sent", Map.of("fingerprint", fingerprint.text())));
        passed(tx, Station.ONE_TRANSACTION, request, "state, leaf and letter are durable together");
        passed(tx, Station.INTO_THE_TREE, request, "its leaf is in the tree, whose new head is signed");
        return new Outcome.Done<>(written);
    }

    /// Said when it is durable: before the commit, a work may be run again. Safeguards and ledger know no request by
    /// name, so their lines are said here, where they are asked.
    private static void passed(Transaction tx, Station station, OutgoingCase request, String words) {
        tx.afterCommit(() -> station.passed(request.reference(), words));
    }
}
