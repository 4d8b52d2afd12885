package comity.cli.call;

import comity.api.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is asked of a node.
///
/// @param operation what
/// @param places what fills the places of its path, in order
/// @param query what narrows it, by name
/// @param body what goes with it
/// @param ifMatch the version that was looked at
/// @param key names this wish, so that asking again does it once
public record Wish(
        Operation operation,
        List<String> places,
        Map<String, String> query,
        Optional<Record> body,
        Optional<String> ifMatch,
        String key) {

    public static Wish of(Operation operation, String... places) {
        return new Wish(
                operation,
                List.of(places),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                UUID.randomUUID().toString());
    }

    public Wish with(Record newBody) {
        return new Wish(operation, places, query, Optional.of(newBody), ifMatch, key);
    }

    public Wish where(String name, Optional<String> value) {
        Map<String, String> more = new LinkedHashMap<>(query);
        value.ifPresent(text -> more.put(name, text));
        return new Wish(operation, places, more, body, ifMatch, key);
    }

    public Wish ifMatch(Optional<String> etag) {
        return new Wish(operation, places, query, body, etag, key);
    }

    public Wish under(Optional<String> newKey) {
        return new Wish(operation, places, query, body, ifMatch, newKey.orElse(key));
    }
}
