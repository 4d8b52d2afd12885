package comity.node.main;

import comity.node.settings.BadSettings;
import comity.node.settings.FirstAccount;
import comity.node.settings.NodeSettings;
import comity.node.settings.SettingFault;
import comity.web.people.AccessTokens;
import comity.web.people.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// Makes the accounts of a drill and leaves their tokens in a file beside the data. Only a drill's node does so:
/// outside one there is no password that anybody else could know.
final class FirstAccounts {
    /// As long as the certificates of a drill: its time may be moved forward by months.
    private static final Duration LIFE = Duration.ofDays(731);

    private FirstAccounts() {}

    static void make(ApplicationContext pages, NodeSettings settings, Path file) throws IOException {
        if (!settings.drill()) {
            throw new BadSettings(file, SettingFault.ofFile("accounts-drill"));
        }
        Path tokenFile = settings.data().resolve("tokens.json");
        if (Files.exists(tokenFile)) {
            return;
        }
        Accounts accounts = pages.getBean(Accounts.class);
        AccessTokens tokens = pages.getBean(AccessTokens.class);
        Map<String, String> issued = new HashMap<>();
        for (FirstAccount wanted : FirstAccount.read(file)) {
            UUID person = make(accounts, settings, wanted);
            issued.put(wanted.signIn(), tokens.issue(person, Set.of(wanted.role()), LIFE, "drill"));
        }
        Files.writeString(tokenFile, new JsonMapper().writeValueAsString(issued));
    }

    private static UUID make(Accounts accounts, NodeSettings settings, FirstAccount wanted) {
        Accounts.Created made = accounts.create(new Accounts.NewAccount(
                wanted.signIn(),
                wanted.signIn(),
                Set.of(wanted.role()),
                wanted.language(),
                settings.zone(),
                Optional.of(wanted.password()),
                wanted.speaksFor()));
        return switch (made) {
            case Accounts.Created.Done(UUID id) -> id;
            case Accounts.Created.NameTaken() ->
                accounts.findBySignInName(wanted.signIn()).orElseThrow().id();
            case Accounts.Created.PasswordTooShort(int shortest) ->
                throw new IllegalArgumentException(
                        wanted.signIn() + ": a password has at least " + shortest + " characters");
        };
    }
}
