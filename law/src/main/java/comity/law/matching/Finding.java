package comity.law.matching;

import comity.kernel.StateCode;
import comity.law.offence.Provision;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/// What one State's law says to an act seen as one offence.
///
/// @param state whose law
/// @param answer whether it reaches the act
/// @param provision the provision that carries the answer; empty when none reaches
/// @param cells what it says, by element
/// @param confidence who vouches for what the answer rests on
public record Finding(
        StateCode state, Answer answer, Optional<Provision> provision, Map<String, Cell> cells, Confidence confidence) {
    public Finding {
        // Made anew for each finding and handed to nobody else: a copy would cost as much as the comparison.
        cells = Collections.unmodifiableMap(cells);
    }

    public Cell at(String element) {
        return cells.getOrDefault(element, Cell.of(Cell.Verdict.NOT_KNOWN));
    }
}
