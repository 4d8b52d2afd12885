package comity.api.law;

import comity.api.Objection;
import comity.api.Words;
import java.util.List;

/// What came of looking through a book of law.
///
/// @param kind what the file was taken for
/// @param whole nothing stops it; only then would it be taken
/// @param text the same in words
/// @param complaints everything that is wrong or worth a look: by pointer in JSON, by row and column in CSV
public record LawCheck(
        @Words({"provisions", "treaties"}) String kind, boolean whole, String text, List<Objection> complaints) {
    public LawCheck {
        complaints = List.copyOf(complaints);
    }
}
