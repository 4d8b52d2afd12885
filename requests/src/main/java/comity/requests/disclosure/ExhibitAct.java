package comity.requests.disclosure;

import comity.safeguards.Act;
import java.util.Arrays;
import java.util.Optional;

/// What a person can do with an exhibit. The words are those of the API's paths.
public enum ExhibitAct {
    /// Adds or removes files.
    COLLECT("files", Act.COLLECT_EXHIBIT),
    /// Lists what was collected and is not handed over.
    LIST_REMAINDER("list-remainder", Act.COLLECT_EXHIBIT),
    /// Reads such a list again.
    READ_REMAINDER("read-remainder", Act.HAND_OVER),
    /// Seals it and offers it to the requesting State.
    HAND_OVER("hand-over", Act.HAND_OVER),
    /// Takes the offer back.
    WITHDRAW("withdraw", Act.HAND_OVER),
    /// Compares it with its seal once more.
    CHECK("check", Act.CHECK_EXHIBIT),
    /// Pulls it anew, because what is here is not good.
    FETCH_AGAIN("fetch-again", Act.CHECK_EXHIBIT),
    /// Opens the seal.
    OPEN("open", Act.OPEN_EXHIBIT),
    /// Puts away what was opened.
    PUT_AWAY("put-away", Act.OPEN_EXHIBIT),
    /// Notes what was done with it at home.
    NOTE("note", Act.OPEN_EXHIBIT),
    /// Destroys all of it that is here.
    DESTROY("destroy", Act.DESTROY_EXHIBIT);

    private final String code;
    private final Act competence;

    ExhibitAct(String code, Act competence) {
        this.code = code;
        this.competence = competence;
    }

    public String code() {
        return code;
    }

    /// The safeguards' word for it.
    public Act competence() {
        return competence;
    }

    public static Optional<ExhibitAct> ofCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst();
    }
}
