package comity.vault;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// A list of what was collected and not handed over. The list itself is sealed to the key of the State that keeps it;
/// the other State learns its digest and how much is on it.
///
/// @param number its place among the lists of the exhibit, from 1
/// @param ground why none of it is handed over
/// @param entries how many things are on it
/// @param sha256 of the list before it was sealed, in hex; it has a salt in it, so that nobody can try out what is on
/// it
public record Remainder(int number, Ground ground, int entries, String sha256, Instant listedAt) {
    /// Why something is not handed over.
    public enum Ground {
        /// The order does not cover it.
        OUTSIDE_ORDER("outside-order"),
        /// It is privileged: a lawyer's, a doctor's, a journalist's.
        PRIVILEGED("privileged"),
        /// A filter took it out: another person's, or of no meaning for the case.
        FILTERED("filtered");

        private final String code;

        Ground(String code) {
            this.code = code;
        }

        /// The stable word in lists and the API.
        public String code() {
            return code;
        }

        public static Optional<Ground> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(ground -> ground.code.equals(code))
                    .findFirst();
        }
    }
}
