package comity.directory;

import comity.kernel.Language;
import java.util.List;
import java.util.Map;

/// How a State deals with requests to preserve data (arts 25 and 42).
///
/// @param days how long it has data preserved at first; never less than the Convention's sixty
/// @param domesticOrderDays how long one order to a provider lasts at home, before it is renewed
/// @param dualCriminalityReservation whether it may refuse where the act is no offence at home (art. 42(5))
/// @param needs what it needs to find the data, beyond what the Convention asks
/// @param nightNote what a duty officer abroad should know at night, by BCP 47 tag
public record PreservationPractice(
        int days,
        int domesticOrderDays,
        boolean dualCriminalityReservation,
        List<PublishedNeed> needs,
        Map<String, String> nightNote) {
    public PreservationPractice {
        needs = List.copyOf(needs);
        nightNote = Map.copyOf(nightNote);
        if (days < 1 || domesticOrderDays < 1) {
            throw new IllegalArgumentException("Terms are counted in whole days from one");
        }
    }

    public String nightNote(Language language) {
        return Texts.in(language, nightNote);
    }
}
