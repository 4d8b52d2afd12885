package comity.directory.proposals;

import comity.directory.list.EntryJson;
import comity.kernel.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What differs between two documents: field by field where both are JSON, line by line otherwise.
///
/// @param items in the order of their places
/// @param more how many are left out because nobody would read them
public record Differences(List<Item> items, int more) {
    private static final int SHOWN = 400;
    /// By these members an item of a list is known again when the list is put in another order.
    private static final List<String> NAMES = List.of("id", "code", "state", "name", "number", "pointer", "from");

    /// One difference.
    ///
    /// @param where the names of the members on the way, for example `desks`, `xa-desk`, `phones`
    /// @param former what stood there; empty when it is new
    /// @param next what is to stand there; empty when it is taken away
    public record Item(List<String> where, String former, String next) {}

    /// Compares two documents; the former may be empty.
    public static Differences of(byte[] former, byte[] next) {
        Optional<Map<List<String>, String>> one = former.length == 0 ? Optional.of(Map.of()) : fields(former);
        Optional<Map<List<String>, String>> other = fields(next);
        return one.isPresent() && other.isPresent()
                ? ofFields(one.get(), other.get())
                : ofLines(Utf8.text(former), Utf8.text(next));
    }

    private static Differences ofFields(Map<List<String>, String> former, Map<List<String>, String> next) {
        TreeSet<List<String>> places =
                new TreeSet<>((one, other) -> String.join("\0", one).compareTo(String.join("\0", other)));
        places.addAll(former.keySet());
        places.addAll(next.keySet());
        List<Item> items = places.stream()
                .map(place -> new Item(place, former.getOrDefault(place, ""), next.getOrDefault(place, "")))
                .filter(item -> !item.former().equals(item.next()))
                .toList();
        return shown(items);
    }

    private static Differences ofLines(String former, String next) {
        List<String> one = former.lines().toList();
        List<String> other = next.lines().toList();
        TreeSet<String> stayed = new TreeSet<>(one);
        stayed.retainAll(other);
        List<Item> items = Stream.concat(
                        one.stream().filter(line -> !stayed.contains(line)).map(line -> new Item(List.of(), line, "")),
                        other.stream()
                                .filter(line -> !stayed.contains(line))
                                .map(line -> new Item(List.of(), "", line)))
                .toList();
        return shown(items);
    }

    private static Differences shown(List<Item> items) {
        int most = Math.min(items.size(), SHOWN);
        return new Differences(items.subList(0, most), items.size() - most);
    }

    private static Optional<Map<List<String>, String>> fields(byte[] document) {
        try {
            Map<List<String>, String> fields =
                    new TreeMap<>((one, other) -> String.join("\0", one).compareTo(String.join("\0", other)));
            walk(EntryJson.tree(document), List.of(), fields);
            return Optional.of(fields);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void walk(JsonNode node, List<String> place, Map<List<String>, String> fields) {
        if (node.isObject()) {
            node.properties().forEach(member -> walk(member.getValue(), with(place, member.getKey()), fields));
        } else if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            fields.put(
                    place,
                    String.join(", ", node.valueStream().map(JsonNode::asString).toList()));
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode item : node) {
                walk(item, with(place, name(item).orElse(Integer.toString(index + 1))), fields);
                index++;
            }
        } else {
            fields.put(place, node.asString(""));
        }
    }

    private static Optional<String> name(JsonNode item) {
        return NAMES.stream()
                .map(item::path)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .findFirst();
    }

    private static List<String> with(List<String> place, String name) {
        List<String> longer = new ArrayList<>(place);
        longer.add(name);
        return List.copyOf(longer);
    }
}
