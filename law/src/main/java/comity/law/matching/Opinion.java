package comity.law.matching;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.List;

/// What the books say about conduct in two States on a day. A person decides what follows.
///
/// @param conduct what was compared
/// @param first the one State
/// @param second the other State
/// @param day the day on which the provisions must apply
/// @param acts each act with its own answer
public record Opinion(Conduct conduct, StateCode first, StateCode second, LocalDate day, List<ActMatch> acts) {
    public Opinion {
        acts = List.copyOf(acts);
    }

    /// For the conduct as a whole: no better than its weakest act. Acts that the Convention does not establish are told
    /// apart, and count only when there is no other.
    public Answer answer() {
        List<ActMatch> own = acts.stream().filter(ActMatch::isOfConvention).toList();
        return (own.isEmpty() ? acts : own)
                .stream().map(ActMatch::answer).reduce(Answer::and).orElseThrow();
    }

    /// Who vouches for the entries on which the acts' answers rest.
    public Confidence confidence() {
        return acts.stream()
                .map(act -> act.first().confidence().and(act.second().confidence()))
                .reduce(Confidence::and)
                .orElseThrow();
    }
}
