package comity.requests.emergency;

import comity.requests.Side;
import comity.safeguards.Act;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a person can do with a request for emergency data. The words are those of the API's paths.
public enum EmergencyAct {
    DRAFT("draft", Act.DRAFT),
    SEND("send", Act.ASK_EMERGENCY),
    WITHDRAW("withdraw", Act.WITHDRAW),
    ACKNOWLEDGE("acknowledge", Act.ACKNOWLEDGE),
    ACCEPT("accept", Act.ANSWER_EMERGENCY),
    /// Keeps the data and gives nothing yet.
    KEEP("keep", Act.ANSWER_EMERGENCY),
    DECLINE("decline", Act.DECLINE_EMERGENCY),
    REVIEW("review", Act.REVIEW_EMERGENCY);

    private final String code;
    private final Act competence;

    EmergencyAct(String code, Act competence) {
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

    public static Optional<EmergencyAct> ofCode(String code) {
        return Arrays.stream(values()).filter(act -> act.code.equals(code)).findFirst();
    }

    /// Which acts have a meaning as the case stands, whoever asks.
    static Set<EmergencyAct> possible(EmergencyCase request) {
        boolean ours = request.side() == Side.REQUESTING;
        EnumSet<EmergencyAct> acts = switch (request.state()) {
            case EmergencyState.Drafted _ -> EnumSet.of(DRAFT, SEND);
            case EmergencyState.Received _ ->
                ours ? EnumSet.of(WITHDRAW) : EnumSet.of(ACKNOWLEDGE, ACCEPT, KEEP, DECLINE);
            case EmergencyState.Sent _ -> EnumSet.of(WITHDRAW);
            case EmergencyState.Acknowledged _ -> ours ? EnumSet.of(WITHDRAW) : EnumSet.of(ACCEPT, KEEP, DECLINE);
            // What was only kept can still be given while the danger lasts.
            case EmergencyState.KeptOnly _ -> ours ? EnumSet.noneOf(EmergencyAct.class) : EnumSet.of(ACCEPT, DECLINE);
            case EmergencyState.Accepted _, EmergencyState.Closed _, EmergencyState.Unknown _ ->
                EnumSet.noneOf(EmergencyAct.class);
        };
        if (request.awaitsOurReview()) {
            acts.add(REVIEW);
        }
        return acts;
    }
}
