package comity.node.main;

import comity.kernel.Fingerprint;
import comity.kernel.Role;
import comity.kernel.transaction.GroupedTransactions;
import comity.node.database.Database;
import comity.node.database.Migrations;
import comity.node.keys.NodeKeys;
import comity.node.keys.RegistryKeys;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingsFile;
import comity.web.people.Accounts;
import comity.web.wiring.People;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// Makes a new node ready, by the time that it will go by. A State's: its keys, the card it hands to
/// the registry, its first administrator. The registry's: its keys, the public one that it hands
/// to every State, and its first administrator.
final class Init {
    private Init() {}

    /// @param administrator the first administrator's name; needed for a State's node
    /// @return 0 when all is there, 1 when the administrator's password was not taken, 2 when there is
    ///     no name
    static int run(Path config, Optional<String> administrator, PrintStream out) throws IOException, SQLException {
        NodeSettings settings = SettingsFile.read(config);
        return switch (settings.part()) {
            case REGISTRY -> {
                try (Opened opened = new Opened()) {
                    yield registry(settings, administrator, NodeTime.of(settings, opened), opened, out);
                }
            }
            case STATE -> {
                if (administrator.isEmpty()) {
                    out.println("Name the first administrator: --administrator NAME");
                    yield 2;
                }
                try (Opened opened = new Opened()) {
                    yield state(settings, administrator.get(), NodeTime.of(settings, opened), opened, out);
                }
            }
        };
    }

    private static int registry(
            NodeSettings settings, Optional<String> administrator, Clock clock, Opened opened, PrintStream out)
            throws IOException, SQLException {
        RegistryKeys.makeWhereAbsent(settings);
        out.println("Keys are in " + settings.keys());
        out.println("Hand this key to every State: " + settings.registry().key());
        out.println("Its fingerprint, to be read over the telephone: "
                + RegistryKeys.load(settings).fingerprint());
        if (administrator.isEmpty()) {
            out.println("Nobody can sign in yet; --administrator NAME makes the first administrator");
            return 0;
        }
        return makeAdministrator(settings, administrator.get(), clock, opened, out);
    }

    private static int state(NodeSettings settings, String administrator, Clock clock, Opened opened, PrintStream out)
            throws IOException, SQLException {
        NodeKeys.makeWhereAbsent(settings, clock.instant());
        out.println("Keys are in " + settings.keys());
        Path card = writeCard(settings);
        out.println("Hand this card to the registry: " + card);
        out.println("Its fingerprint, to be read over the telephone: " + Fingerprint.of(Files.readAllBytes(card)));
        Path registryKey = settings.registry().key();
        if (Files.exists(registryKey)) {
            out.println("The registry's key in %s has the fingerprint %s: ask the secretariat whether it is theirs"
                    .formatted(registryKey, Fingerprint.of(Files.readAllBytes(registryKey))));
        } else {
            out.println("The registry's key is not here yet; the secretariat hands it over: " + registryKey);
        }
        return makeAdministrator(settings, administrator, clock, opened, out);
    }

    private static int makeAdministrator(
            NodeSettings settings, String administrator, Clock clock, Opened opened, PrintStream out)
            throws IOException, SQLException {
        Database database = opened.add(Database.open(settings));
        GroupedTransactions transactions = opened.add(new GroupedTransactions(database.dataSource()));
        Migrations.run(database.dataSource(), List.of("web"));
        return makeAdministrator(
                People.of(transactions, settings.state(), clock).accounts(), settings, administrator, out);
    }

    private static Path writeCard(NodeSettings settings) throws IOException {
        var address = NodeKeys.load(settings).address(settings);
        JsonMapper json = new JsonMapper();
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("letters", address.letters().toString());
        card.put("web", address.web().toString());
        card.put("ledgerOrigin", address.ledgerOrigin());
        card.put("ledgerKey", address.ledgerKey());
        card.put("cosignerKeys", address.cosignerKeys());
        card.put("sealingKeys", address.sealingKeys());
        card.put("rootCertificate", address.rootCertificate());
        card.put("encryptionKey", json.readTree(address.encryptionKey()));
        Path file = settings.data().resolve("node-card.json");
        Files.writeString(file, json.writerWithDefaultPrettyPrinter().writeValueAsString(card));
        return file;
    }

    private static int makeAdministrator(
            Accounts accounts, NodeSettings settings, String administrator, PrintStream out) throws IOException {
        Accounts.Created made = accounts.create(new Accounts.NewAccount(
                administrator,
                administrator,
                Set.of(Role.ADMINISTRATOR),
                settings.language(),
                settings.zone(),
                Optional.of(password(administrator))));
        return switch (made) {
            case Accounts.Created.Done(var _) -> {
                out.println("The administrator " + administrator + " can sign in");
                yield 0;
            }
            case Accounts.Created.NameTaken() -> {
                out.println("There is an account named " + administrator + " already; nothing was changed");
                yield 1;
            }
            case Accounts.Created.PasswordTooShort(int shortest) -> {
                out.println("A password has at least " + shortest + " characters; no account was made");
                yield 1;
            }
        };
    }

    /// Asked for at the terminal without showing it; read as one line where there is no terminal.
    private static String password(String administrator) throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("Password for %s: ", administrator);
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
