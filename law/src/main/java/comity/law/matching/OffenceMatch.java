package comity.law.matching;

import comity.law.offence.Element;
import comity.law.offence.OffencePattern;
import java.util.List;

/// An act seen as one offence, in two laws.
///
/// @param offence as what it is seen
/// @param convention whether the conduct is this offence of the Convention; for other conduct, whether it is complete
/// @param first what the first State's law says
/// @param second what the second State's law says
/// @param rows element by element
public record OffenceMatch(OffencePattern offence, Answer convention, Finding first, Finding second, List<Row> rows) {
    /// One line of the table.
    ///
    /// @param element its standing is what the Convention says
    public record Row(Element element, Cell first, Cell second) {}

    public OffenceMatch {
        rows = List.copyOf(rows);
    }

    /// Both laws, for this offence alone.
    public Answer answer() {
        return first.answer().and(second.answer());
    }
}
