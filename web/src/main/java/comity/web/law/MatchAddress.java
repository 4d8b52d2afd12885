package comity.web.law;

import comity.law.matching.Conduct;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The address under which conduct is laid beside two laws.
final class MatchAddress {
    private final List<String> parts = new ArrayList<>();

    /// @param from may be empty
    /// @param to may be empty
    static String of(Conduct conduct, String from, String to) {
        MatchAddress address = new MatchAddress();
        address.add("from", from);
        address.add("to", to);
        Set<String> ways = new TreeSet<>();
        for (Conduct.Act act : conduct.acts()) {
            address.add(
                    "offence",
                    act.offences().stream().map(Conduct.Alleged::offence).collect(Collectors.joining(",")));
            act.offences().forEach(alleged -> ways.addAll(alleged.ways()));
        }
        ways.forEach(way -> address.add("way", way));
        new TreeSet<>(conduct.shown()).forEach(fact -> address.add("shown", fact));
        new TreeSet<>(conduct.ruledOut()).forEach(fact -> address.add("not", fact));
        return "/law/match?" + String.join("&", address.parts);
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
