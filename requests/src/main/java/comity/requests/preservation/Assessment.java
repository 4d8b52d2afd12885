package comity.requests.preservation;

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
public record Assessment(
        Answer necessity, Answer discrimination, Answer protectedRole, Answer refusalGround, String reasons) {
    /// One judgement.
    public enum Answer {
        UNANSWERED("unanswered"),
        NO("no"),
        YES("yes"),
        UNKNOWN("unknown");

        private final String code;

        Answer(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
