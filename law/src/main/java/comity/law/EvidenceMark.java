package comity.law;

import java.util.Arrays;
import java.util.Optional;

/// How well a legal fact is known. Stands beside each fact, so that a lawyer sees at once what still has to be
/// compared with the certified true copy.
public enum EvidenceMark {
    /// Read in an authentic text of the Convention.
    READ_AUTHENTIC("AR", Certainty.HIGH),
    /// Read in another source, which the note names.
    READ_ELSEWHERE("S", Certainty.HIGH),
    /// The parent rule in the Budapest Convention was read in full and carries over.
    PARENT_BUDAPEST("P-BUD", Certainty.HIGH),
    /// The parent rule in the Convention against Transnational Organized Crime was read in full and carries over.
    PARENT_UNTOC("P-TOC", Certainty.HIGH),
    /// The parent rule in the Convention against Corruption was read in full and carries over.
    PARENT_UNCAC("P-AC", Certainty.HIGH),
    /// Known with confidence, not yet compared with the text.
    CONFIDENT("M+", Certainty.MEDIUM),
    /// Known; compare with the text before relying on the exact wording or number.
    TO_COMPARE("M", Certainty.MEDIUM),
    /// In real doubt.
    IN_DOUBT("M?", Certainty.LOW),
    /// Not in the Convention: our own policy, which a State may change.
    OWN_POLICY("D", Certainty.POLICY);

    /// How far a fact may be relied on.
    public enum Certainty {
        HIGH,
        MEDIUM,
        LOW,
        /// A choice of this program, not a statement about the text.
        POLICY
    }

    private final String code;
    private final Certainty certainty;

    EvidenceMark(String code, Certainty certainty) {
        this.code = code;
        this.certainty = certainty;
    }

    /// The mark as it stands in the files, for example `P-BUD`.
    public String code() {
        return code;
    }

    public Certainty certainty() {
        return certainty;
    }

    public static Optional<EvidenceMark> ofCode(String code) {
        return Arrays.stream(values()).filter(mark -> mark.code.equals(code)).findFirst();
    }
}
