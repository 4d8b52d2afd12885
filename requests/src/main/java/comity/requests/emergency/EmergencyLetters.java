package comity.requests.emergency;

import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.requests.Author;
import comity.requests.LetterBody;
import comity.requests.LetterHead;
import comity.requests.Side;
import comity.requests.preservation.House;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Takes the other State's letters about emergencies, in the transaction that also holds their leaf. A letter that
/// cannot be taken is refused with a code of docs/protocol/emergency.md, and nothing of it is kept.
public final class EmergencyLetters implements LetterHandler {
    /// The kind under which the wire carries these letters, and its version.
    public static final String KIND = "emergency";

    public static final int VERSION = 1;

    /// Their bodies, and back.
    public static final LetterBody<EmergencyLetter> BODY =
            new LetterBody<>(RequestType.EMERGENCY, EmergencyLetter.class, EmergencyLetter.Unknown::new);

    private final House house;
    private final EmergencyStore store;
    private final EmergencyForm form;
    private final EmergencyBook book;

    public EmergencyLetters(House house, EmergencyStore store, EmergencyForm form) {
        this.house = house;
        this.store = store;
        this.form = form;
        this.book = new EmergencyBook(house, store);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int newestVersion() {
        return VERSION;
    }

    @Override
    public Handling handle(Transaction tx, IncomingLetter letter) {
        try {
            return handle(tx, letter, BODY.read(letter.body()));
        } catch (LetterBody.Unreadable e) {
            return Handling.refused("unreadable-letter", String.valueOf(e.getMessage()));
        }
    }

    private Handling handle(Transaction tx, IncomingLetter letter, LetterBody.Written<EmergencyLetter> written) {
        RequestReference reference = written.head().reference();
        if (!letter.thread().equals(reference.toString())) {
            return Handling.refused("wrong-thread", "the letter names another request than its thread");
        }
        boolean theirs = reference.state().equals(letter.from());
        if (!theirs && !reference.state().equals(house.self())) {
            return Handling.refused("not-our-request", "the request is neither this State's nor the other's");
        }
        if (written.letter() instanceof EmergencyLetter.Claim claim) {
            return theirs
                    ? receive(tx, letter, written.head(), claim)
                    : Handling.refused("not-your-request", "only the State that asks may say this");
        }
        Optional<EmergencyCase> found =
                store.lock(tx, reference).filter(request -> request.peer().equals(letter.from()));
        if (found.isEmpty()) {
            return Handling.refused("unknown-request", "no such request between the two States");
        }
        return hear(tx, letter, written.head(), found.get(), written.letter());
    }

    private Handling receive(Transaction tx, IncomingLetter letter, LetterHead head, EmergencyLetter.Claim claim) {
        if (store.lock(tx, head.reference()).isPresent()) {
            return Handling.refused("reference-already-used", head.reference().toString());
        }
        if (!claim.requested().equals(house.self().code())) {
            return Handling.refused("wrong-addressee", "the request asks another State");
        }
        Map<String, String> document;
        try {
            document = new LinkedHashMap<>(form.documents().flatten(claim.document()));
        } catch (IllegalArgumentException e) {
            return Handling.refused("unreadable-document", String.valueOf(e.getMessage()));
        }
        claim.preservation().ifPresent(kept -> document.put("/preservation", kept));
        Instant now = book.now();
        EmergencyCase request = new EmergencyCase(
                TimeOrderedId.at(now),
                head.reference(),
                Side.REQUESTED,
                house.self(),
                document,
                new EmergencyState.Received(now),
                Fingerprint.of(letter.body()).text(),
                Optional.of(head.at()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                "",
                now);
        book.receive(tx, Author.peer(letter.from(), head.role()), request);
        return Handling.accepted();
    }

    private Handling hear(
            Transaction tx, IncomingLetter letter, LetterHead head, EmergencyCase request, EmergencyLetter said) {
        boolean fromAsking = request.side() == Side.REQUESTED;
        boolean theirsToSay = fromAsking
                ? said instanceof EmergencyLetter.FromRequesting
                : said instanceof EmergencyLetter.FromRequested;
        if (said instanceof EmergencyLetter.Unknown(var act)) {
            return Handling.refused("unknown-act", act);
        }
        if (!theirsToSay) {
            return Handling.refused(fromAsking ? "not-our-request" : "not-your-request", "not this State's to say");
        }
        Author author = Author.peer(letter.from(), head.role());
        Optional<Arrows.Heard> heard = Arrows.hear(request, said, head.at(), book.now());
        if (heard.isPresent()) {
            book.write(tx, author, heard.get().now(), said.act(), heard.get().details());
            return Handling.accepted();
        }
        if (!(request.state() instanceof EmergencyState.Closed)) {
            return Handling.refused("wrong-state", request.state().word());
        }
        // Our word and theirs have crossed on the way: theirs is kept in the timeline and moves nothing.
        book.write(tx, author, request.moved(request.state(), book.now()), "crossed", Map.of("act", said.act()));
        return Handling.accepted();
    }
}
