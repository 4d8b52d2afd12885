package comity.vault.picture;

import java.util.OptionalLong;

/// The few things that a reader wants to know first.
///
/// @param files how many files were sealed, when an event says so
/// @param bytes how many bytes they have, when an event says so
/// @param finding whether the record is whole
/// @param breaks at how many events a break is seen
/// @param line all of it in one line of words
public record Facts(OptionalLong files, OptionalLong bytes, Finding finding, int breaks, String line) {
    /// What can be said of the record.
    public enum Finding {
        /// There is no event. That is not whole: it proves nothing.
        NOTHING_RECORDED("nothing-recorded"),
        /// No chain has a gap, and no event tells of a fault.
        WHOLE("whole"),
        /// At least one break.
        BROKEN("broken");

        private final String code;

        Finding(String code) {
            this.code = code;
        }

        /// The stable word in files.
        public String code() {
            return code;
        }
    }
}
