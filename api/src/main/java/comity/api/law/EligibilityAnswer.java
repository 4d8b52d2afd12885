package comity.api.law;

import comity.api.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// May this be asked of that State? What follows from the answer is for a person to decide.
///
/// @param asking the State that would ask
/// @param asked the State that would be asked
/// @param on the day for which it is answered
/// @param measure what would be asked
/// @param measureText its name in the reader's language
/// @param offence the Convention's offence; nothing for another crime
/// @param data the kind of data
/// @param carries the best answer of all bases
/// @param text the answer in a sentence
/// @param best the basis to name first, one of `bases` by its code; nothing when none carries it
/// @param bases every basis with its own answer, in the order of preference
/// @param duty under which duty the authority is named that is asked
/// @param dutyText that authority's kind in the reader's language
/// @param authority its name by language tag; empty when the State has named none
/// @param languages the languages in which it accepts requests; empty when it has not said
/// @param contents what a request says
/// @param grounds on which it may be declined
/// @param neverAlone what is never enough to decline by itself
/// @param clocks the terms that start
/// @param dualCriminality whether it matters that both laws punish the conduct
/// @param seriousness the four-year test under both laws
/// @param cautions what a person should look at
/// @param registerAsOf when the register was last compared with the depositary
/// @param registerVerified whether that is recent enough
public record EligibilityAnswer(
        String asking,
        String asked,
        LocalDate on,
        String measure,
        String measureText,
        @Nullable String offence,
        @Nullable String data,

        @Words({"yes", "with-facts", "not-known", "no"}) String carries,

        String text,
        @Nullable String best,
        List<BasisAnswer> bases,
        String duty,
        String dutyText,
        Map<String, String> authority,
        List<String> languages,
        List<LawItem> contents,
        List<LawItem> grounds,
        List<LawItem> neverAlone,
        List<LawItem> clocks,
        @Nullable LawReason dualCriminality,
        List<SeriousnessSide> seriousness,
        List<LawReason> cautions,
        LocalDate registerAsOf,
        boolean registerVerified) {
    public EligibilityAnswer {
        bases = List.copyOf(bases);
        authority = Map.copyOf(authority);
        languages = List.copyOf(languages);
        contents = List.copyOf(contents);
        grounds = List.copyOf(grounds);
        neverAlone = List.copyOf(neverAlone);
        clocks = List.copyOf(clocks);
        seriousness = List.copyOf(seriousness);
        cautions = List.copyOf(cautions);
    }
}
