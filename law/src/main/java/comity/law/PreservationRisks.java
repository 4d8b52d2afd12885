package comity.law;

import java.util.EnumMap;
import java.util.Map;

/// Each kind of risk with the text that it comes from. All kinds are there: loading refuses a file that leaves
/// one out.
public final class PreservationRisks {
    static final String FILE = "preservation-risks.json";

    private final Map<RiskKind, Fact<String>> sources = new EnumMap<>(RiskKind.class);

    private PreservationRisks(LawField file) {
        LawField risks = file.at("risks");
        for (RiskKind kind : RiskKind.values()) {
            sources.put(kind, risks.at(kind.code()).fact(LawField::text));
        }
    }

    static PreservationRisks load() {
        return LawFiles.read(FILE, PreservationRisks::from);
    }

    static PreservationRisks from(LawField file) {
        return new PreservationRisks(file);
    }

    /// What the Convention says of a kind of risk, in a few English words, and where.
    public Fact<String> source(RiskKind kind) {
        Fact<String> source = sources.get(kind);
        if (source == null) {
            throw new IllegalStateException("Loading has checked that each kind is there");
        }
        return source;
    }
}
