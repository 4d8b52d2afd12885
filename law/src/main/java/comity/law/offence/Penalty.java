package comity.law.offence;

import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// The most that a provision threatens.
public sealed interface Penalty {
    /// The word in files: `P5Y`, `LIFE`, `DEATH`, `FINE_ONLY` or `NOT_KNOWN`.
    String code();

    /// Whether the longest deprivation of liberty reaches so many years, or the penalty is a more serious one.
    /// Empty when it is not known.
    Optional<Boolean> reaches(int years);

    /// By weight: not known, fine, length of prison, life, death.
    Comparator<Penalty> LIGHTEST_FIRST = Comparator.comparingLong(penalty -> switch (penalty) {
        case Prison(Period longest) -> longest.toTotalMonths();
        case Plain.NOT_KNOWN -> -1;
        case Plain.FINE_ONLY -> 0;
        case Plain.LIFE -> Long.MAX_VALUE - 1;
        case Plain.DEATH -> Long.MAX_VALUE;
    });

    /// Deprivation of liberty up to a length.
    record Prison(Period longest) implements Penalty {
        @Override
        public String code() {
            return longest.toString();
        }

        @Override
        public Optional<Boolean> reaches(int years) {
            return Optional.of(longest.toTotalMonths() >= Period.ofYears(years).toTotalMonths());
        }
    }

    /// What has no length.
    enum Plain implements Penalty {
        LIFE,
        DEATH,
        /// No deprivation of liberty.
        FINE_ONLY,
        /// The book does not say it.
        NOT_KNOWN;

        @Override
        public String code() {
            return name();
        }

        @Override
        public Optional<Boolean> reaches(int years) {
            return switch (this) {
                case LIFE, DEATH -> Optional.of(true);
                case FINE_ONLY -> Optional.of(false);
                case NOT_KNOWN -> Optional.empty();
            };
        }
    }

    /// Reads the word of a file; empty when it is none.
    static Optional<Penalty> parse(String code) {
        return Arrays.stream(Plain.values())
                .filter(plain -> plain.name().equals(code))
                .map(Penalty.class::cast)
                .findFirst()
                .or(() -> Span.parse(code).map(Prison::new));
    }
}
