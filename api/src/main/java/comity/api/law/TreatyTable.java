package comity.api.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The status of the Convention on a day.
///
/// @param on the day for which it is answered
/// @param text it in a sentence
/// @param counted how many instruments count
/// @param seen of these, how many are more than reported
/// @param notCounted how many are by organizations (art. 65(1))
/// @param needed how many are needed
/// @param missing how many are still missing
/// @param inForceOn when the Convention enters, or entered, into force
/// @param ifCompletedOnThatDay when it would, were the last missing one deposited on the day
/// @param signatories how many have signed
/// @param signatureCloses the last day for signature; accession has no end
/// @param supposed deposits that were only supposed, by State
/// @param participants every one, by its code
/// @param about what register this is
/// @param registerAsOf when it was last compared with the depositary
/// @param registerVerified whether that is recent enough
public record TreatyTable(
        LocalDate on,
        String text,
        int counted,
        int seen,
        int notCounted,
        int needed,
        int missing,
        @Nullable LocalDate inForceOn,
        LocalDate ifCompletedOnThatDay,
        int signatories,
        LocalDate signatureCloses,
        Map<String, LocalDate> supposed,
        List<TreatyLine> participants,
        String about,
        LocalDate registerAsOf,
        boolean registerVerified) {
    public TreatyTable {
        supposed = Map.copyOf(supposed);
        participants = List.copyOf(participants);
    }
}
