package comity.directory.list;

import comity.directory.Entry;
import comity.directory.LedgerAddress;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is signed: `v`, `version`, `issuedAt`, `expiresAt`, the registry's own ledger and the entries.
record ListDocument(
        long number, Instant issuedAt, Instant expiresAt, Optional<LedgerAddress> registry, List<Entry> entries) {
    private static final int FORMAT = 1;

    static byte[] write(
            long number, Instant issuedAt, Instant expiresAt, Optional<LedgerAddress> registry, List<Entry> entries) {
        ObjectNode document = EntryJson.JSON.createObjectNode();
        document.put("v", FORMAT);
        document.put("version", number);
        document.put("issuedAt", issuedAt.toString());
        document.put("expiresAt", expiresAt.toString());
        registry.ifPresent(ledger -> document.set("registry", EntryJson.write(ledger)));
        ArrayNode list = document.putArray("entries");
        entries.forEach(entry -> list.add(EntryJson.write(entry)));
        return EntryJson.JSON.writeValueAsBytes(document);
    }

    static ListDocument read(byte[] bytes) throws DirectoryList.Refused {
        try {
            JsonNode document = EntryJson.JSON.readTree(bytes);
            if (document.path("v").asInt(0) != FORMAT) {
                throw new DirectoryList.Refused(
                        "list-unknown-version", "format " + document.path("v").toString());
            }
            return new ListDocument(
                    positive(document.path("version").asLong(0)),
                    Instant.parse(document.path("issuedAt").asString("")),
                    Instant.parse(document.path("expiresAt").asString("")),
                    document.has("registry")
                            ? Optional.of(EntryJson.ledger(document.path("registry")))
                            : Optional.empty(),
                    entries(document.path("entries")));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new DirectoryList.Refused("list-malformed", String.valueOf(e.getMessage()));
        }
    }

    private static long positive(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        return number;
    }

    private static List<Entry> entries(JsonNode list) {
        if (!list.isArray()) {
            throw new IllegalArgumentException("no entries");
        }
        List<Entry> entries = list.valueStream().map(EntryJson::read).toList();
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.state().code())) {
                throw new IllegalArgumentException("two entries for " + entry.state());
            }
        }
        return entries;
    }
}
