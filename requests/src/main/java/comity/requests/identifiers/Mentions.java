package comity.requests.identifiers;

import static comity.requests.identifiers.IdentifierType.*;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds identifiers in whatever a person pastes: log lines, mail headers, invoices, notes. It proposes; a person
/// confirms. What a check would refuse is not proposed, so a random string is seldom taken for a wallet.
public final class Mentions {
    /// What to look for, the most telling first: what one pattern has taken, a later one leaves alone.
    private static final List<Shape> SHAPES = List.of(
            new Shape(MESSAGE_ID, "(?i)message-id:\\s*(<[^<>\\s]+@[^<>\\s]+>)"),
            new Shape(CONTENT_URL, "(?i)((?:https?|hxxps?)://[^\\s<>\"'`]+[^\\s<>\"'`.,;:!?)\\]}])"),
            new Shape(
                    EMAIL,
                    "(?<![\\p{L}\\p{N}._%+-])([\\p{L}\\p{N}._%+-]{1,64}(?:@|\\[@]|\\[at])[\\p{L}\\p{N}-]{1,63}"
                            + "(?:(?:\\.|\\[\\.])[\\p{L}\\p{N}-]{1,63}){1,8})"),
            new Shape(CRYPTO_ADDRESS, "\\b((?:bc|tb|ltc|bcrt|tltc)1[02-9ac-hj-np-z]{11,87})\\b"),
            new Shape(TRANSACTION_HASH, "\\b(0x[0-9a-fA-F]{64})\\b"),
            new Shape(CRYPTO_ADDRESS, "\\b(0x[0-9a-fA-F]{40})\\b"),
            new Shape(
                    FILE_HASH,
                    "(?<![0-9a-zA-Z])([0-9a-fA-F]{128}|[0-9a-fA-F]{64}|[0-9a-fA-F]{40}|[0-9a-fA-F]{32})"
                            + "(?![0-9a-zA-Z])"),
            new Shape(CRYPTO_ADDRESS, "\\b([13LMDTmn2][1-9A-HJ-NP-Za-km-z]{25,34})\\b"),
            new Shape(IP_PORT, "(\\[[0-9A-Fa-f:.]+]:[0-9]{1,5})\\b"),
            new Shape(IP_PORT, "(?<![0-9.])([0-9]{1,3}(?:\\.[0-9]{1,3}){3}:[0-9]{1,5})\\b"),
            new Shape(IPV4, "(?<![0-9.])([0-9]{1,3}(?:(?:\\.|\\[\\.])[0-9]{1,3}){3})(?![0-9]|\\.[0-9])"),
            new Shape(MAC, "\\b([0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5})\\b"),
            new Shape(IPV6, "(?<![0-9A-Za-z:])([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![0-9A-Za-z:])"),
            new Shape(DEVICE_ID, "\\b([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\b"),
            new Shape(PAYMENT_ACCOUNT, "\\b([A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?)\\b"),
            new Shape(PHONE, "(?<![0-9A-Za-z+])(\\+[1-9][0-9 ().-]{6,18}[0-9])(?![0-9])"),
            new Shape(
                    ACCOUNT_ID,
                    "(?i)\\b(?:account|acct|user|customer|client)[ _-]?(?:id|no|number)?\\s*[:=]\\s*"
                            + "([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{3,63})"),
            new Shape(
                    DOMAIN,
                    "(?<![\\p{L}\\p{N}@.-])((?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}(?:\\.|\\[\\.])){1,8}\\p{L}{2,24})"
                            + "(?![\\p{L}\\p{N}-])"));

    /// Ends of file names that look like ends of domain names.
    private static final Pattern FILE_NAME = Pattern.compile(
            "(?i).+\\.(?:txt|log|csv|json|xml|html?|php|exe|dll|pdf|docx?|xlsx?|zip|rar|gz|jpe?g|png|gif|eml|js|py|sh"
                    + "|bak|dat|ini|conf)");

    private static final Pattern TIME =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
                    + "(?: ?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?"
                    + "|[0-9]{1,2}/\\p{L}{3}/[0-9]{4}:[0-9]{2}:[0-9]{2}:[0-9]{2}(?: [+-][0-9]{4})?"
                    + "|(?:\\p{L}{3}, )?[0-9]{1,2} \\p{L}{3} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}(?: [+-][0-9]{4})?");

    /// A port behind an address: named as one, or in the column right behind it.
    private static final Pattern PORT_BEHIND = Pattern.compile(
            "^[\"']?(?:[,;\\t|]\\s*|\\s+(?:src_?port|sport|spt|port)[=: ]\\s*)[\"']?([0-9]{4,5})(?![0-9])");

    /// What stands further right in a line is not looked at; a log line is never so long, and a hostile one costs
    /// time.
    private static final int LONGEST_LINE = 2_000;

    private Mentions() {}

    private record Shape(IdentifierType type, Pattern pattern) {
        Shape(IdentifierType type, String pattern) {
            this(type, Pattern.compile(pattern));
        }
    }

    /// Every identifier once, in the order of their first places.
    public static List<Mention> in(String pasted) {
        Map<String, Mention> found = new LinkedHashMap<>();
        int start = 0;
        int number = 1;
        for (String line : pasted.split("\n", -1)) {
            String read = line.substring(0, Math.min(line.length(), LONGEST_LINE));
            for (Mention mention : inLine(read, start, number)) {
                found.merge(mention.type() + " " + Cleaning.lower(mention.text()), mention, Mentions::fuller);
            }
            start += line.length() + 1;
            number++;
        }
        return List.copyOf(found.values());
    }

    /// Of two places that name the same thing, the one that says more; the earlier one when they say the same.
    private static Mention fuller(Mention earlier, Mention later) {
        return later.beside().size() > earlier.beside().size() ? later : earlier;
    }

    private static List<Mention> inLine(String line, int start, int number) {
        BitSet taken = new BitSet(line.length());
        Optional<String> time = TIME.matcher(line).results().findFirst().map(hit -> {
            taken.set(hit.start(), hit.end());
            return hit.group();
        });
        List<Mention> found = new ArrayList<>();
        for (Shape shape : SHAPES) {
            Matcher matcher = shape.pattern().matcher(line);
            while (matcher.find()) {
                boolean free = taken.get(matcher.start(1), matcher.end(1)).isEmpty();
                if (free && stands(shape.type(), matcher.group(1))) {
                    taken.set(matcher.start(1), matcher.end(1));
                    found.add(mention(shape.type(), matcher, line, start, number, time));
                }
            }
        }
        found.sort(Comparator.comparingInt(Mention::start));
        return found;
    }

    private static boolean stands(IdentifierType type, String text) {
        if (type == DOMAIN && FILE_NAME.matcher(text).matches()) {
            return false;
        }
        return IdentifierCheck.check(type, text, IdentifierContext.alone("").inDrill(true))
                .isUsable();
    }

    private static Mention mention(
            IdentifierType type, Matcher matcher, String line, int start, int number, Optional<String> time) {
        Map<String, String> beside = new HashMap<>();
        time.ifPresent(text -> beside.put("time", text));
        if (type == IPV4 || type == IPV6) {
            Matcher port = PORT_BEHIND.matcher(line.substring(matcher.end(1)));
            if (port.find()) {
                beside.put("port", port.group(1));
            }
        }
        return new Mention(type, matcher.group(1), start + matcher.start(1), number, beside);
    }
}
