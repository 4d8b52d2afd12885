package comity.directory;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the directory says of one State. The State owns its entry; the registry publishes it.
///
/// @param names the State's name by BCP 47 tag; English is always there
/// @param zone where its desk reads the clock
/// @param languages in which it accepts requests, best first, as BCP 47 tags
/// @param node how its node is reached; empty when it runs none
/// @param furnished what more the State has told
/// @param confirmedOn when the State last said that all of this is still so
public record Entry(
        StateCode state,
        Map<String, String> names,
        TreatyStatus status,
        ZoneId zone,
        List<String> languages,
        List<Desk> desks,
        List<Authority> authorities,
        Optional<NodeAddress> node,
        PreservationPractice preservation,
        List<Holiday> holidays,
        LocalDate confirmedOn,
        Furnished furnished) {
    /// A State says at least twice a year that its entry still holds.
    private static final int CONFIRMATION_MONTHS = 6;

    private static final int UNVERIFIED_DAYS = 90;
    private static final int LONGEST_CLOSURE_DAYS = 14;

    public Entry {
        names = Map.copyOf(names);
        languages = List.copyOf(languages);
        desks = List.copyOf(desks);
        authorities = List.copyOf(authorities);
        holidays = List.copyOf(holidays);
        if (!names.containsKey(Language.ENGLISH.tag())) {
            throw new IllegalArgumentException("An entry names its State at least in English");
        }
    }

    /// An entry that tells no more than whom to call.
    public Entry(
            StateCode state,
            Map<String, String> names,
            TreatyStatus status,
            ZoneId zone,
            List<String> languages,
            List<Desk> desks,
            List<Authority> authorities,
            Optional<NodeAddress> node,
            PreservationPractice preservation,
            List<Holiday> holidays,
            LocalDate confirmedOn) {
        this(
                state,
                names,
                status,
                zone,
                languages,
                desks,
                authorities,
                node,
                preservation,
                holidays,
                confirmedOn,
                Furnished.NOTHING);
    }

    /// The name in a language, or in English where there is none.
    public String name(Language language) {
        return Texts.in(language, names);
    }

    /// The same entry with a node's card.
    public Entry withNode(NodeAddress card) {
        return with(Optional.of(card), confirmedOn);
    }

    /// The same entry, of which the State said on a day that it still holds.
    public Entry confirmed(LocalDate day) {
        return with(node, day);
    }

    private Entry with(Optional<NodeAddress> card, LocalDate day) {
        return new Entry(
                state,
                names,
                status,
                zone,
                languages,
                desks,
                authorities,
                card,
                preservation,
                holidays,
                day,
                furnished);
    }

    /// The desk that answers day and night (art. 41), if the State has named one.
    public Optional<Desk> contactPoint() {
        return desks.stream()
                .filter(Desk::roundTheClock)
                .findFirst()
                .or(() -> desks.stream().findFirst());
    }

    /// Whether the State should be asked to confirm its entry again.
    public boolean isStale(LocalDate today) {
        return confirmedOn.plusMonths(CONFIRMATION_MONTHS).isBefore(today);
    }

    /// Whether nobody has said for a quarter of a year that the entry holds: who relies on it telephones first.
    public boolean isUnverified(LocalDate today) {
        return confirmedOn.plusDays(UNVERIFIED_DAYS).isBefore(today);
    }

    /// How long until an office of these hours opens; zero when it is open. Holidays close an office, but not one
    /// that is there day and night.
    ///
    /// @return empty when it does not open within two weeks
    public Optional<Duration> opensIn(List<OpeningHours> hours, Instant now) {
        if (hours.isEmpty()) {
            return Optional.of(Duration.ZERO);
        }
        ZonedDateTime start = now.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        ZonedDateTime end = start.plusDays(LONGEST_CLOSURE_DAYS);
        for (ZonedDateTime at = start; at.isBefore(end); at = at.plusMinutes(1)) {
            ZonedDateTime moment = at;
            if (holidayOn(at.toLocalDate()).isEmpty()
                    && hours.stream().anyMatch(open -> open.cover(moment.getDayOfWeek(), moment.toLocalTime()))) {
                return Optional.of(at.equals(start) ? Duration.ZERO : Duration.between(now, at));
            }
        }
        return Optional.empty();
    }

    /// The holiday that a day falls on.
    public Optional<Holiday> holidayOn(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.covers(day)).findFirst();
    }
}
