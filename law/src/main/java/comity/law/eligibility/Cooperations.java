package comity.law.eligibility;

import comity.law.LawField;
import comity.law.LawFiles;
import comity.law.PreservationTerms;
import comity.law.RefusalGrounds;
import comity.law.RequiredContent;
import comity.law.basis.DataClass;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Every measure of arts 37 to 52, from the file.
public final class Cooperations {
    static final String FILE = "eligibility/cooperation.json";

    private final Map<String, Cooperation> measures;
    private final Map<String, String> citations;

    private Cooperations(Map<String, Cooperation> measures, Map<String, String> citations) {
        this.measures = measures;
        this.citations = citations;
    }

    /// @param terms the lengths of the terms that the file names
    /// @param grounds the grounds that the file names
    public static Cooperations load(PreservationTerms terms, RefusalGrounds grounds) {
        return LawFiles.read(
                FILE,
                file -> new Cooperations(
                        file.at("measures").listBy(Cooperation::code, field -> measure(field, terms, grounds)),
                        file.at("citations").texts()));
    }

    private static Cooperation measure(LawField field, PreservationTerms terms, RefusalGrounds grounds) {
        return new Cooperation(
                field.at("code").text(),
                field.at("obligation").oneOf(Cooperation.Obligation.class),
                field.at("conventionOffence").oneOf(Cooperation.Opens.class),
                field.at("seriousCrime").oneOf(Cooperation.Opens.class),
                field.at("lesserOffence").oneOf(Cooperation.Opens.class),
                new HashSet<>(field.listIfAny("data", kind -> kind.oneOf(DataClass.class))),
                field.at("duty").text(),
                field.listIfAny("contents", Cooperations::content),
                field.listIfAny("grounds", code -> known(code, grounds)),
                field.listIfAny("neverAlone", code -> known(code, grounds)),
                field.listIfAny("clocks", clock -> clock(clock, terms)),
                field.listIfAny("safeguards", LawField::text),
                field.factAround(field.at("article").text()));
    }

    private static String known(LawField code, RefusalGrounds grounds) {
        if (grounds.find(code.text()).isEmpty()) {
            throw code.broken("is not a ground: " + code.text());
        }
        return code.text();
    }

    private static RequiredContent content(LawField field) {
        return new RequiredContent(
                field.at("code").text(),
                field.at("paragraph").text(),
                field.at("obligation").oneOf(RequiredContent.Obligation.class),
                field.factAround(field.at("article").text()));
    }

    private static Cooperation.Clock clock(LawField field, PreservationTerms terms) {
        return new Cooperation.Clock(
                field.at("code").text(),
                field.at("kind").oneOf(Cooperation.Clock.Kind.class),
                field.find("term").map(term -> days(term, terms)).orElseGet(OptionalInt::empty),
                field.factAround(field.at("article").text()));
    }

    private static OptionalInt days(LawField term, PreservationTerms terms) {
        return switch (term.text()) {
            case "floorDays" -> OptionalInt.of(terms.floorDays().value());
            case "domesticOrderMaxDays" ->
                OptionalInt.of(terms.domesticOrderMaxDays().value());
            case "holdUntilDecision", "extensionBeforeExpiry" -> OptionalInt.empty();
            default -> throw term.broken("is not a term: " + term.text());
        };
    }

    /// In the order of the file.
    public List<Cooperation> all() {
        return List.copyOf(measures.values());
    }

    /// The provision that a caution cites.
    String citation(String caution) {
        return Optional.ofNullable(citations.get(caution))
                .orElseThrow(() -> new IllegalStateException("No citation for " + caution));
    }

    public Optional<Cooperation> find(String code) {
        return Optional.ofNullable(measures.get(code));
    }
}
