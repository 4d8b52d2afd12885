package comity.law.matching;

import comity.law.offence.Vouching.Voucher;

/// Who vouches for the entries that an answer rests on. It is shown beside the answer and never changes it.
public enum Confidence {
    /// The State itself.
    VERIFIED_BY_STATE,
    /// A person named by role.
    VERIFIED_BY_PERSON,
    /// Nobody, for at least one entry.
    UNVERIFIED;

    static Confidence of(Voucher voucher) {
        return switch (voucher) {
            case STATE -> VERIFIED_BY_STATE;
            case PERSON -> VERIFIED_BY_PERSON;
            case NOBODY -> UNVERIFIED;
        };
    }

    /// No better than the weaker of two.
    public Confidence and(Confidence other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
