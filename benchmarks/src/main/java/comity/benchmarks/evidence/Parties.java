package comity.benchmarks.evidence;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.directory.keys.Pem;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The two States of a hand-over, and what each needs to know of the other.
final class Parties {
    /// Has the exhibit.
    static final StateCode HOLDING = new StateCode("XA");
    /// Pulls it.
    static final StateCode PULLING = new StateCode("XB");

    private Parties() {}

    /// A directory with entries that never end, as no run lasts as long as a list.
    static Directory directory(Entry... entries) {
        Directory directory = new Directory();
        directory.replace(ListVersion.NONE, List.of(entries));
        return directory;
    }

    /// @param port of its letters port; 1 when nobody calls it
    /// @param encryptionKey the public key for letters, as a JWK
    /// @param sealingKeys to which exhibits for it are sealed
    static Entry entry(
            StateCode state, X509Certificate root, int port, String encryptionKey, List<String> sealingKeys) {
        URI here = URI.create("https://127.0.0.1:" + port);
        return new Entry(
                state,
                Map.of("en", "State " + state),
                TreatyStatus.PARTY,
                ZoneOffset.UTC,
                List.of("en"),
                List.of(),
                List.of(),
                Optional.of(
                        new NodeAddress(here, here, "log", "log", Pem.of(root), encryptionKey).sealedTo(sealingKeys)),
                new PreservationPractice(60, 90, false, List.of(), Map.of()),
                List.of(),
                LocalDate.EPOCH);
    }
}
