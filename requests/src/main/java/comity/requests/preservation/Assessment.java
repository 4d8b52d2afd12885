package comity.requests.preservation;

import comity.safeguards.Judgement;
import comity.safeguards.ProtectedRole;
import java.util.Set;

/// What only a person can judge before an order. Nothing is ticked beforehand, and "unknown" is an answer. Kept in this
/// node and never put into a letter.
///
/// @param necessity whether keeping these data is necessary and proportionate
/// @param discrimination whether there are substantial grounds to believe that the request serves to prosecute or
/// punish
///     for sex, race, language, religion, nationality, ethnic origin or political opinions (art. 40(22))
/// @param protectedRole whether the person concerned seems to be a journalist, lawyer, doctor, defender, security
///     researcher or minor
/// @param refusalGround whether another ground of art. 42(6) may apply
/// @param reasons in words
/// @param roles which protected roles, when there is one
public record Assessment(
        Answer necessity,
        Answer discrimination,
        Answer protectedRole,
        Answer refusalGround,
        String reasons,
        Set<ProtectedRole> roles) {
    public Assessment {
        roles = Set.copyOf(roles);
    }

    /// Without a protected role.
    public Assessment(
            Answer necessity, Answer discrimination, Answer protectedRole, Answer refusalGround, String reasons) {
        this(necessity, discrimination, protectedRole, refusalGround, reasons, Set.of());
    }

    /// The two answers that the safeguards ask for.
    Judgement judgement() {
        return new Judgement(discrimination.answer, protectedRole.answer, roles);
    }

    /// One judgement.
    public enum Answer {
        UNANSWERED("unanswered", comity.safeguards.Answer.NOT_GIVEN),
        NO("no", comity.safeguards.Answer.NO),
        YES("yes", comity.safeguards.Answer.YES),
        UNKNOWN("unknown", comity.safeguards.Answer.UNKNOWN);

        private final String code;
        private final comity.safeguards.Answer answer;

        Answer(String code, comity.safeguards.Answer answer) {
            this.code = code;
            this.answer = answer;
        }

        public String code() {
            return code;
        }
    }
}
