package comity.api.law;

import comity.api.Words;
import java.util.List;

/// One act in two laws. It is punishable where a law reaches it as one of the offences, and not necessarily
/// the same one in both (art. 35(3)).
///
/// @param act in a few words
/// @param answer of both laws together
/// @param text the answer in words
/// @param offences as what the act may be seen
public record MatchedAct(
        String act,

        @Words({"matched", "matched-with-facts", "not-known", "not-matched"})
        String answer,

        String text,
        List<MatchedOffence> offences) {
    public MatchedAct {
        offences = List.copyOf(offences);
    }
}
