package comity.evidence.signature;

/// Somebody else who vouches for the time (RFC 3161).
@FunctionalInterface
public interface TimestampSource {
    /// A time-stamp token over a digest.
    ///
    /// @param sha256 32 bytes
    /// @return the token, a CMS in DER
    /// @throws comity.evidence.EvidenceRefused with [comity.evidence.EvidenceFault#TIMESTAMP]
    byte[] token(byte[] sha256);
}
