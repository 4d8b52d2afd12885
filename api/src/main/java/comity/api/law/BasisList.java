package comity.api.law;

import java.time.LocalDate;
import java.util.List;

/// Which treaties bind two States towards each other on a day.
///
/// @param asking the State that would ask
/// @param asked the State that would be asked
/// @param on the day for which it is answered
/// @param treaties every treaty of the register, the Convention first; a promise comes last
/// @param registerAsOf when the register was last compared with the depositary
/// @param registerVerified whether that is recent enough
public record BasisList(
        String asking,
        String asked,
        LocalDate on,
        List<TreatyBasis> treaties,
        LocalDate registerAsOf,
        boolean registerVerified) {
    public BasisList {
        treaties = List.copyOf(treaties);
    }
}
