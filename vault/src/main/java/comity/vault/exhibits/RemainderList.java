package comity.vault.exhibits;

import comity.kernel.ExhibitReference;
import comity.kernel.Utf8;
import comity.vault.Remainder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What somebody lists as not handed over: a digest for each thing, and the name that it had.
record RemainderList(List<Line> lines) {
    static final int MOST_LINES = 10_000;
    private static final int VERSION = 1;
    private static final int LONGEST_NAME = 1024;
    private static final int SALT = 32;
    /// As `sha256sum` prints it; a name may be left out.
    private static final Pattern LINE = Pattern.compile("\\\\?([0-9A-Fa-f]{64})(?:\\s+\\*?(\\S.*))?");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final SecureRandom RANDOM = new SecureRandom();

    RemainderList {
        lines = List.copyOf(lines);
    }

    /// @param name may be empty
    record Line(String sha256, String name) {}

    /// What was typed, or the word for what is wrong with it.
    sealed interface Read {
        record Good(RemainderList list) implements Read {}

        record Wrong(String code) implements Read {}
    }

    static Read read(String typed) {
        List<String> filled =
                typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (filled.isEmpty()) {
            return new Read.Wrong("missing");
        }
        if (filled.size() > MOST_LINES) {
            return new Read.Wrong("list-too-long");
        }
        List<Line> lines = new ArrayList<>();
        for (String line : filled) {
            Matcher read = LINE.matcher(line);
            if (!read.matches() || line.chars().anyMatch(Character::isISOControl)) {
                return new Read.Wrong("list-malformed");
            }
            String name = read.group(2) == null ? "" : read.group(2);
            if (name.length() > LONGEST_NAME) {
                return new Read.Wrong("list-malformed");
            }
            lines.add(new Line(read.group(1).toLowerCase(Locale.ROOT), name));
        }
        return new Read.Good(new RemainderList(lines));
    }

    /// The list as it is sealed. It has a salt in it: from its digest alone nobody can find out by trying what is on
    /// it.
    byte[] write(ExhibitReference exhibit, Remainder.Ground ground, Instant listedAt) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        ObjectNode list = JSON.createObjectNode()
                .put("v", VERSION)
                .put("exhibit", exhibit.toString())
                .put("ground", ground.code())
                .put("listedAt", listedAt.toString())
                .put("salt", HexFormat.of().formatHex(salt));
        ArrayNode entries = list.putArray("entries");
        lines.forEach(line -> entries.addObject().put("sha256", line.sha256()).put("name", line.name()));
        return Utf8.bytes(JSON.writeValueAsString(list));
    }
}
