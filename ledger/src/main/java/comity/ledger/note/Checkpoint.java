package comity.ledger.note;

import comity.ledger.Hash;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a log says of itself: its name, how many leaves it has, and the root over them (C2SP tlog-checkpoint).
///
/// @param origin the name of the log, for example `node.xa.example/ledger`
/// @param size the number of leaves
/// @param root the root of the tree of that size
/// @param extensions further lines, which we never write and do not interpret
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int MOST_EXTENSIONS = 16;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (!isLine(origin) || size < 0 || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("A checkpoint has an origin, a size and full lines");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.chars().noneMatch(c -> c < ' ');
    }

    /// Reads the text of a note. Empty when it is not a checkpoint; each checkpoint can be written in one way
    /// only.
    static Optional<Checkpoint> parse(String text) {
        List<String> lines = List.of(text.split("\n", MOST_EXTENSIONS + 5));
        boolean counted = lines.size() >= 4
                && lines.size() <= MOST_EXTENSIONS + 4
                && lines.getLast().isEmpty();
        if (!counted || !SIZE.matcher(lines.get(1)).matches()) {
            return Optional.empty();
        }
        List<String> extensions = lines.subList(3, lines.size() - 1);
        Optional<byte[]> root = StrictBase64.decode(lines.get(2)).filter(bytes -> bytes.length == Hash.LENGTH);
        if (root.isEmpty() || !isLine(lines.getFirst()) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            return Optional.empty();
        }
        try {
            long size = Long.parseLong(lines.get(1));
            return Optional.of(new Checkpoint(lines.getFirst(), size, Hash.of(root.get()), extensions));
        } catch (NumberFormatException e) {
            // Nineteen digits can be more than a log can count.
            return Optional.empty();
        }
    }

    /// The text that is signed.
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(origin).append('\n');
        text.append(size).append('\n');
        text.append(StrictBase64.encode(root.bytes())).append('\n');
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
