package comity.vault.exhibits;

import comity.evidence.age.Identity;
import comity.evidence.age.Recipient;
import comity.evidence.signature.SealSigner;
import java.util.List;

/// With what a State's exhibits are signed and opened.
///
/// @param identities open what was sealed for this State: the present key first, older ones after it
/// @param recipients the halves that the directory publishes
/// @param signer signs what this State seals
public record SealingKeys(List<Identity> identities, List<Recipient> recipients, SealSigner signer) {
    public SealingKeys {
        identities = List.copyOf(identities);
        recipients = List.copyOf(recipients);
    }
}
