package comity.evidence.signature;

/// Signs a seal.
@FunctionalInterface
public interface SealSigner {
    /// A detached signature over some bytes, as CMS (RFC 5652) in DER.
    ///
    /// @throws comity.evidence.EvidenceRefused when no signature or no time-stamp can be had
    byte[] sign(byte[] content);
}
