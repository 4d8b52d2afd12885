package comity.web.rest;

import comity.directory.Desk;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.directory.PublishedNeed;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import comity.testkit.HandClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Two States' nodes with everything but the wire: real pages' and calls' servers on real databases, with real
/// ledgers. Letters lie in a queue until [#carry] takes them across.
///
/// They are started once for all tests of this room; each test makes requests of its own.
final class TwoNodes {
    private static final TwoNodes SHARED = new TwoNodes();

    final HandClock clock = HandClock.at("2027-03-13T01:14:00Z");
    final Directory directory = new Directory();
    final OneNode arvenia;
    final OneNode belmora;

    private TwoNodes() {
        arvenia = new OneNode(new StateCode("XA"), clock, directory);
        belmora = new OneNode(new StateCode("XB"), clock, directory);
        directory.replace(
                new ListVersion(7, Instant.parse("2027-03-01T00:00:00Z"), Instant.parse("2037-03-01T00:00:00Z"), ""),
                List.of(
                        entry("XA", "Arvenia", "Europe/Paris", Optional.of(arvenia.vault.address())),
                        entry("XB", "Belmora", "Europe/London", Optional.of(belmora.vault.address())),
                        entry("XC", "Corvan", "America/Sao_Paulo", Optional.empty()),
                        entry("XF", "Feilan", "Asia/Shanghai", Optional.empty())));
    }

    /// Nodes that no other test sees.
    static TwoNodes apart() {
        return new TwoNodes();
    }

    static TwoNodes running() {
        return SHARED;
    }

    /// Carries letters both ways until none is left.
    void carry() {
        boolean moved;
        do {
            moved = arvenia.sendTo(belmora) | belmora.sendTo(arvenia);
        } while (moved);
    }

    private static Entry entry(String state, String name, String zone, Optional<NodeAddress> node) {
        return new Entry(
                new StateCode(state),
                Map.of("en", name),
                TreatyStatus.PARTY,
                ZoneId.of(zone),
                List.of("en", "fr", "ru"),
                List.of(new Desk(
                        "contact-point",
                        Map.of("en", "Contact point " + state),
                        List.of("+9990010001"),
                        "desk@" + state.toLowerCase(Locale.ROOT) + ".example",
                        List.of("en"),
                        List.of())),
                List.of(),
                node,
                new PreservationPractice(
                        60,
                        90,
                        false,
                        List.of(
                                new PublishedNeed(
                                        "/items/*/port",
                                        PublishedNeed.Level.REQUIRED,
                                        Map.of("en", "Our providers share addresses.")),
                                new PublishedNeed(
                                        "/offence/maximumPenaltyYears", PublishedNeed.Level.REQUIRED, Map.of())),
                        Map.of()),
                List.of(),
                LocalDate.parse("2027-01-01"));
    }
}
