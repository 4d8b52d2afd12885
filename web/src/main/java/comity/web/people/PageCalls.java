package comity.web.people;

import comity.kernel.Utf8;
import comity.web.Person;
import comity.web.people.Sessions.Standing;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.util.Set;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// Who calls the contract from a page of ours: by the cookie of their session, and with the token of the page in the
/// field `X-XSRF-TOKEN`, which the page of a stranger cannot know.
public final class PageCalls {
    private static final Set<String> CHANGE_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

    private final XorCsrfTokenRequestAttributeHandler masks = new XorCsrfTokenRequestAttributeHandler();
    private final SessionCookie sessions;
    private final FormTokens forms;

    public PageCalls(SessionCookie sessions, FormTokens forms) {
        this.sessions = sessions;
        this.forms = forms;
    }

    /// Who calls.
    public sealed interface Caller {
        /// Somebody who is signed in, from a page of ours.
        record Known(Person person) implements Caller {}

        /// The browser of somebody who is signed in, but not from a page that they were given now.
        record FromElsewhere() implements Caller {}

        /// Nobody is signed in.
        record Nobody() implements Caller {}
    }

    public Caller caller(HttpServletRequest call) {
        if (!(sessions.standing(call) instanceof Standing.SignedIn(Person person, var _))) {
            return new Caller.Nobody();
        }
        return CHANGE_NOTHING.contains(call.getMethod()) || bearsToken(call)
                ? new Caller.Known(person)
                : new Caller.FromElsewhere();
    }

    private boolean bearsToken(HttpServletRequest call) {
        CsrfToken wanted = forms.loadToken(call);
        if (wanted == null || call.getHeader(FormTokens.HEADER) == null) {
            return false;
        }
        String given = masks.resolveCsrfTokenValue(call, wanted);
        return given != null && MessageDigest.isEqual(Utf8.bytes(given), Utf8.bytes(wanted.getToken()));
    }
}
