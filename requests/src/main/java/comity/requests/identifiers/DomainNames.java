package comity.requests.identifiers;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/// Domain names, in the letters people see and in the form the name system uses (UTS 46, RFC 5891).
final class DomainNames {
    private static final IDNA NAMES = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.USE_STD3_RULES);

    private static final int LONGEST = 253;

    private DomainNames() {}

    /// @param ascii as the name system has it, for example `xn--bcher-kva.example`
    /// @param seen as people see it, for example `bücher.example`
    record Name(String ascii, String seen) {
        boolean isWritten() {
            return !ascii.equals(seen);
        }
    }

    /// Reads a name with at least two labels, or nothing.
    static Optional<Name> read(String text) {
        String bare = Cleaning.lower(text.replaceFirst("[.\\u3002\\uFF0E\\uFF61]$", ""));
        if (bare.length() > LONGEST) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = NAMES.nameToASCII(bare, new StringBuilder(), info);
        IDNA.Info back = new IDNA.Info();
        StringBuilder seen = NAMES.nameToUnicode(bare, new StringBuilder(), back);
        boolean whole = !info.hasErrors() && !back.hasErrors() && ascii.length() <= LONGEST;
        boolean named = ascii.indexOf(".") > 0 && !ascii.toString().matches(".*\\.[0-9]+");
        return whole && named ? Optional.of(new Name(ascii.toString(), seen.toString())) : Optional.empty();
    }

    static void check(String value, Findings findings) {
        String host = value;
        if (value.matches("(?i)[a-z]+://.*")) {
            host = value.replaceFirst("(?i)^[a-z]+://", "").replaceFirst("[/?#:].*$", "");
            findings.advises("domain-from-address", "value", host);
        }
        if (InternetAddress.ofIpv4(host).isPresent()) {
            findings.blocks("identifier-type-differs", "value", host, "found", IdentifierType.IPV4.code());
            return;
        }
        Optional<Name> name = read(host);
        if (name.isEmpty()) {
            findings.blocks("domain-malformed", "value", host);
            return;
        }
        findings.normalised(name.get().ascii());
        show(name.get(), findings);
    }

    /// Shows a name's letters, and what they can be taken for.
    static void show(Name name, Findings findings) {
        if (name.isWritten()) {
            findings.decoded(name.seen())
                    .part("domain", name.seen())
                    .advises("domain-decoded", "ascii", name.ascii(), "seen", name.seen());
        } else {
            findings.part("domain", name.ascii());
        }
        Lookalikes.checkDomain(name.seen(), findings);
        if (name.ascii().endsWith(".onion")) {
            findings.warns("domain-has-no-provider", "value", name.ascii());
        }
    }
}
