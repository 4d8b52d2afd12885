package comity.api.exhibit;

import comity.api.Words;

/// Notes what was done with an exhibit at home. The other State learns that there is an event, and not
/// which.
///
/// @param kind what was done
/// @param hand who holds it after that
/// @param what in words: by whom, for what
public record NoteCustody(
        @Words({"copied", "examined", "handed-over", "returned"})
        String kind,

        @Words({"authority", "examiner", "court"}) String hand,
        String what) {}
