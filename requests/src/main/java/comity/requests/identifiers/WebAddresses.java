package comity.requests.identifiers;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Addresses of profiles and of single posts, pictures or files.
final class WebAddresses {
    private static final Pattern FORM =
            Pattern.compile("(?i)(https?)://(?:([^/?#@]*)@)?([^/?#:@\\[]+|\\[[^]]+])(:[0-9]{1,5})?([/?#].*)?");
    private static final Pattern WITHOUT_SCHEME = Pattern.compile("(?i)[^\\s/:@]+\\.[^\\s/:@]+(?:[/?#]\\S*)?");

    /// Addresses that only send on to another one.
    private static final Set<String> SHORTENERS = Set.of(
            "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "is.gd", "buff.ly", "cutt.ly", "rebrand.ly", "t.ly");

    private WebAddresses() {}

    static void check(String value, Findings findings) {
        String whole = value;
        if (WITHOUT_SCHEME.matcher(value).matches()) {
            whole = "https://" + value;
            findings.advises("url-scheme-added", "value", whole);
        }
        Matcher parts = FORM.matcher(whole);
        if (!parts.matches() || whole.matches(".*\\s.*")) {
            findings.blocks(value.matches("[^:/]*\\s[^:/]*") ? "display-name-only" : "url-malformed", "value", value);
            return;
        }
        if (parts.group(2) != null) {
            findings.warns("url-with-credentials", "value", withoutCredentials(parts));
        }
        host(parts, findings);
        path(parts, findings);
    }

    private static void host(Matcher parts, Findings findings) {
        String host = parts.group(3);
        Optional<DomainNames.Name> name = DomainNames.read(host);
        boolean address = InternetAddress.ofIpv4(host).isPresent()
                || InternetAddress.ofIpv6(host.replaceAll("[\\[\\]]", "")).isPresent();
        if (name.isEmpty() && !address) {
            findings.blocks("url-malformed", "value", parts.group());
            return;
        }
        String ascii = name.map(DomainNames.Name::ascii).orElse(host);
        findings.normalised(assembled(parts, ascii));
        name.ifPresent(found -> {
            DomainNames.show(found, findings);
            if (found.isWritten()) {
                findings.decoded(assembled(parts, found.seen()));
            }
            if (SHORTENERS.contains(found.ascii())) {
                findings.warns("url-shortened", "value", found.ascii());
            }
        });
    }

    /// The front page of a platform names nobody.
    private static void path(Matcher parts, Findings findings) {
        @org.jspecify.annotations.Nullable String rest = parts.group(5);
        if (rest == null || rest.matches("/?(#.*)?")) {
            findings.warns("url-names-nobody", "value", parts.group());
        }
    }

    private static String withoutCredentials(Matcher parts) {
        return assembled(parts, parts.group(3));
    }

    private static String assembled(Matcher parts, String host) {
        String port = parts.group(4) == null ? "" : parts.group(4);
        String rest = parts.group(5) == null ? "" : parts.group(5);
        return Cleaning.lower(parts.group(1)) + "://" + host + port + rest;
    }
}
