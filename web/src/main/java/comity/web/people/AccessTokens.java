package comity.web.people;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.TimeOrderedId;
import comity.web.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The tokens by which programs act for a person. A token never allows more than its person is allowed today.
public final class AccessTokens {
    /// Tokens begin with this word, so that scanners find one that was put where it does not belong.
    public static final String PREFIX = "comity_";

    private final AccountBook book;
    private final Accounts accounts;
    private final Clock clock;

    public AccessTokens(AccountBook book, Accounts accounts, Clock clock) {
        this.book = book;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Makes a token and gives it out this once.
    public String issue(UUID account, Set<Role> roles, Duration life, String label) {
        String secret = PREFIX + Secret.fresh();
        Instant now = clock.instant();
        book.addToken(
                Secret.key(secret),
                new AccessToken(TimeOrderedId.at(now), account, label, roles, now, now.plus(life), Optional.empty()));
        return secret;
    }

    /// Who acts with a token; empty for a token that is unknown, expired or revoked, or whose account is disabled.
    public Optional<Actor> holder(String token) {
        return book.token(Secret.key(token))
                .filter(known -> known.opensAt(clock.instant()))
                .flatMap(known -> accounts.person(known.account()).map(person -> actor(person, known.roles())));
    }

    public List<AccessToken> all() {
        return book.tokens();
    }

    public void revoke(UUID id) {
        book.revokeToken(id, clock.instant());
    }

    private static Actor actor(Person person, Set<Role> allowed) {
        Set<Role> both = new HashSet<>(person.roles());
        both.retainAll(allowed);
        return new Actor(person.id().toString(), person.state(), both);
    }
}
