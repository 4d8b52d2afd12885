package comity.requests;

import java.util.List;
import java.util.Map;

/// How much of what a State needs is there, and what is missing. In words first: "9 of 11 items".
///
/// @param needed how many fields are needed, each item counted
/// @param given how many of these are filled without a blocking complaint
/// @param gaps the rest, in the order of the form
public record Completeness(int needed, int given, List<Gap> gaps) {
    public Completeness {
        gaps = List.copyOf(gaps);
    }

    /// Rounded down, so that 100 means everything.
    public int percent() {
        return needed == 0 ? 100 : given * 100 / needed;
    }

    /// One thing that is missing.
    ///
    /// @param pointer the field, for example `/items/0/port`
    /// @param need who needs it
    /// @param article the article that asks for it, for example `42(3)(c)`; empty when only the State does
    /// @param reasons why that State asks, by language tag, in its own words; empty for the Convention's own fields
    public record Gap(String pointer, Need need, String article, Map<String, String> reasons) {
        public Gap {
            reasons = Map.copyOf(reasons);
        }
    }

    /// Who needs a field.
    public enum Need {
        /// The Convention: the request cannot be sent without it.
        CONVENTION,
        /// The requested State says it needs it.
        STATE,
        /// The requested State says it will probably ask.
        STATE_MAY_ASK
    }
}
