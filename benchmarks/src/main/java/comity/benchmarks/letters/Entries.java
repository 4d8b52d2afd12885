package comity.benchmarks.letters;

import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.Pem;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import comity.ledger.note.LogKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The directory's entries for the two houses: an address and keys, and the least of everything else.
final class Entries {
    private Entries() {}

    static NodeAddress address(KeyCeremony.NodeKeys keys, LogKey log, int port) {
        URI here = URI.create("https://127.0.0.1:" + port);
        return new NodeAddress(
                here,
                here,
                log.origin(),
                log.verifier().text(),
                Pem.of(keys.root()),
                keys.encryption().publicJwk());
    }

    /// Pairs of words: a State's code, and its address as JSON in base64.
    static List<Entry> ofWords(List<String> pairs, JsonMapper json) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i += 2) {
            byte[] address = Base64.getDecoder().decode(pairs.get(i + 1));
            entries.add(entry(
                    new StateCode(pairs.get(i)),
                    json.readValue(new String(address, StandardCharsets.UTF_8), NodeAddress.class)));
        }
        return entries;
    }

    private static Entry entry(StateCode state, NodeAddress node) {
        return new Entry(
                state,
                Map.of("en", "State " + state),
                TreatyStatus.PARTY,
                ZoneOffset.UTC,
                List.of("en"),
                List.of(),
                List.of(),
                Optional.of(node),
                new PreservationPractice(60, 90, false, List.of(), Map.of()),
                List.of(),
                LocalDate.EPOCH);
    }
}
