package comity.ledger.policy;

import comity.ledger.note.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A policy as a file: a line for each thing, items between spaces or tabs, comments behind `#`.
final class PolicyText {
    private static final int LARGEST = 1024 * 1024;
    private static final Pattern BETWEEN = Pattern.compile("[ \t]+");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,5}");

    private final PolicyCheck check = new PolicyCheck();
    private final List<Policy.Log> logs = new ArrayList<>();
    private final List<Policy.Cosigner> cosigners = new ArrayList<>();
    private final List<Policy.Group> groups = new ArrayList<>();
    private Optional<String> quorum = Optional.empty();
    private int number;

    private PolicyText() {}

    static Policy parse(byte[] file) {
        return new PolicyText().read(decoded(file));
    }

    /// The C2SP text would have bytes above 127 be anything; here they are UTF-8.
    private static String decoded(byte[] file) {
        if (file.length > LARGEST) {
            throw new PolicyRefused(PolicyFault.TOO_LARGE, 1);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7F)
                    || !text.isEmpty() && !text.endsWith("\n")) {
                throw new PolicyRefused(PolicyFault.NOT_TEXT, 1);
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new PolicyRefused(PolicyFault.NOT_TEXT, 1);
        }
    }

    private Policy read(String text) {
        for (String line : text.split("\n", -1)) {
            number++;
            String trimmed = BETWEEN.matcher(line).replaceAll(" ").strip();
            if (!trimmed.isEmpty() && !trimmed.startsWith("#")) {
                check.at(number);
                readLine(List.of(trimmed.split(" ")));
            }
        }
        return new Policy(
                logs,
                cosigners,
                groups,
                quorum.orElseThrow(() -> new PolicyRefused(PolicyFault.NOT_ONE_QUORUM, Math.max(1, number - 1))));
    }

    private void readLine(List<String> items) {
        switch (items.getFirst()) {
            case "log" -> readLog(items);
            case "witness" -> readCosigner(items);
            case "group" -> readGroup(items);
            case "quorum" -> readQuorum(items);
            default -> throw refused(PolicyFault.UNKNOWN_WORD);
        }
    }

    private void readLog(List<String> items) {
        requireItems(items, 2, 3);
        Policy.Log log = new Policy.Log(key(items.get(1)), item(items, 2));
        check.log(log);
        logs.add(log);
    }

    private void readCosigner(List<String> items) {
        requireItems(items, 3, 4);
        Policy.Cosigner cosigner = new Policy.Cosigner(items.get(1), key(items.get(2)), item(items, 3));
        check.cosigner(cosigner);
        cosigners.add(cosigner);
    }

    private void readGroup(List<String> items) {
        requireItems(items, 4, Integer.MAX_VALUE);
        List<String> members = items.subList(3, items.size());
        int needed = switch (items.get(2)) {
            case "any" -> 1;
            case "all" -> members.size();
            default -> threshold(items.get(2));
        };
        Policy.Group group = new Policy.Group(items.get(1), needed, members);
        check.group(group);
        groups.add(group);
    }

    private void readQuorum(List<String> items) {
        requireItems(items, 2, 2);
        if (quorum.isPresent()) {
            throw refused(PolicyFault.NOT_ONE_QUORUM);
        }
        check.quorum(items.get(1));
        quorum = Optional.of(items.get(1));
    }

    private int threshold(String item) {
        if (!NUMBER.matcher(item).matches()) {
            throw refused(PolicyFault.BAD_THRESHOLD);
        }
        return Integer.parseInt(item);
    }

    private VerifierKey key(String item) {
        try {
            return VerifierKey.parse(item);
        } catch (IllegalArgumentException e) {
            throw refused(PolicyFault.BAD_KEY);
        }
    }

    private static Optional<String> item(List<String> items, int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    private void requireItems(List<String> items, int least, int most) {
        if (items.size() < least || items.size() > most) {
            throw refused(PolicyFault.WRONG_ITEMS);
        }
    }

    private PolicyRefused refused(PolicyFault fault) {
        return new PolicyRefused(fault, number);
    }

    static String write(Policy policy) {
        StringBuilder text = new StringBuilder();
        policy.logs()
                .forEach(log -> line(text, "log", log.key().text(), log.url().orElse("")));
        policy.cosigners()
                .forEach(cosigner -> line(
                        text,
                        "witness",
                        cosigner.name(),
                        cosigner.key().text(),
                        cosigner.url().orElse("")));
        policy.groups()
                .forEach(group -> line(
                        text,
                        "group",
                        group.name(),
                        Integer.toString(group.needed()),
                        String.join(" ", group.members())));
        line(text, "quorum", policy.quorum());
        return text.toString();
    }

    private static void line(StringBuilder text, String... items) {
        text.append(String.join(" ", items).strip()).append('\n');
    }
}
