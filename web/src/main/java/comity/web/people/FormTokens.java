package comity.web.people;

import comity.kernel.Utf8;
import comity.web.Person;
import comity.web.WebSettings;
import comity.web.people.Sessions.Standing;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/// The token in each form, which the page of a stranger cannot know.
///
/// Every browser has a secret of its own in a cookie, and the token is made from it, from the person and
/// from their session. So each sign-in has another token by itself, and the node remembers none of them.
/// Spring Security masks and compares them as it does its own.
///
/// A form of a page that was opened before, in another tab, bears the token of an earlier session. It
/// opens nothing, but it shows that this browser was given it, and for whom.
public final class FormTokens implements CsrfTokenRepository {
    static final String HEADER = "X-XSRF-TOKEN";
    static final String FIELD = "_csrf";
    private static final String FRESH = "comity.form-secret";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String MAC = "HmacSHA256";
    private static final int MAC_BYTES = 32;

    /// What a token says before its proof: an account and a tag of a session, each zero when there is
    /// none.
    private static final int SAID_BYTES = 32;

    private static final int TAG_BYTES = 16;
    private static final UUID NOBODY = new UUID(0, 0);

    private final XorCsrfTokenRequestAttributeHandler masks = new XorCsrfTokenRequestAttributeHandler();
    private final SessionCookie sessions;
    private final String name;
    private final boolean secure;

    public FormTokens(WebSettings settings, SessionCookie sessions) {
        String plain = "form-" + settings.state().code().toLowerCase(Locale.ROOT);
        this.sessions = sessions;
        this.secure = settings.isSecure();
        this.name = secure ? "__Host-" + plain : plain;
    }

    /// Where a form comes from, by the token it bears.
    sealed interface Origin {
        /// A page that this browser was given for a person.
        record PageOf(UUID person) implements Origin {}

        /// A page that this browser was given before anybody had signed in.
        record PageOfNobody() implements Origin {}

        /// Nothing that this browser was given.
        record Elsewhere() implements Origin {}
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest call) {
        String secret = Secret.fresh();
        call.setAttribute(FRESH, secret);
        return token(secret, call);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest call) {
        return secret(call).map(secret -> token(secret, call)).orElse(null);
    }

    /// Gives a browser its secret when it reads a page. A form that comes without one was perhaps sent
    /// by the page of a stranger, and must not make a browser forget the secret by which its own forms
    /// are known.
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest call, HttpServletResponse answer) {
        if (token != null && call.getAttribute(FRESH) instanceof String secret && !"POST".equals(call.getMethod())) {
            ResponseCookie cookie = ResponseCookie.from(name, secret)
                    .path("/")
                    .httpOnly(true)
                    .secure(secure)
                    .sameSite("Lax")
                    .build();
            answer.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    Origin origin(HttpServletRequest call) {
        Optional<String> secret = secret(call);
        Optional<byte[]> given = given(call);
        if (secret.isEmpty() || given.isEmpty()) {
            return new Origin.Elsewhere();
        }
        byte[] said = Arrays.copyOf(given.get(), SAID_BYTES);
        byte[] proof = Arrays.copyOfRange(given.get(), SAID_BYTES, SAID_BYTES + MAC_BYTES);
        if (!MessageDigest.isEqual(proof, proof(secret.get(), said))) {
            return new Origin.Elsewhere();
        }
        ByteBuffer account = ByteBuffer.wrap(said);
        UUID person = new UUID(account.getLong(), account.getLong());
        return person.equals(NOBODY) ? new Origin.PageOfNobody() : new Origin.PageOf(person);
    }

    /// The token that came with a form, without its mask.
    private Optional<byte[]> given(HttpServletRequest call) {
        CsrfToken asLong = token("", NOBODY, new byte[TAG_BYTES]);
        try {
            return Optional.ofNullable(masks.resolveCsrfTokenValue(call, asLong))
                    .map(Base64.getUrlDecoder()::decode)
                    .filter(bytes -> bytes.length == SAID_BYTES + MAC_BYTES);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /// The token of the session that a call belongs to; one that has run out still has its own, so that
    /// what was typed in it is known.
    private CsrfToken token(String secret, HttpServletRequest call) {
        return switch (sessions.standing(call)) {
            case Standing.SignedIn(Person person, var _) -> token(secret, person.id(), tag(secret, call));
            case Standing.RunOut(UUID account) -> token(secret, account, tag(secret, call));
            case Standing.Unknown() -> token(secret, NOBODY, new byte[TAG_BYTES]);
        };
    }

    private static CsrfToken token(String secret, UUID account, byte[] tag) {
        byte[] said = ByteBuffer.allocate(SAID_BYTES)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .put(tag)
                .array();
        byte[] whole = ByteBuffer.allocate(SAID_BYTES + MAC_BYTES)
                .put(said)
                .put(proof(secret, said))
                .array();
        return new DefaultCsrfToken(
                HEADER, FIELD, Base64.getUrlEncoder().withoutPadding().encodeToString(whole));
    }

    /// Tells one session from another without telling anything about it.
    private byte[] tag(String secret, HttpServletRequest call) {
        byte[] session = Utf8.bytes(sessions.secret(call).orElse(""));
        return Arrays.copyOf(mac(secret, "session", session), TAG_BYTES);
    }

    private static byte[] proof(String secret, byte[] said) {
        return mac(secret, "form", said);
    }

    private static byte[] mac(String secret, String use, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(Utf8.bytes("comity " + use + " " + secret), MAC));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    private Optional<String> secret(HttpServletRequest call) {
        if (call.getAttribute(FRESH) instanceof String fresh) {
            return Optional.of(fresh);
        }
        return Arrays.stream(Optional.ofNullable(call.getCookies()).orElse(new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .filter(value -> SECRET.matcher(value).matches())
                .findFirst();
    }
}
