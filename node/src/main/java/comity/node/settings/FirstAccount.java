package comity.node.settings;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An account that a drill's node makes at its start. A node outside a drill has no such file: its administrator is
/// made by hand (`comity init`) and makes the others.
///
/// @param speaksFor at the registry, the State whose mission this is
public record FirstAccount(
        String signIn, Role role, Language language, String password, Optional<StateCode> speaksFor) {
    private static final JsonMapper JSON = new JsonMapper();

    public static List<FirstAccount> read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file))
                .valueStream()
                .map(FirstAccount::of)
                .toList();
    }

    public static void write(Path file, List<FirstAccount> accounts) throws IOException {
        Folders.makeFor(file);
        Files.writeString(
                file,
                JSON.writeValueAsString(accounts.stream()
                        .map(account -> Map.of(
                                "signIn",
                                account.signIn,
                                "role",
                                account.role.code(),
                                "language",
                                account.language.tag(),
                                "password",
                                account.password,
                                "speaksFor",
                                account.speaksFor.map(StateCode::code).orElse("")))
                        .toList()));
    }

    private static FirstAccount of(JsonNode row) {
        return new FirstAccount(
                row.path("signIn").asString(),
                Role.ofCode(row.path("role").asString()).orElseThrow(),
                Language.ofTag(row.path("language").asString()).orElseThrow(),
                row.path("password").asString(),
                Optional.of(row.path("speaksFor").asString(""))
                        .filter(code -> !code.isEmpty())
                        .map(StateCode::new));
    }
}
