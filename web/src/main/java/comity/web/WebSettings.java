package comity.web;

import comity.kernel.Language;
import comity.kernel.StateCode;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;

/// What the pages of one node must know about it.
///
/// @param state the State whose node this is
/// @param nodeName the name shown at the foot of every page, for example `xa-1`
/// @param address where people reach the pages; its host is the passkey's relying party, its scheme decides whether
///     cookies are `Secure` and HSTS is sent
/// @param zone the State's time zone, used where a person has set none
/// @param language the State's own language for people who are not signed in and whose browser names none of the six
/// @param drill whether everything here is practice: pages and documents are striped `DRILL`
/// @param idle after how long without a call a person must sign in again
/// @param longest after how long a person must sign in again in any case
/// @param registry whether this is the registry, where nobody works on a case
/// @param demoSignIns whether the sign-in page may list the practice sign-ins; only ever true in a drill
public record WebSettings(
        StateCode state,
        String nodeName,
        URI address,
        ZoneId zone,
        Language language,
        boolean drill,
        Duration idle,
        Duration longest,
        boolean demoSignIns,
        boolean registry) {

    /// Half an hour idle, eight hours in all: one duty shift.
    public static WebSettings of(
            StateCode state, String nodeName, URI address, ZoneId zone, Language language, boolean drill) {
        return new WebSettings(
                state,
                nodeName,
                address,
                zone,
                language,
                drill,
                Duration.ofMinutes(30),
                Duration.ofHours(8),
                false,
                false);
    }

    /// The same, for the registry.
    public WebSettings ofTheRegistry() {
        return new WebSettings(state, nodeName, address, zone, language, drill, idle, longest, demoSignIns, true);
    }

    public WebSettings {
        if (demoSignIns && !drill) {
            throw new IllegalArgumentException("Practice sign-ins exist only in a drill");
        }
    }

    /// Whether people reach the pages over TLS.
    public boolean isSecure() {
        return "https".equals(address.getScheme());
    }
}
