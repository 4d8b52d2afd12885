package comity.requests.preservation;

import comity.directory.Authority;
import comity.directory.Desk;
import comity.directory.Entry;
import comity.directory.Holiday;
import comity.directory.PreservationPractice;
import comity.directory.PublishedNeed;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Documents and directory entries of the demonstration world, for tests.
final class Requests {
    static final StateCode XA = new StateCode("XA");
    static final StateCode XB = new StateCode("XB");

    private Requests() {}

    /// A whole request about the account that took the files of Ward 9.
    static Map<String, String> whole() {
        Map<String, String> raw = new HashMap<>();
        raw.put("/requested", "XB");
        raw.put("/language", "en");
        raw.put("/facts", """
                On 12 March 2027 at 22:58 UTC someone began copying files out of Ward 9's storage at Nimbus Harbour Cloud. \
                Between 22:58 and 00:03 UTC about 424 MB left. At 00:40 UTC staff could not open patient files and found a \
                note asking for payment. Fourteen patients were moved. We ask Belmora to keep the account nh-7f31c2, its \
                registration data and all connection records still held up to 13 March 2027. They show who opened the \
                account and from where the files were taken.""");
        raw.put("/childNamesAbsent", "yes");
        raw.put("/offence/description", "Interference with the data of a hospital, to demand payment");
        raw.put("/offence/article", "unc.10");
        raw.put("/offence/maximumPenaltyYears", "6");
        raw.put("/items/0/type", "account-id");
        raw.put("/items/0/value", "nh-7f31c2");
        raw.put("/items/0/service", "Nimbus Harbour Cloud");
        raw.put("/items/0/data", "subscriber traffic");
        raw.put("/items/0/relation", "The files were copied through this account.");
        raw.put("/items/1/type", "ipv4");
        raw.put("/items/1/value", "203.0.113.77");
        raw.put("/items/1/port", "52990");
        raw.put("/items/1/from/text", "2027-03-13 01:03:45");
        raw.put("/items/1/from/zone", "Europe/Paris");
        raw.put("/items/1/to/text", "2027-03-13 01:13:45");
        raw.put("/items/1/to/zone", "Europe/Paris");
        raw.put("/items/1/data", "subscriber");
        raw.put("/items/1/relation", "The last session came from this address.");
        raw.put("/necessity", "The provider deletes connection records after seven days.");
        raw.put("/urgency/criterion", "critical-infrastructure");
        raw.put("/urgency/reason", "A hospital ward cannot work.");
        raw.put("/authority/name", "Contact point of Arvenia");
        raw.put("/mla/intended", "yes");
        return raw;
    }

    static Map<String, String> wholeWith(String pointer, String text) {
        Map<String, String> raw = whole();
        raw.put(pointer, text);
        return raw;
    }

    static Map<String, String> wholeWithout(String pointer) {
        Map<String, String> raw = whole();
        raw.remove(pointer);
        return raw;
    }

    static List<Entry> entries() {
        return List.of(
                entry(XA, "Arvenia", ZoneId.of("Europe/Paris"), 60, List.of()),
                entry(
                        XB,
                        "Belmora",
                        ZoneId.of("Europe/London"),
                        60,
                        List.of(new Holiday(
                                LocalDate.parse("2027-03-17"),
                                LocalDate.parse("2027-03-17"),
                                Map.of("en", "Harbour Day")))));
    }

    static Entry entry(StateCode state, String name, ZoneId zone, int days, List<Holiday> holidays) {
        return new Entry(
                state,
                Map.of("en", name),
                TreatyStatus.PARTY,
                zone,
                List.of("en", "fr"),
                List.of(new Desk(
                        "contact-point",
                        Map.of("en", "Contact point " + state),
                        List.of("+999001234567"),
                        "desk@" + state.code().toLowerCase(java.util.Locale.ROOT) + ".example",
                        List.of("en"),
                        List.of())),
                List.<Authority>of(),
                Optional.empty(),
                new PreservationPractice(
                        days,
                        90,
                        false,
                        List.of(
                                new PublishedNeed(
                                        "/items/*/port",
                                        PublishedNeed.Level.REQUIRED,
                                        Map.of("en", "Addresses are shared")),
                                new PublishedNeed(
                                        "/offence/maximumPenaltyYears", PublishedNeed.Level.REQUIRED, Map.of()),
                                new PublishedNeed("/custodian/name", PublishedNeed.Level.LIKELY_ASKED, Map.of())),
                        Map.of()),
                holidays,
                LocalDate.parse("2027-01-01"));
    }
}
