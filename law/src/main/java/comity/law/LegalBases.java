package comity.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The legal bases that a request may name. The Convention leaves other agreements usable (arts 40(7) and 60),
/// and a State that is not bound can be asked only on one of those.
public final class LegalBases {
    static final String FILE = "legal-bases.json";

    private final Map<String, LegalBasis> bases;
    private final List<LegalBasis> inOrder;

    private LegalBases(LawField file) {
        bases = file.at("bases").listBy(LegalBasis::code, LegalBases::basis);
        inOrder = List.copyOf(bases.values());
    }

    static LegalBases load() {
        return LawFiles.read(FILE, LegalBases::from);
    }

    static LegalBases from(LawField file) {
        return new LegalBases(file);
    }

    private static LegalBasis basis(LawField field) {
        return new LegalBasis(
                field.at("code").text(),
                field.at("needsBothBoundByConvention").yesOrNo(),
                field.at("needsReference").yesOrNo(),
                field.factAround(field.at("provision").text()));
    }

    /// The Convention first.
    public List<LegalBasis> all() {
        return inOrder;
    }

    public Optional<LegalBasis> find(String code) {
        return Optional.ofNullable(bases.get(code));
    }
}
