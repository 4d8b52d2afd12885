package comity.evidence.signature;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// What there is to say about a signature.
///
/// @param integrity whether the signature is over this content
/// @param signer whether a root that the verifier brought vouches for the signer
/// @param certificate the signer's, once the signature is known to be made with it
/// @param time whether somebody else vouches for the time
/// @param signedAt the time that is vouched for, or else the one that the signer wrote
public record SignatureFinding(
        Answer integrity,
        Answer signer,
        Optional<X509Certificate> certificate,
        Answer time,
        Optional<Instant> signedAt) {
    /// The subject of the signer's certificate, as it says itself.
    public Optional<String> signerName() {
        return certificate.map(held -> BCStyle.INSTANCE.toString(
                X500Name.getInstance(held.getSubjectX500Principal().getEncoded())));
    }

    /// An answer and its reason.
    ///
    /// @param code the stable word for the reason when it is not [Kind#YES]
    public record Answer(Kind kind, String code) {
        static final Answer YES = new Answer(Kind.YES, "");

        static Answer no(String code) {
            return new Answer(Kind.NO, code);
        }

        static Answer unknown(String code) {
            return new Answer(Kind.UNKNOWN, code);
        }

        static Answer absent(String code) {
            return new Answer(Kind.ABSENT, code);
        }
    }

    /// Yes, no, or why neither.
    public enum Kind {
        YES,
        NO,
        /// What is needed to tell is missing.
        UNKNOWN,
        /// There is nothing to tell.
        ABSENT
    }
}
