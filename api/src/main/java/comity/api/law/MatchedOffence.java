package comity.api.law;

import comity.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An act seen as one offence, in two laws.
///
/// @param offence its id, for example `unc.10`
/// @param name it in the reader's language
/// @param article the Convention's; nothing for conduct that it does not establish
/// @param convention whether the conduct is complete as this offence
/// @param conventionText the same in words
/// @param answer of both laws together
/// @param text the answer in words
/// @param sides what each law says: the asking State's first
/// @param rows element by element
public record MatchedOffence(
        String offence,
        String name,
        @Nullable String article,

        @Words({"matched", "matched-with-facts", "not-known", "not-matched"})
        String convention,

        String conventionText,

        @Words({"matched", "matched-with-facts", "not-known", "not-matched"})
        String answer,

        String text,
        List<MatchSide> sides,
        List<MatchRow> rows) {
    public MatchedOffence {
        sides = List.copyOf(sides);
        rows = List.copyOf(rows);
    }
}
