package comity.web.people;

import comity.web.people.Sessions.Standing;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/// What the warning before the end of a session asks for: some time more.
@Controller
public class SessionPages {
    private final SessionCookie cookie;
    private final Clock clock;

    public SessionPages(SessionCookie cookie, Clock clock) {
        this.cookie = cookie;
        this.clock = clock;
    }

    /// Puts the end off and says in how many seconds it comes now.
    @PostMapping("/session/extend")
    ResponseEntity<String> extend(HttpServletRequest call) {
        return cookie.extend(call) instanceof Standing.SignedIn(var _, Instant until)
                ? ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(Long.toString(
                                Duration.between(clock.instant(), until).toSeconds()))
                : ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
    }
}
