package comity.safeguards;

import java.util.Set;

/// What the deciding person of the requested State says about the request, before ordering or refusing.
///
/// @param substantialGrounds are there substantial grounds to believe that it serves to persecute somebody for
///     sex, race, language, religion, nationality, ethnic origin or political opinions (art. 40(22))?
/// @param protectedRole does it touch a person with a protected role?
/// @param roles which, when the answer is yes
public record Judgement(Answer substantialGrounds, Answer protectedRole, Set<ProtectedRole> roles) {
    public Judgement {
        roles = Set.copyOf(roles);
    }

    /// Where every judgement starts.
    public static Judgement notGiven() {
        return new Judgement(Answer.NOT_GIVEN, Answer.NOT_GIVEN, Set.of());
    }

    /// Both questions answered with no.
    public static Judgement nothingFound() {
        return new Judgement(Answer.NO, Answer.NO, Set.of());
    }
}
