package comity.law.offence;

import java.time.Period;
import java.util.Arrays;
import java.util.Optional;

/// How long an offence can be prosecuted (art. 20).
public sealed interface Limitation {
    /// The word in files: `P10Y`, `NEVER` or `NOT_KNOWN`.
    String code();

    /// It can be prosecuted so long.
    record After(Period period) implements Limitation {
        @Override
        public String code() {
            return period.toString();
        }
    }

    /// What has no length.
    enum Plain implements Limitation {
        /// It can be prosecuted always.
        NEVER,
        /// The book does not say it.
        NOT_KNOWN;

        @Override
        public String code() {
            return name();
        }
    }

    /// Reads the word of a file; empty when it is none.
    static Optional<Limitation> parse(String code) {
        return Arrays.stream(Plain.values())
                .filter(plain -> plain.name().equals(code))
                .map(Limitation.class::cast)
                .findFirst()
                .or(() -> Span.parse(code).map(After::new));
    }
}
