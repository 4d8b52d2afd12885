package comity.law.eligibility;

import comity.law.Fact;
import comity.law.RefusalGround;
import comity.law.RequiredContent;
import comity.law.basis.DataClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A measure that one State asks of another, and what the Convention says of it.
///
/// @param code stable, for example `stored-data`
/// @param obligation how far the Convention binds a State to it
/// @param conventionOffence whether an offence of arts 7 to 17 opens it
/// @param seriousCrime whether another serious crime does
/// @param lesserOffence whether a lesser offence does
/// @param data the kinds of data it is for; empty where it is not about data
/// @param duty who is asked, as the duty under which a State names that authority
/// @param contents what a request says; empty where the text is silent
/// @param grounds on which it may be declined, in the order of the file; which of them are open in a case, [#open] says
/// @param neverAlone grounds that are never enough by themselves
/// @param clocks the terms that start
/// @param safeguards the articles that bind whoever carries it out
/// @param source article, mark, as-of date and note; its value is the article to cite
public record Cooperation(
        String code,
        Obligation obligation,
        Opens conventionOffence,
        Opens seriousCrime,
        Opens lesserOffence,
        Set<DataClass> data,
        String duty,
        List<RequiredContent> contents,
        List<RefusalGround> grounds,
        List<RefusalGround> neverAlone,
        List<Clock> clocks,
        List<String> safeguards,
        Fact<String> source) {
    /// How far the Convention binds.
    public enum Obligation {
        SHALL,
        /// It is to be tried.
        ENDEAVOUR,
        MAY
    }

    /// Whether a kind of offence opens a measure.
    public enum Opens {
        YES,
        /// Only to collect electronic evidence.
        EVIDENCE_ONLY,
        /// Only beside an offence that opens it.
        ACCESSORY,
        /// The text does not say.
        UNCLEAR,
        NO
    }

    /// A term that starts with the measure.
    ///
    /// @param days its length where it has one
    /// @param source article, mark, as-of date and note; its value is the article to cite
    public record Clock(String code, Kind kind, OptionalInt days, Fact<String> source) {
        /// What manner of term.
        public enum Kind {
            FLOOR,
            CAP,
            DEADLINE,
            /// Until something is done.
            OPEN,
            /// A duty to be quick for which the text has no number.
            NO_NUMBER
        }

        /// When a term that starts at an instant ends, where a State has a term of its own: never before a
        /// floor and never after a cap. A day is twenty-four hours here, so that two States in different
        /// zones count alike when clocks change.
        ///
        /// @param ownDays the State's own term
        /// @throws IllegalStateException for a term without a number
        public Instant end(Instant start, int ownDays) {
            int days = length();
            return start.plus(Duration.ofDays(
                    switch (kind) {
                        case FLOOR -> Math.max(days, ownDays);
                        case CAP -> Math.min(days, ownDays);
                        case DEADLINE -> days;
                        case OPEN, NO_NUMBER -> throw new IllegalStateException(code + " has no end of its own");
                    }));
        }

        /// Its length in days.
        ///
        /// @throws IllegalStateException for a term without a number
        public int length() {
            return days.orElseThrow(() -> new IllegalStateException(code + " has no number of days"));
        }
    }

    /// Why a ground may not be used to decline a measure.
    public enum Shut {
        /// Never enough by itself.
        NEVER_ALONE,
        /// The Convention has it for other measures.
        NOT_FOR_MEASURE,
        /// The State has not made the reservation that carries it.
        RESERVATION_NOT_MADE,
        /// It cannot be used for the Convention's own offences.
        CONVENTION_OFFENCE
    }

    public Cooperation {
        data = Set.copyOf(data);
        contents = List.copyOf(contents);
        grounds = List.copyOf(grounds);
        neverAlone = List.copyOf(neverAlone);
        clocks = List.copyOf(clocks);
        safeguards = List.copyOf(safeguards);
    }

    /// The article to cite.
    public String article() {
        return source.value();
    }

    /// Why a ground may not be used to decline this measure; empty when it may.
    ///
    /// @param reserved whether the State that is asked made the reservation of art. 42(5)
    /// @param conventionOffence whether the offence is one of arts 7 to 17
    public Optional<Shut> shuts(RefusalGround ground, boolean reserved, boolean conventionOffence) {
        if (neverAlone.contains(ground) || ground.kind() == RefusalGround.Kind.NEVER_ALONE) {
            return Optional.of(Shut.NEVER_ALONE);
        }
        if (!grounds.contains(ground)) {
            return Optional.of(Shut.NOT_FOR_MEASURE);
        }
        if (ground.needsReservation() && !reserved) {
            return Optional.of(Shut.RESERVATION_NOT_MADE);
        }
        if (ground.onlyOutsideConvention() && conventionOffence) {
            return Optional.of(Shut.CONVENTION_OFFENCE);
        }
        return Optional.empty();
    }

    /// The grounds on which this measure may be declined in a case.
    ///
    /// @param reserved whether the State that is asked made the reservation of art. 42(5)
    /// @param conventionOffence whether the offence is one of arts 7 to 17
    public List<RefusalGround> open(boolean reserved, boolean conventionOffence) {
        return grounds.stream()
                .filter(ground -> shuts(ground, reserved, conventionOffence).isEmpty())
                .toList();
    }

    /// What a request says under a code, for example `necessity`.
    ///
    /// @throws IllegalStateException when the file of the measures has no such content
    public RequiredContent content(String content) {
        return contents.stream()
                .filter(one -> one.code().equals(content))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s has no content %s".formatted(code, content)));
    }

    /// A content without which a request is not one under the article; empty when it is only wished for.
    ///
    /// @throws IllegalStateException when the file of the measures has no such content
    public Optional<RequiredContent> required(String content) {
        return Optional.of(content(content)).filter(one -> one.obligation() == RequiredContent.Obligation.REQUIRED);
    }

    /// A term that starts with the measure, for example `keep-at-least`.
    ///
    /// @throws IllegalStateException when the file of the measures has no such term
    public Clock clock(String clock) {
        return clocks.stream()
                .filter(one -> one.code().equals(clock))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("%s starts no term %s".formatted(code, clock)));
    }
}
