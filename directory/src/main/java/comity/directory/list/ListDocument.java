package comity.directory.list;

import comity.directory.Book;
import comity.directory.Entry;
import comity.directory.LedgerAddress;
import comity.kernel.Utf8;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is signed: `v`, `version`, `issuedAt`, `expiresAt`, the registry's own ledger, the books and the entries.
record ListDocument(
        long number,
        Instant issuedAt,
        Instant expiresAt,
        Optional<LedgerAddress> registry,
        List<Book.Listing> books,
        List<Entry> entries) {
    private static final int FORMAT = 1;

    /// Written with one entry and one book a line, so that two editions differ in few lines.
    byte[] write() {
        ObjectNode head = EntryJson.JSON.createObjectNode();
        head.put("v", FORMAT);
        head.put("version", number);
        head.put("issuedAt", issuedAt.toString());
        head.put("expiresAt", expiresAt.toString());
        StringBuilder text = new StringBuilder(head.toString());
        text.setLength(text.length() - 1);
        registry.ifPresent(ledger -> text.append(",\n\"registry\":").append(EntryJson.write(ledger)));
        if (!books.isEmpty()) {
            lines(text, "books", books.stream().map(ListDocument::write));
        }
        lines(text, "entries", entries.stream().map(EntryJson::write));
        return Utf8.bytes(text.append("}").toString());
    }

    private static void lines(StringBuilder text, String name, Stream<ObjectNode> items) {
        text.append(",\n\"")
                .append(name)
                .append("\":[")
                .append(items.map(item -> "\n" + item).collect(Collectors.joining(",")))
                .append("\n]");
    }

    private static ObjectNode write(Book.Listing book) {
        return EntryJson.JSON
                .createObjectNode()
                .put("name", book.name())
                .put("digest", book.digest())
                .put("length", book.length());
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
                    books(document.path("books")),
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

    private static List<Book.Listing> books(JsonNode list) {
        List<Book.Listing> books = list.valueStream()
                .map(book -> new Book.Listing(
                        book.path("name").asString(""),
                        book.path("digest").asString(""),
                        book.path("length").asInt(-1)))
                .toList();
        if (books.size() > Book.MOST) {
            throw new IllegalArgumentException("more than " + Book.MOST + " books");
        }
        if (books.stream().map(Book.Listing::name).distinct().count() < books.size()) {
            throw new IllegalArgumentException("two books of one name");
        }
        if (books.stream().mapToLong(Book.Listing::length).sum() > Book.LARGEST_SHELF) {
            throw new IllegalArgumentException("books of more than " + Book.LARGEST_SHELF + " bytes");
        }
        return books;
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
