package comity.web.people;

import comity.kernel.Role;
import comity.kernel.TimeOrderedId;
import comity.web.Person;
import comity.web.WebSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who is signed in, in which browser. Sessions live in the database, so a restart of the node signs
/// nobody out, and a disabled account is out at its next call.
public final class Sessions {
    /// A forgotten session is remembered this long, so that a form sent too late still finds its person.
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

    /// How often the longest length may be put off, by the idle time each; WCAG 2.2.1 asks for ten.
    private static final int MOST_EXTENSIONS = 10;

    private final AccountBook book;
    private final Accounts accounts;
    private final WebSettings settings;
    private final Clock clock;

    public Sessions(AccountBook book, Accounts accounts, WebSettings settings, Clock clock) {
        this.book = book;
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    /// What a cookie says about the reader.
    public sealed interface Standing {
        record SignedIn(Person person, Instant until) implements Standing {}

        /// The cookie was good once: the person must sign in again, and what they send meanwhile is
        /// kept.
        record RunOut(UUID account) implements Standing {}

        record Unknown() implements Standing {}
    }

    /// Signs a person in and gives the value for the cookie. Every sign-in has a new one.
    public String begin(UUID account) {
        String secret = Secret.fresh();
        Instant now = clock.instant();
        book.addSession(Secret.key(secret), new Session(account, now, now, 0, Optional.empty()));
        book.forgetBefore(now.minus(REMEMBERED));
        return secret;
    }

    public Standing standing(String cookie) {
        byte[] key = Secret.key(cookie);
        Optional<Session> session =
                book.session(key).filter(known -> known.endedAt().isEmpty());
        Optional<Person> person = session.flatMap(known -> accounts.person(known.account()));
        if (session.isEmpty() || person.isEmpty()) {
            return new Standing.Unknown();
        }
        if (!clock.instant().isBefore(end(session.get(), person.get()))) {
            return new Standing.RunOut(session.get().account());
        }
        return new Standing.SignedIn(person.get(), end(seen(key, session.get()), person.get()));
    }

    /// A call shows that somebody is there; it is written down once a minute.
    private Session seen(byte[] key, Session session) {
        Instant now = clock.instant();
        if (!session.seenAt().plus(SEEN_STEP).isBefore(now)) {
            return session;
        }
        book.sessionSeen(key, now);
        return session.seen(now);
    }

    /// Puts the end of a session off, because its person asked for it in time.
    public Standing extend(String cookie) {
        if (standing(cookie) instanceof Standing.SignedIn) {
            byte[] key = Secret.key(cookie);
            Instant wanted = clock.instant().plus(settings.idle());
            book.session(key)
                    .filter(session -> session.extensions() < MOST_EXTENSIONS
                            && longest(session).isBefore(wanted))
                    .ifPresent(_ -> book.extendSession(key));
        }
        return standing(cookie);
    }

    public void end(String cookie) {
        book.endSession(Secret.key(cookie), clock.instant());
    }

    /// Keeps a form that came from a page of an earlier session; gives the id by which it is offered
    /// back. Nothing is kept for an account that is closed.
    Optional<UUID> keep(UUID account, String path, Map<String, List<String>> fields) {
        if (accounts.person(account).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        KeptForm form = new KeptForm(TimeOrderedId.at(now), account, path, fields, now);
        book.keep(form);
        return Optional.of(form.id());
    }

    public Optional<KeptForm> kept(UUID id, UUID account) {
        return book.kept(id, account);
    }

    public void forgetKept(UUID id, UUID account) {
        book.forgetKept(id, account);
    }

    /// A duty officer watches a page for hours without touching it, so only the length of the shift ends
    /// their session.
    private Instant end(Session session, Person person) {
        Instant longest = longest(session);
        Instant idle = session.seenAt().plus(settings.idle());
        return person.is(Role.DUTY_OFFICER) || longest.isBefore(idle) ? longest : idle;
    }

    private Instant longest(Session session) {
        return session.startedAt().plus(settings.longest()).plus(settings.idle().multipliedBy(session.extensions()));
    }
}
