package comity.requests.emergency;

import comity.federation.OutgoingLetter;
import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.requests.Author;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.emergency.Emergencies.Target;
import comity.requests.form.Changes;
import comity.requests.form.FormReading;
import comity.requests.form.Keepable;
import comity.requests.preservation.House;
import comity.requests.preservation.OutgoingCase;
import comity.safeguards.Act;
import comity.safeguards.Ruling;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Writing a request for emergency data, and sending it. Nothing leaves the node before `send`.
public final class EmergencyDrafts {
    private static final int MOST_FIELDS = 2_000;
    private final House house;
    private final EmergencyStore store;
    private final EmergencyForm form;
    private final EmergencyBook book;
    private final EmergencyDoor door;
    private final EmergencyActing acting;
    private final Keepable keepable;

    EmergencyDrafts(
            House house,
            EmergencyStore store,
            EmergencyForm form,
            EmergencyBook book,
            EmergencyDoor door,
            EmergencyActing acting) {
        this.house = house;
        this.store = store;
        this.form = form;
        this.book = book;
        this.door = door;
        this.acting = acting;
        this.keepable = new Keepable(form.form());
    }

    /// Starts a draft.
    ///
    /// @param preservation the request of ours whose data these are: its items, offence and basis are taken over
    /// @param known what is known already, by JSON pointer
    public Outcome<EmergencyCase> start(
            Actor who,
            StateCode requested,
            Language language,
            Optional<RequestReference> preservation,
            Map<String, String> known) {
        return house.transactions().write(tx -> {
            if (!door.lets(tx, who, Act.DRAFT, "emergency.draft", requested.code())) {
                return Outcome.notAllowed(EmergencyDoor.NO_COMPETENCE);
            }
            if (known.size() > MOST_FIELDS) {
                return EmergencyActing.complaint("", "too-many-fields");
            }
            Map<String, String> document = new HashMap<>();
            if (preservation.isPresent()) {
                Optional<OutgoingCase> earlier = house.store()
                        .outgoing(tx, preservation.get())
                        .filter(found ->
                                EmergencyDoor.seesAll(who) || found.owner().equals(who.person()));
                if (earlier.isEmpty()) {
                    return new Outcome.NotFound<>();
                }
                document.putAll(EmergencyTexts.takenOver(form.form(), earlier.get()));
            }
            document.putAll(keepable.of(known));
            if (!document.containsKey("/basis/code")) {
                document.putAll(house.basisOfNew(requested, language));
            }
            document.remove(EmergencyTexts.PRESERVATION);
            preservation.ifPresent(earlier -> document.put(EmergencyTexts.PRESERVATION, earlier.toString()));
            document.put("/requested", requested.code());
            document.put("/language", language.tag());
            Instant now = book.now();
            EmergencyCase draft = new EmergencyCase(
                    TimeOrderedId.at(now),
                    store.nextReference(
                            tx, house.self(), now.atZone(ZoneOffset.UTC).getYear()),
                    Side.REQUESTING,
                    requested,
                    Changes.merged(Map.of(), document),
                    new EmergencyState.Drafted(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    1,
                    who.person(),
                    now);
            book.open(tx, Author.of(who), draft);
            return new Outcome.Done<>(draft);
        });
    }

    /// Saves the given fields of a draft and leaves the others as they are; an empty text clears one. Saves what is
    /// wrong, too.
    public Outcome<EmergencyCase> save(Actor who, Target target, Map<String, String> fields) {
        if (fields.size() > MOST_FIELDS) {
            return EmergencyActing.complaint("", "too-many-fields");
        }
        return acting.run(who, target, EmergencyAct.DRAFT, (tx, request) -> {
            Map<String, String> merged = keepable.of(Changes.merged(request.document(), fields));
            // Whom it asks is part of its name in the other house's book; another State is another request.
            merged.put("/requested", request.requested().code());
            // Which request of ours it goes back to was looked up when it was begun.
            merged.remove(EmergencyTexts.PRESERVATION);
            EmergencyTexts.preservation(request.document())
                    .ifPresent(earlier -> merged.put(EmergencyTexts.PRESERVATION, earlier));
            EmergencyCase changed = request.saying(merged, book.now());
            book.keep(tx, changed);
            return new Outcome.Done<>(changed);
        });
    }

    /// Signs and sends. Sending twice is harmless.
    public Outcome<EmergencyCase> send(Actor who, Target target) {
        return acting.run(who, target, EmergencyAct.SEND, (tx, request) -> {
            FormReading reading = form.read(house.self(), request.requested(), request.document());
            if (reading.isBlocked()) {
                return new Outcome.NotAllowed<>(
                        "form-incomplete",
                        reading.complaints().stream()
                                .filter(complaint -> complaint.weight() == Complaint.Weight.BLOCKS)
                                .toList());
            }
            Ruling ruling =
                    house.safeguards().rule(house.questions().mayAskEmergency(request.requested(), request.document()));
            if (ruling instanceof Ruling.Forbidden forbidden) {
                return EmergencyDoor.forbidden(forbidden);
            }
            Instant now = book.now();
            Map<String, String> document =
                    EmergencyTexts.withInstants(form.form(), form.circumstances(), request.document());
            EmergencyLetter claim = new EmergencyLetter.Claim(
                    request.requested().code(),
                    form.documents().nest(EmergencyTexts.withoutPreservation(document)),
                    EmergencyTexts.preservation(document));
            if (EmergencyBook.body(Author.of(who), request, now, claim).length > OutgoingLetter.LARGEST_BODY) {
                return EmergencyActing.complaint("", "too-large");
            }
            String fingerprint =
                    book.post(tx, Author.of(who), request, now, claim).text();
            return new Outcome.Done<>(book.write(
                    tx,
                    Author.of(who),
                    request.sent(document, fingerprint, now),
                    "sent",
                    Map.of("fingerprint", fingerprint)));
        });
    }
}
