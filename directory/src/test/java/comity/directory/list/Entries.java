package comity.directory.list;

import comity.directory.Authority;
import comity.directory.Desk;
import comity.directory.Entry;
import comity.directory.Furnished;
import comity.directory.Holiday;
import comity.directory.NodeAddress;
import comity.directory.OpeningHours;
import comity.directory.PreservationPractice;
import comity.directory.PublishedNeed;
import comity.directory.Revocation;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Entries of the demo States for tests.
public final class Entries {
    private static final OpeningHours WEEKDAYS =
            new OpeningHours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(9, 0), LocalTime.of(17, 30));

    private Entries() {}

    /// With something in every place.
    public static Entry full(String state) {
        return new Entry(
                new StateCode(state),
                Map.of("en", "Republic of " + state, "fr", "République " + state),
                TreatyStatus.PARTY,
                ZoneId.of("Europe/Paris"),
                List.of("fr", "en"),
                List.of(new Desk(
                        "contact-point",
                        Map.of("en", "Contact point " + state),
                        List.of("+999 00 1001"),
                        "desk@" + state + ".example",
                        List.of("fr"),
                        List.of())),
                List.of(new Authority(
                        "central",
                        Map.of("en", "Central authority"),
                        Set.of(Authority.Function.MUTUAL_ASSISTANCE, Authority.Function.EXTRADITION),
                        List.of("+999 00 1002"),
                        "central@" + state + ".example",
                        List.of("fr", "en"),
                        List.of(WEEKDAYS),
                        Map.of("en", "Ring the contact point first."))),
                Optional.of(new NodeAddress(
                        URI.create("https://node.example:8443"),
                        URI.create("https://www.example"),
                        "ledger.example",
                        "ledger.example+1+key",
                        "-----BEGIN CERTIFICATE-----",
                        "{\"kty\":\"EC\"}",
                        List.of("ledger.example/cosigner+2+key"),
                        List.of("age1pq1key", "age1key"),
                        List.of(
                                new Revocation(
                                        Revocation.Of.KEY, "A".repeat(43), Instant.parse("2027-01-02T03:04:05Z")),
                                new Revocation(
                                        Revocation.Of.CERTIFICATE,
                                        "B".repeat(43),
                                        Instant.parse("2027-02-02T03:04:05Z"))))),
                new PreservationPractice(
                        90,
                        90,
                        true,
                        List.of(new PublishedNeed(
                                "/items/*/port", PublishedNeed.Level.REQUIRED, Map.of("en", "Addresses are shared."))),
                        Map.of("en", "A judge is on call.")),
                List.of(new Holiday(
                        LocalDate.of(2027, 7, 14), LocalDate.of(2027, 7, 15), Map.of("fr", "Fête nationale"))),
                LocalDate.of(2027, 1, 15),
                new Furnished(
                        List.of("node", "e-mail"),
                        List.of(new Furnished.FurnishedLaw(
                                "40(12)", URI.create("https://law.example/mla"), Map.of("en", "Assistance Act"))),
                        Map.of(Furnished.Question.BY_TELEPHONE, Furnished.Answer.YES)));
    }
}
