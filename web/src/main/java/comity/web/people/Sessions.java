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

/// Who is signed in, in which browser. Sessions live in the database, so a restart of the node signs nobody out, and a
/// disabled account is out at its next call.
public final class Sessions {
    /// A forgotten session is remembered this long, so that a form sent too late still finds its person.
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private static final Duration SEEN_STEP = Duration.ofMinutes(1);

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

        /// The cookie was good once: the person must sign in again, and what they send meanwhile is kept.
        record RunOut(UUID account) implements Standing {}

        record Unknown() implements Standing {}
    }

    /// Signs a person in and gives the value for the cookie. Every sign-in has a new one.
    public String begin(UUID account) {
        String secret = Secret.fresh();
        Instant now = clock.instant();
        book.addSession(Secret.key(secret), new Session(account, now, now, Optional.empty()));
        book.forgetBefore(now.minus(REMEMBERED));
        return secret;
    }

    public Standing standing(String cookie) {
        byte[] key = Secret.key(cookie);
        Optional<Session> session = book.session(key);
        if (session.isEmpty()) {
            return new Standing.Unknown();
        }
        Instant now = clock.instant();
        if (session.get().endedAt().isPresent()) {
            return new Standing.Unknown();
        }
        Optional<Person> person = accounts.person(session.get().account());
        if (person.isEmpty()) {
            return new Standing.Unknown();
        }
        Instant until = end(session.get(), person.get());
        if (!now.isBefore(until)) {
            return new Standing.RunOut(session.get().account());
        }
        if (session.get().seenAt().plus(SEEN_STEP).isBefore(now)) {
            book.sessionSeen(key, now);
        }
        return new Standing.SignedIn(person.get(), until);
    }

    public void end(String cookie) {
        book.endSession(Secret.key(cookie), clock.instant());
    }

    /// Keeps a form that came after the session had run out; gives the id by which it is offered back.
    public UUID keep(UUID account, String path, Map<String, List<String>> fields) {
        Instant now = clock.instant();
        KeptForm form = new KeptForm(TimeOrderedId.at(now), account, path, fields, now);
        book.keep(form);
        return form.id();
    }

    public Optional<KeptForm> takeKept(UUID id, UUID account) {
        return book.takeKept(id, account);
    }

    /// A duty officer watches a page for hours without touching it, so only the length of the shift ends their
    /// session.
    private Instant end(Session session, Person person) {
        if (person.is(Role.DUTY_OFFICER)) {
            return session.startedAt().plus(settings.longest());
        }
        Instant idle = session.seenAt().plus(settings.idle());
        Instant longest = session.startedAt().plus(settings.longest());
        return idle.isBefore(longest) ? idle : longest;
    }
}
