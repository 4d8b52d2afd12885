package comity.web.people;

import comity.web.Person;
import comity.web.people.FormTokens.Origin;
import comity.web.people.Sessions.Standing;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfToken;

/// Takes a form of a page that its person opened before they signed in, again or out in another tab. It
/// is not carried out; it is kept and offered back to the same person, and is no attempt that oversight
/// should read of.
///
/// What a stranger made, and what was written as somebody else, goes to the handler behind: it is
/// refused and noted.
public final class EarlierForms implements AccessDeniedHandler {
    private final SessionCookie cookie;
    private final FormTokens tokens;
    private final SignInGuard guard;
    private final AccessDeniedHandler behind;

    public EarlierForms(SessionCookie cookie, FormTokens tokens, SignInGuard guard, AccessDeniedHandler behind) {
        this.cookie = cookie;
        this.tokens = tokens;
        this.guard = guard;
        this.behind = behind;
    }

    @Override
    public void handle(HttpServletRequest call, HttpServletResponse answer, AccessDeniedException refused)
            throws IOException, ServletException {
        Optional<UUID> person = refused instanceof CsrfException ? whose(call) : Optional.empty();
        if (person.isEmpty()) {
            behind.handle(call, answer, refused);
        } else if (!SignInGuard.isForm(call)) {
            sendAgain(call, answer);
        } else if (cookie.standing(call) instanceof Standing.SignedIn(Person reader, var _)) {
            guard.offerBack(reader, call, answer);
        } else {
            guard.askToSignIn(person.get(), call, answer);
        }
    }

    /// The person whose earlier page it was, unless somebody else is signed in now.
    private Optional<UUID> whose(HttpServletRequest call) {
        Standing now = cookie.standing(call);
        return switch (tokens.origin(call)) {
            case Origin.Elsewhere() -> Optional.empty();
            case Origin.PageOf(UUID person) ->
                Optional.of(person)
                        .filter(_ -> !(now instanceof Standing.SignedIn(Person reader, var _))
                                || reader.id().equals(person));
            case Origin.PageOfNobody() ->
                switch (now) {
                    case Standing.SignedIn(Person reader, var _) -> Optional.of(reader.id());
                    case Standing.RunOut(UUID account) -> Optional.of(account);
                    case Standing.Unknown() -> Optional.empty();
                };
        };
    }

    /// A script of the page gets the token of now, and asks again with it; no other site can read the
    /// answer.
    private static void sendAgain(HttpServletRequest call, HttpServletResponse answer) {
        if (call.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            answer.setHeader(FormTokens.HEADER, token.getToken());
        }
        answer.setStatus(HttpStatus.CONFLICT.value());
    }
}
