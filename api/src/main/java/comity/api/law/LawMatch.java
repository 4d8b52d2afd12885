package comity.api.law;

import comity.api.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What two laws say to the same conduct. An opinion with reasons, which decides nothing.
///
/// @param about the conduct in a sentence
/// @param from the State that would ask
/// @param to the State that would be asked
/// @param on the day on which the provisions apply
/// @param part the part the person had in it
/// @param partText the same in words
/// @param answer of both laws together
/// @param text the answer in a sentence
/// @param acts each act with its own answer
/// @param dualCriminality whether it matters for the measure that both laws punish the conduct; nothing without a
///     measure
/// @param confidence who vouches for the entries behind the answer; no better than the weakest of them
/// @param confidenceText the same in words
public record LawMatch(
        String about,
        String from,
        String to,
        LocalDate on,

        @Words({"committed", "participation", "attempt", "preparation"})
        String part,

        String partText,

        @Words({"matched", "matched-with-facts", "not-known", "not-matched"})
        String answer,

        String text,
        List<MatchedAct> acts,
        @Nullable LawReason dualCriminality,

        @Words({"verified-by-state", "verified-by-person", "unverified"})
        String confidence,

        String confidenceText) {
    public LawMatch {
        acts = List.copyOf(acts);
    }
}
