package comity.requests.identifiers;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Mailboxes and the ids of messages.
final class MailAddresses {
    private static final Pattern WITH_NAME = Pattern.compile(".*<([^<>]+)>");
    private static final Pattern LOCAL_PART =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int LONGEST_LOCAL_PART = 64;

    private MailAddresses() {}

    static void checkAddress(String value, Findings findings) {
        String address = value.replaceFirst("^(?i)mailto:", "");
        Matcher named = WITH_NAME.matcher(address);
        if (named.matches()) {
            address = named.group(1).strip();
            findings.advises("display-name-dropped", "value", address);
        }
        int at = address.lastIndexOf('@');
        if (at < 0) {
            findings.blocks(address.matches(".*\\s.*") ? "display-name-only" : "email-malformed", "value", address);
            return;
        }
        String local = address.substring(0, at);
        Optional<DomainNames.Name> domain = DomainNames.read(address.substring(at + 1));
        if (domain.isEmpty()
                || local.length() > LONGEST_LOCAL_PART
                || !LOCAL_PART.matcher(local).matches()) {
            findings.blocks("email-malformed", "value", address);
            return;
        }
        findings.normalised(local + "@" + domain.get().ascii());
        Lookalikes.check(local, findings);
        DomainNames.show(domain.get(), findings);
        if (domain.get().isWritten()) {
            findings.decoded(local + "@" + domain.get().seen());
        }
    }

    /// RFC 5322, 3.6.4: one sign that the sending system makes unique, at its own name.
    static void checkMessageId(String value, Findings findings) {
        String bare = value.replaceFirst("^(?i)message-id\\s*:\\s*", "").replaceFirst("^<(.*)>$", "$1");
        if (!bare.matches("[^\\s<>@]+@[^\\s<>@]+")) {
            findings.blocks("message-id-malformed", "value", value);
            return;
        }
        findings.normalised("<" + bare + ">");
    }
}
