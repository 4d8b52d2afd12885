package comity.api.law;

import comity.api.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where one participant stands towards the Convention.
///
/// @param code its two letters
/// @param name its name in the reader's language
/// @param organization it is a regional organization, whose instrument is not counted
/// @param region its regional group at the United Nations
/// @param signed when it signed, as far as the day is known: a day, a month, or two days with a stroke between
/// @param deposited when it gave its instrument
/// @param how the letter of the instrument: r, A, AA, a or d
/// @param confidence how well that is known
/// @param standing where it stands on the day
/// @param inForce since when, or from when, the Convention binds it
/// @param notes reservations, declarations and objections, in the reader's language
/// @param missing duties that are told with the deposit and are not told yet, by their codes
public record TreatyLine(
        String code,
        String name,
        boolean organization,
        String region,
        @Nullable String signed,
        @Nullable String deposited,
        @Nullable String how,
        @Nullable String confidence,

        @Words({"nothing", "signatory", "deposited", "party", "leaving", "former"})
        String standing,

        @Nullable LocalDate inForce,
        List<LawReason> notes,
        List<String> missing) {
    public TreatyLine {
        notes = List.copyOf(notes);
        missing = List.copyOf(missing);
    }
}
