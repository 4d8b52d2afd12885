package comity.node.main;

import comity.cli.words.Texts;
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
    static int run(Path config, Optional<String> administrator, PrintStream out, Texts texts)
            throws IOException, SQLException {
        NodeSettings settings = SettingsFile.read(config);
        return switch (settings.part()) {
            case REGISTRY -> {
                try (Opened opened = new Opened()) {
                    yield registry(settings, administrator, NodeTime.of(settings, opened), opened, out, texts);
                }
            }
            case STATE -> {
                if (administrator.isEmpty()) {
                    out.println(texts.say("init.name-administrator"));
                    yield 2;
                }
                try (Opened opened = new Opened()) {
                    yield state(settings, administrator.get(), NodeTime.of(settings, opened), opened, out, texts);
                }
            }
        };
    }

    private static int registry(
            NodeSettings settings,
            Optional<String> administrator,
            Clock clock,
            Opened opened,
            PrintStream out,
            Texts texts)
            throws IOException, SQLException {
        RegistryKeys.makeWhereAbsent(settings);
        out.println(texts.say("init.keys", settings.keys()));
        out.println(texts.say("init.hand-key", settings.registry().key()));
        out.println(texts.say("init.fingerprint", RegistryKeys.load(settings).fingerprint()));
        if (administrator.isEmpty()) {
            out.println(texts.say("init.nobody"));
            return 0;
        }
        return makeAdministrator(settings, administrator.get(), clock, opened, out, texts);
    }

    private static int state(
            NodeSettings settings, String administrator, Clock clock, Opened opened, PrintStream out, Texts texts)
            throws IOException, SQLException {
        NodeKeys.makeWhereAbsent(settings, clock.instant());
        out.println(texts.say("init.keys", settings.keys()));
        Path card = writeCard(settings);
        out.println(texts.say("init.hand-card", card));
        out.println(texts.say("init.fingerprint", Fingerprint.of(Files.readAllBytes(card))));
        Path registryKey = settings.registry().key();
        if (Files.exists(registryKey)) {
            out.println(texts.say("init.registry-key", registryKey, Fingerprint.of(Files.readAllBytes(registryKey))));
        } else {
            out.println(texts.say("init.registry-key-missing", registryKey));
        }
        return makeAdministrator(settings, administrator, clock, opened, out, texts);
    }

    private static int makeAdministrator(
            NodeSettings settings, String administrator, Clock clock, Opened opened, PrintStream out, Texts texts)
            throws IOException, SQLException {
        Database database = opened.add(Database.open(settings));
        GroupedTransactions transactions = opened.add(new GroupedTransactions(database.dataSource()));
        Migrations.run(database.dataSource(), List.of("web"));
        return makeAdministrator(
                People.of(transactions, settings.state(), clock).accounts(), settings, administrator, out, texts);
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
            Accounts accounts, NodeSettings settings, String administrator, PrintStream out, Texts texts)
            throws IOException {
        Accounts.Created made = accounts.create(new Accounts.NewAccount(
                administrator,
                administrator,
                Set.of(Role.ADMINISTRATOR),
                settings.language(),
                settings.zone(),
                Optional.of(password(administrator, texts))));
        return switch (made) {
            case Accounts.Created.Done(var _) -> {
                out.println(texts.say("init.administrator-made", administrator));
                yield 0;
            }
            case Accounts.Created.NameTaken() -> {
                out.println(texts.say("init.administrator-there", administrator));
                yield 1;
            }
            case Accounts.Created.PasswordTooShort(int shortest) -> {
                out.println(texts.say("init.password-short", String.valueOf(shortest)));
                yield 1;
            }
        };
    }

    /// Asked for at the terminal without showing it; read as one line where there is no terminal.
    private static String password(String administrator, Texts texts) throws IOException {
        Console console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("%s", texts.say("init.password", administrator));
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
