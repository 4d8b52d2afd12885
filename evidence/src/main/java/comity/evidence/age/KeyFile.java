package comity.evidence.age;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The file in which age keeps a secret key: the half to give away in a remark, the secret on a line of its own.
public final class KeyFile {
    private static final String PUBLIC_KEY = "# public key: ";

    private final List<Identity> identities;
    private final List<Recipient> recipients;

    private KeyFile(List<Identity> identities, List<Recipient> recipients) {
        this.identities = identities;
        this.recipients = recipients;
    }

    /// The text to be written to a file that its owner alone may read.
    public static String write(Identity.Drawn drawn, Instant created) {
        return "# created: " + created.truncatedTo(ChronoUnit.SECONDS) + "\n" + PUBLIC_KEY
                + drawn.recipient().text() + "\n" + drawn.identity().reveal() + "\n";
    }

    /// Reads such a file, also with several keys.
    ///
    /// @throws comity.evidence.EvidenceRefused as [Identity#parseFile] and [Recipient#parse]
    public static KeyFile read(String content) {
        List<Recipient> recipients = content.lines()
                .filter(line -> line.startsWith(PUBLIC_KEY))
                .map(line -> Recipient.parse(line.substring(PUBLIC_KEY.length())))
                .toList();
        return new KeyFile(Identity.parseFile(content), recipients);
    }

    /// The secrets. They do not print themselves.
    public List<Identity> identities() {
        return identities;
    }

    /// What may be given away, as the remarks say.
    public List<Recipient> recipients() {
        return recipients;
    }
}
