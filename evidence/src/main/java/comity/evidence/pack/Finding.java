package comity.evidence.pack;

/// What one check of a package found.
///
/// @param subject the part or the file, for instance `segment 17` as its number, or empty
/// @param code the stable word for the reason when it is not good, as [comity.evidence.EvidenceFault#code], or empty
public record Finding(Check check, Outcome outcome, String subject, String code) {
    /// What is checked.
    public enum Check {
        /// The documents of the package can be read.
        FORM,
        /// The sealed exhibit is, byte for byte, the one that was sealed.
        PAYLOAD,
        /// The sealed manifest is the one that was sealed.
        SEALED_MANIFEST,
        /// The signature is over this seal.
        SIGNATURE,
        /// Whoever signed is vouched for by a root that the verifier brought.
        SIGNER,
        /// Somebody else vouches for the time of the signature.
        TIME,
        /// The manifest is the one that the seal speaks of.
        MANIFEST,
        /// Every file is, byte for byte, what the manifest says.
        CONTENTS,
        /// Nothing is in the folder that the lists do not name, and nothing is missing.
        COMPLETE,
        /// A ledger holds the custody events that the bundle has proofs for.
        LEDGER
    }

    /// How it ended.
    public enum Outcome {
        GOOD,
        BAD,
        /// It could not be told, for instance because a key or a root is missing.
        UNKNOWN,
        /// It was not asked for, or does not apply; for instance because the package was not signed.
        NOT_DONE
    }

    static Finding good(Check check) {
        return new Finding(check, Outcome.GOOD, "", "");
    }

    static Finding bad(Check check, String code, String subject) {
        return new Finding(check, Outcome.BAD, subject, code);
    }

    static Finding unknown(Check check, String code, String subject) {
        return new Finding(check, Outcome.UNKNOWN, subject, code);
    }

    static Finding notDone(Check check, String code) {
        return new Finding(check, Outcome.NOT_DONE, "", code);
    }
}
