package comity.law;

import java.time.LocalDate;

/// One legal fact and how we know it.
///
/// @param value the fact itself
/// @param article where it stands, for example `42(8)`; `own policy` when the Convention is silent
/// @param mark how well it is known
/// @param asOf the day on which it was last looked at
/// @param note what a reader should know before relying on it, in English
public record Fact<T>(T value, String article, EvidenceMark mark, LocalDate asOf, String note) {
    public Fact {
        if (article.isBlank() || note.isBlank()) {
            throw new IllegalArgumentException("A fact names its article and says how it is known");
        }
    }
}
