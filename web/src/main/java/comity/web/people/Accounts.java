package comity.web.people;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.web.Person;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The State's account book: who may sign in, and as what.
public final class Accounts {
    /// The shortest password taken; length is what counts (NIST SP 800-63B-4, 3.1.1.2).
    public static final int SHORTEST_PASSWORD = 15;

    private final AccountBook book;
    private final PasswordEncoder encoder;
    private final StateCode state;
    private final Clock clock;

    public Accounts(AccountBook book, PasswordEncoder encoder, StateCode state, Clock clock) {
        this.book = book;
        this.encoder = encoder;
        this.state = state;
        this.clock = clock;
    }

    /// A new person.
    ///
    /// @param password empty when the person will sign in by passkey only
    /// @param speaksFor at the registry, the State whose mission this is
    public record NewAccount(
            String signInName,
            String displayName,
            Set<Role> roles,
            Language language,
            ZoneId zone,
            Optional<String> password,
            Optional<StateCode> speaksFor) {
        /// Somebody who speaks for this node's own State, or for nobody.
        public NewAccount(
                String signInName,
                String displayName,
                Set<Role> roles,
                Language language,
                ZoneId zone,
                Optional<String> password) {
            this(signInName, displayName, roles, language, zone, password, Optional.empty());
        }
    }

    /// What came of making an account.
    public sealed interface Created {
        record Done(UUID id) implements Created {}

        record NameTaken() implements Created {}

        record PasswordTooShort(int shortest) implements Created {}
    }

    public Created create(NewAccount wanted) {
        if (wanted.password().filter(Accounts::tooShort).isPresent()) {
            return new Created.PasswordTooShort(SHORTEST_PASSWORD);
        }
        Account account = new Account(
                TimeOrderedId.at(clock.instant()),
                spelled(wanted.signInName()),
                wanted.displayName(),
                wanted.roles(),
                wanted.language(),
                wanted.zone(),
                wanted.password().map(this::hashed),
                clock.instant(),
                Optional.empty(),
                wanted.speaksFor());
        return book.add(account) ? new Created.Done(account.id()) : new Created.NameTaken();
    }

    public Optional<Account> find(UUID id) {
        return book.find(id);
    }

    public Optional<Account> findBySignInName(String typed) {
        return book.findBySignInName(spelled(typed));
    }

    public List<Account> all() {
        return book.all();
    }

    /// The person behind an account that is not disabled.
    public Optional<Person> person(UUID id) {
        return book.find(id).filter(account -> !account.isDisabled()).map(this::person);
    }

    Person person(Account account) {
        return new Person(
                account.id(),
                account.signInName(),
                account.displayName(),
                account.speaksFor().orElse(state),
                account.roles(),
                account.language(),
                account.zone());
    }

    public void changeRoles(UUID id, Set<Role> roles) {
        book.find(id).ifPresent(account -> book.change(account.with(roles)));
    }

    public void changeLanguage(UUID id, Language language) {
        book.find(id).ifPresent(account -> book.change(account.with(language)));
    }

    /// Gives a new password and ends every session that the old one opened; false when it is too short.
    public boolean changePassword(UUID id, String password) {
        if (tooShort(password)) {
            return false;
        }
        book.find(id).ifPresent(account -> book.change(account.withPasswordHash(hashed(password))));
        book.endSessions(id, clock.instant());
        return true;
    }

    /// Closes an account and ends its sessions at once. Its tokens open nothing from now on either.
    public void disable(UUID id) {
        book.find(id).ifPresent(account -> book.change(account.disabled(Optional.of(clock.instant()))));
        book.endSessions(id, clock.instant());
    }

    public void enable(UUID id) {
        book.find(id).ifPresent(account -> book.change(account.disabled(Optional.empty())));
    }

    private String hashed(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("The password encoder gave no hash");
        }
        return hash;
    }

    private static boolean tooShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST_PASSWORD;
    }

    private static String spelled(String signInName) {
        return signInName.strip().toLowerCase(Locale.ROOT);
    }
}
