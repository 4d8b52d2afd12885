package comity.safeguards;

import java.util.List;

/// A question that a person must answer before an act. It has no field for an answer, so that no form can be
/// filled in before the person has read it.
///
/// @param code the stable name, for example `substantial-grounds`
/// @param provision why it is asked
/// @param choices the answers offered, in this order, none chosen
public record Question(String code, String provision, List<Answer> choices) {
    public Question {
        choices = List.copyOf(choices);
        if (choices.contains(Answer.NOT_GIVEN)) {
            throw new IllegalArgumentException("Not answering is not a choice to offer");
        }
    }
}
