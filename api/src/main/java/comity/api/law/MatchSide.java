package comity.api.law;

import comity.api.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one law says to an act seen as one offence.
///
/// @param state whose law
/// @param name its name in the reader's language
/// @param answer whether it reaches the act
/// @param text the answer in words
/// @param points what the answer rests on: facts to state, or what is lacking or missing, each with its citation
/// @param provision the id of the provision that carries the answer; nothing when none does
/// @param citation how that State cites it
/// @param penalty the most that it threatens, for example `P5Y`, `LIFE`, `FINE_ONLY`, `NOT_KNOWN`
/// @param penaltyText the same in words
/// @param serious the four-year test (art. 2(h)) under this law alone
/// @param seriousText the same in words
/// @param limitation how long it can be prosecuted: `P8Y`, `NEVER`, `NOT_KNOWN`
/// @param limitationText the same in words
/// @param confidence who vouches for the entries behind this side
/// @param vouchedText the same in words, with the role of who has verified the provision
/// @param verifiedOn when that was
/// @param source where the provision was taken from
/// @param disputes who holds the entry of that provision to be wrong, and why; the answer does not rest on it
public record MatchSide(
        String state,
        String name,

        @Words({"matched", "matched-with-facts", "not-known", "not-matched"})
        String answer,

        String text,
        List<LawReason> points,
        @Nullable String provision,
        @Nullable String citation,
        String penalty,
        String penaltyText,

        @Words({"serious", "not-serious", "not-known"}) String serious,

        String seriousText,
        String limitation,
        String limitationText,

        @Words({"verified-by-state", "verified-by-person", "unverified"})
        String confidence,

        String vouchedText,
        @Nullable LocalDate verifiedOn,
        @Nullable String source,
        List<LawDispute> disputes) {
    public MatchSide {
        points = List.copyOf(points);
        disputes = List.copyOf(disputes);
    }
}
