package comity.law;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// How long data are kept for another State, and when somebody is told. The terms that a measure starts are reckoned in
/// `eligibility`.
///
/// @param floorDays a preservation lasts at least this many days (art. 42(8))
/// @param holdUntilDecision once the request for legal assistance has come, data stay until it is decided (art.
///     42(8))
/// @param extensionBeforeExpiry an extension must be asked before the term ends (art. 42(9))
/// @param domesticOrderMaxDays one domestic order lasts no longer than this (art. 25)
/// @param domesticOrderRenewable whether one domestic order may follow another (art. 25)
/// @param alarmDaysBefore days before the end on which the requesting State is warned, the longest first
/// @param firstAcknowledgement how soon a desk should say that a person has seen a request
/// @param callBack how soon a promised call back should come
public record PreservationTerms(
        Fact<Integer> floorDays,
        Fact<Boolean> holdUntilDecision,
        Fact<Boolean> extensionBeforeExpiry,
        Fact<Integer> domesticOrderMaxDays,
        Fact<Boolean> domesticOrderRenewable,
        Fact<List<Integer>> alarmDaysBefore,
        Fact<Duration> firstAcknowledgement,
        Fact<Duration> callBack) {
    static final String FILE = "preservation-terms.json";

    static PreservationTerms load() {
        return LawFiles.read(FILE, PreservationTerms::from);
    }

    static PreservationTerms from(LawField file) {
        LawField facts = file.at("facts");
        return new PreservationTerms(
                facts.at("floorDays").fact(LawField::number),
                facts.at("holdUntilDecision").fact(LawField::yesOrNo),
                facts.at("extensionBeforeExpiry").fact(LawField::yesOrNo),
                facts.at("domesticOrderMaxDays").fact(LawField::number),
                facts.at("domesticOrderRenewable").fact(LawField::yesOrNo),
                facts.at("alarmDaysBefore").fact(PreservationTerms::longestFirst),
                facts.at("firstAcknowledgement").fact(LawField::duration),
                facts.at("callBack").fact(LawField::duration));
    }

    private static List<Integer> longestFirst(LawField field) {
        List<Integer> days = field.list(LawField::number);
        if (!days.equals(
                days.stream().distinct().sorted(Comparator.reverseOrder()).toList())) {
            throw field.broken("must name each day once, the longest first");
        }
        return days;
    }

    /// The instants at which a term that ends then should ring, the earliest first.
    public List<Instant> alarmsBefore(Instant end) {
        return alarmDaysBefore.value().stream()
                .map(days -> end.minus(Duration.ofDays(days)))
                .toList();
    }
}
