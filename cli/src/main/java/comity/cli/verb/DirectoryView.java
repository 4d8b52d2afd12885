package comity.cli.verb;

import comity.api.directory.DirectoryEntry;
import comity.api.directory.DirectoryList;
import comity.cli.screen.Screen;
import java.util.List;
import java.util.Map;

/// Shows the directory of States.
final class DirectoryView {
    private DirectoryView() {}

    static void list(Screen screen, DirectoryList list) {
        screen.table(
                List.of(
                        screen.texts().say("column.state"),
                        screen.texts().say("column.name"),
                        screen.texts().say("column.treaty"),
                        screen.texts().say("column.languages"),
                        screen.texts().say("column.phone")),
                list.entries().stream()
                        .map(entry -> List.of(
                                entry.state(),
                                named(screen, entry.names()),
                                screen.texts().word("treaty", entry.status()),
                                String.join(" ", entry.languages()),
                                phone(entry)))
                        .toList());
        screen.say("directory.version", String.valueOf(list.version()));
    }

    static void entry(Screen screen, DirectoryEntry entry) {
        screen.line(entry.state() + "  " + named(screen, entry.names()));
        screen.fact("field.treaty", screen.texts().word("treaty", entry.status()));
        screen.fact("field.zone", entry.zone());
        screen.fact("field.languages", String.join(" ", entry.languages()));
        entry.desks().forEach(desk -> contact(screen, "field.desk", desk));
        entry.authorities().forEach(authority -> contact(screen, "field.authority", authority));
        if (entry.preservation() != null) {
            screen.fact("field.days", entry.preservation().days());
            entry.preservation()
                    .needs()
                    .forEach(need -> screen.fact(
                            "field.needs",
                            need.pointer() + " – " + screen.texts().word("level", need.level()) + " – "
                                    + named(screen, need.reason())));
        }
        if (entry.node() != null) {
            screen.fact("field.node", entry.node().web());
            screen.fact("field.ledger", entry.node().ledgerKey());
        }
    }

    private static void contact(Screen screen, String key, DirectoryEntry.Contact contact) {
        String phone = contact.phone() == null ? "" : "  " + contact.phone();
        String email = contact.email() == null ? "" : "  " + contact.email();
        screen.fact(key, named(screen, contact.names()) + phone + email);
    }

    private static String phone(DirectoryEntry entry) {
        return entry.desks().stream()
                .flatMap(desk -> java.util.stream.Stream.ofNullable(desk.phone()))
                .findFirst()
                .orElse("");
    }

    private static String named(Screen screen, Map<String, String> names) {
        String own = names.get(screen.texts().language().tag());
        return own != null ? own : names.getOrDefault("en", String.join(" / ", names.values()));
    }
}
