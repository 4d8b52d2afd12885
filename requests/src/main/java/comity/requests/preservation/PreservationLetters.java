package comity.requests.preservation;

import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.kernel.RequestReference;
import comity.kernel.transaction.Transaction;
import comity.requests.LetterBody;

/// Takes the letters of the other State, in the transaction that also holds their leaf. A letter that cannot be taken
/// is refused with a code of docs/protocol/preservation.md, and nothing of it is kept.
public final class PreservationLetters implements LetterHandler {
    private final House house;
    private final HearingRequested requested;
    private final HearingRequesting requesting;

    public PreservationLetters(House house) {
        this.house = house;
        this.requested = new HearingRequested(house);
        this.requesting = new HearingRequesting(house);
    }

    @Override
    public String kind() {
        return LetterText.KIND;
    }

    @Override
    public int newestVersion() {
        return LetterText.VERSION;
    }

    @Override
    public Handling handle(Transaction tx, IncomingLetter letter) {
        try {
            return handle(tx, letter, LetterText.BODY.read(letter.body()));
        } catch (LetterBody.Unreadable e) {
            return Handling.refused("unreadable-letter", String.valueOf(e.getMessage()));
        }
    }

    private Handling handle(Transaction tx, IncomingLetter letter, LetterBody.Written<PreservationLetter> written) {
        RequestReference reference = written.head().reference();
        if (!letter.thread().equals(reference.toString())) {
            return Handling.refused("wrong-thread", "the letter names another request than its thread");
        }
        return switch (written.letter()) {
            case PreservationLetter.Unknown(var act) -> Handling.refused("unknown-act", act);
            case PreservationLetter.FromRequesting said ->
                reference.state().equals(letter.from())
                        ? requesting.hear(tx, letter, written.head(), said)
                        : Handling.refused("not-your-request", "only the State that asks may say this");
            case PreservationLetter.FromRequested said ->
                reference.state().equals(house.self())
                        ? requested.hear(tx, letter, written.head(), said)
                        : Handling.refused(
                                "not-our-request", "only the State that is asked may say this to the one that asks");
        };
    }
}
