package comity.vault.exhibits;

import comity.federation.OutgoingLetter;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.Hand;
import comity.vault.exhibits.ExhibitLetter.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Writes down what happens to exhibits: event and leaf in the one transaction it is given, and tells the
/// other State.
final class Chronicle {
    /// What a State does with evidence at home is its own matter: the other State learns that there is an
    /// event, so that the chain can be followed, and not which.
    private static final Set<Kind> AT_HOME = Set.of(Kind.COPIED, Kind.EXAMINED, Kind.HANDED_OVER, Kind.RETURNED);

    /// Bytes of events in one letter: in base64, and with the seal beside them, they fit into its body.
    private static final int EVENTS_OF_A_LETTER = 256 * 1024;

    private final Vault vault;

    Chronicle(Vault vault) {
        this.vault = vault;
    }

    /// What is written down besides the exhibit itself.
    ///
    /// @param role in which role it was done; `system` for what the node did by itself
    /// @param reason under which order or for what
    record Note(Kind kind, Hand hand, String role, String reason, Map<String, String> details) {
        /// By the node itself, under the order that stands behind the exhibit.
        static Note bySystem(Kind kind, Exhibit exhibit, Map<String, String> details) {
            return new Note(kind, Hand.AUTHORITY, "system", reasonOf(exhibit), details);
        }

        static Note byPerson(Kind kind, Exhibit exhibit, String role, Map<String, String> details) {
            return new Note(kind, Hand.AUTHORITY, role, reasonOf(exhibit), details);
        }

        private static String reasonOf(Exhibit exhibit) {
            return exhibit.side() == Exhibit.Side.HOLDING
                    ? exhibit.order().reference()
                    : exhibit.request().toString();
        }
    }

    CustodyEvent add(Transaction tx, Exhibit exhibit, Note note) {
        Optional<CustodyEvent> last = vault.store().last(tx, exhibit.id(), vault.self());
        Instant now = vault.now();
        CustodyEvent event = new CustodyEvent(
                exhibit.reference(),
                last.map(before -> before.number() + 1).orElse(1),
                last.map(CustodyEvent::at).filter(now::isBefore).orElse(now),
                note.kind(),
                vault.self(),
                note.hand(),
                note.role(),
                vault.place(),
                note.reason(),
                note.details(),
                last.map(CustodyEvent::digest).orElse(""));
        long leaf = vault.journal()
                .append(tx, "custody." + note.kind().code(), exhibit.id(), event.bytes())
                .index();
        vault.store().addEvent(tx, exhibit.id(), new Custody.Entry(event, OptionalLong.of(leaf), false));
        return event;
    }

    /// Tells the other State what happened since it was told last.
    void tell(Transaction tx, Exhibit exhibit) {
        untold(tx, exhibit).forEach(events -> post(tx, exhibit, happened(exhibit, events)));
    }

    /// Offers the exhibit to the other State. What does not fit into the offer goes after it, in the same
    /// thread.
    void offer(Transaction tx, Exhibit exhibit, byte[] seal, byte[] signature) {
        List<List<Told>> letters = untold(tx, exhibit);
        post(
                tx,
                exhibit,
                new ExhibitLetter.Offered(
                        exhibit.reference(),
                        exhibit.request(),
                        exhibit.title(),
                        exhibit.order(),
                        exhibit.sensitive(),
                        seal,
                        signature,
                        letters.getFirst()));
        letters.stream().skip(1).forEach(events -> post(tx, exhibit, happened(exhibit, events)));
    }

    private static ExhibitLetter happened(Exhibit exhibit, List<Told> events) {
        return new ExhibitLetter.Happened(exhibit.reference(), events);
    }

    /// What the other State was not told yet, in as many letters as it needs.
    private List<List<Told>> untold(Transaction tx, Exhibit exhibit) {
        int told = vault.store().told(tx, exhibit.id());
        List<List<Told>> letters = new ArrayList<>();
        int room = 0;
        for (CustodyEvent event : vault.store().after(tx, exhibit.id(), vault.self(), told)) {
            byte[] bytes = event.bytes();
            if (letters.isEmpty() || bytes.length > room) {
                letters.add(new ArrayList<>());
                room = EVENTS_OF_A_LETTER;
            }
            room -= bytes.length;
            letters.getLast()
                    .add(
                            AT_HOME.contains(event.kind())
                                    ? new Told.Withheld(event.number(), event.digest())
                                    : new Told.Open(bytes));
            told = event.number();
        }
        vault.store().setTold(tx, exhibit.id(), told);
        return letters;
    }

    private void post(Transaction tx, Exhibit exhibit, ExhibitLetter letter) {
        vault.outbox()
                .put(
                        tx,
                        new OutgoingLetter(
                                TimeOrderedId.at(vault.clock().instant()),
                                exhibit.peer(),
                                LetterText.KIND,
                                LetterText.VERSION,
                                exhibit.reference().toString(),
                                LetterText.write(letter)));
    }
}
