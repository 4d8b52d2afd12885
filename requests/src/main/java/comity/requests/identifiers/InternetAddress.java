package comity.requests.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An IPv4 address (4 bytes) or an IPv6 address (16 bytes), read from its text alone.
///
/// The JDK's own reader is not used: it takes `1.2` and `0177.0.0.1` for addresses and may ask a name server.
record InternetAddress(List<Integer> bytes) {
    InternetAddress {
        bytes = List.copyOf(bytes);
    }

    boolean isIpv6() {
        return bytes.size() == 16;
    }

    /// Four numbers from 0 to 255 without leading zeros.
    static Optional<InternetAddress> ofIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return Optional.empty();
        }
        List<Integer> bytes = new ArrayList<>(4);
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return Optional.empty();
            }
            bytes.add(Integer.parseInt(part));
        }
        return Optional.of(new InternetAddress(bytes));
    }

    /// Any form of RFC 4291, 2.2.
    static Optional<InternetAddress> ofIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::")) {
            return Optional.empty();
        }
        if (gap < 0) {
            return groups(text, true).filter(bytes -> bytes.size() == 16).map(InternetAddress::new);
        }
        Optional<List<Integer>> before = groups(text.substring(0, gap), false);
        Optional<List<Integer>> after = groups(text.substring(gap + 2), true);
        if (before.isEmpty()
                || after.isEmpty()
                || before.get().size() + after.get().size() > 14) {
            return Optional.empty();
        }
        List<Integer> bytes = new ArrayList<>(before.get());
        while (bytes.size() + after.get().size() < 16) {
            bytes.add(0);
        }
        bytes.addAll(after.get());
        return Optional.of(new InternetAddress(bytes));
    }

    private static Optional<List<Integer>> groups(String text, boolean mayEndInIpv4) {
        List<Integer> bytes = new ArrayList<>();
        if (text.isEmpty()) {
            return Optional.of(bytes);
        }
        String[] groups = text.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            if (groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                int group = Integer.parseInt(groups[i], 16);
                bytes.add(group >> 8);
                bytes.add(group & 0xFF);
            } else {
                Optional<InternetAddress> last = ofIpv4(groups[i]);
                if (!mayEndInIpv4 || i != groups.length - 1 || last.isEmpty()) {
                    return Optional.empty();
                }
                bytes.addAll(last.get().bytes);
            }
        }
        return Optional.of(bytes);
    }

    /// The IPv4 address inside `::ffff:203.0.113.7`.
    Optional<InternetAddress> mappedIpv4() {
        boolean mapped = isIpv6()
                && bytes.subList(0, 10).stream().allMatch(part -> part == 0)
                && bytes.get(10) == 0xFF
                && bytes.get(11) == 0xFF;
        return mapped ? Optional.of(new InternetAddress(bytes.subList(12, 16))) : Optional.empty();
    }

    /// What the address is kept for, when it is not an address of the public internet: `private`, `shared`,
    /// `loopback`, `link-local`, `multicast`, `examples`, `measurement`, `unspecified` or `reserved` (IANA's
    /// special-purpose registries, RFC 6890 and its updates).
    Optional<String> specialUse() {
        return isIpv6() ? specialIpv6() : specialIpv4();
    }

    private Optional<String> specialIpv4() {
        int a = bytes.get(0);
        int b = bytes.get(1);
        int c = bytes.get(2);
        if (a == 0) {
            return Optional.of("unspecified");
        }
        if (a == 10 || a == 172 && b >= 16 && b < 32 || a == 192 && b == 168) {
            return Optional.of("private");
        }
        if (a == 100 && b >= 64 && b < 128) {
            return Optional.of("shared");
        }
        if (a == 127) {
            return Optional.of("loopback");
        }
        if (a == 169 && b == 254) {
            return Optional.of("link-local");
        }
        if (a == 192 && b == 0 && c == 2 || a == 198 && b == 51 && c == 100 || a == 203 && b == 0 && c == 113) {
            return Optional.of("examples");
        }
        if (a == 198 && (b == 18 || b == 19)) {
            return Optional.of("measurement");
        }
        if (a >= 224 && a < 240) {
            return Optional.of("multicast");
        }
        return a >= 240 ? Optional.of("reserved") : Optional.empty();
    }

    private Optional<String> specialIpv6() {
        int first = bytes.get(0) << 8 | bytes.get(1);
        int second = bytes.get(2) << 8 | bytes.get(3);
        if (bytes.subList(0, 15).stream().allMatch(part -> part == 0)) {
            return switch (bytes.get(15)) {
                case 0 -> Optional.of("unspecified");
                case 1 -> Optional.of("loopback");
                default -> Optional.of("reserved");
            };
        }
        if (first == 0x2001 && second == 0x0DB8 || first == 0x3FFF && second < 0x1000) {
            return Optional.of("examples");
        }
        if (first >> 9 == 0xFC >> 1) {
            return Optional.of("private");
        }
        if (first >> 6 == 0xFE80 >> 6) {
            return Optional.of("link-local");
        }
        return first >> 8 == 0xFF ? Optional.of("multicast") : Optional.empty();
    }

    /// The one text form: dotted for IPv4, RFC 5952 for IPv6.
    String text() {
        return isIpv6()
                ? ipv6Text()
                : String.join(".", bytes.stream().map(String::valueOf).toList());
    }

    private String ipv6Text() {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = bytes.get(2 * i) << 8 | bytes.get(2 * i + 1);
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > gapLength) {
                gapStart = i;
                gapLength = end - i;
            }
            i = Math.max(i, end - 1);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gapStart) {
                text.append("::");
                i += gapLength - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
