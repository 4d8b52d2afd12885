package comity.law.eligibility;

import comity.law.Fact;
import comity.law.LawField;
import comity.law.LawFiles;
import comity.law.PreservationTerms;
import comity.law.RefusalGround;
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
    private static final String PRESERVATION = "preservation";
    private static final String EMERGENCY = "emergency-data";

    private final Map<String, Cooperation> measures;
    private final Map<String, String> citations;

    private Cooperations(Map<String, Cooperation> measures, Map<String, String> citations) {
        this.measures = measures;
        this.citations = citations;
    }

    /// @param terms the lengths of the terms that the file names
    /// @param grounds the grounds that the file names
    public static Cooperations load(PreservationTerms terms, RefusalGrounds grounds) {
        return LawFiles.read(FILE, file -> from(file, terms, grounds));
    }

    /// The same from a file of one's own.
    public static Cooperations from(LawField file, PreservationTerms terms, RefusalGrounds grounds) {
        return new Cooperations(
                file.at("measures").listBy(Cooperation::code, field -> measure(field, terms, grounds)),
                file.at("citations").texts());
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
                field.listIfAny("grounds", code -> ground(code, grounds, false)),
                field.listIfAny("neverAlone", code -> ground(code, grounds, true)),
                field.listIfAny("clocks", clock -> clock(clock, terms)),
                field.listIfAny("safeguards", LawField::text),
                field.factAround(field.at("article").text()));
    }

    private static RefusalGround ground(LawField code, RefusalGrounds grounds, boolean neverAlone) {
        RefusalGround ground =
                grounds.find(code.text()).orElseThrow(() -> code.broken("is not a ground: " + code.text()));
        if (neverAlone != (ground.kind() == RefusalGround.Kind.NEVER_ALONE)) {
            throw code.broken("is on the wrong list: " + code.text());
        }
        return ground;
    }

    private static RequiredContent content(LawField field) {
        return new RequiredContent(
                field.at("code").text(),
                field.at("paragraph").text(),
                field.at("obligation").oneOf(RequiredContent.Obligation.class),
                field.factAround(field.at("article").text()));
    }

    /// A term that is named has its length and its source from the file of the terms; any other has its own source.
    private static Cooperation.Clock clock(LawField field, PreservationTerms terms) {
        String code = field.at("code").text();
        Cooperation.Clock.Kind kind = field.at("kind").oneOf(Cooperation.Clock.Kind.class);
        return field.find("term")
                .map(term -> new Cooperation.Clock(code, kind, days(term, terms), source(term, terms)))
                .orElseGet(() -> new Cooperation.Clock(
                        code,
                        kind,
                        OptionalInt.empty(),
                        field.factAround(field.at("article").text())));
    }

    private static OptionalInt days(LawField term, PreservationTerms terms) {
        return fact(term, terms).value() instanceof Integer days ? OptionalInt.of(days) : OptionalInt.empty();
    }

    private static Fact<String> source(LawField term, PreservationTerms terms) {
        Fact<?> fact = fact(term, terms);
        return new Fact<>(fact.article(), fact.article(), fact.mark(), fact.asOf(), fact.note());
    }

    private static Fact<?> fact(LawField term, PreservationTerms terms) {
        return switch (term.text()) {
            case "floorDays" -> terms.floorDays();
            case "domesticOrderMaxDays" -> terms.domesticOrderMaxDays();
            case "holdUntilDecision" -> terms.holdUntilDecision();
            case "extensionBeforeExpiry" -> terms.extensionBeforeExpiry();
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

    /// Preservation (art. 42).
    ///
    /// @throws IllegalStateException when the file has no such measure
    public Cooperation preservation() {
        return measure(PRESERVATION);
    }

    /// Electronic data to avert an emergency (art. 41(3)(e)).
    ///
    /// @throws IllegalStateException when the file has no such measure
    public Cooperation emergency() {
        return measure(EMERGENCY);
    }

    private Cooperation measure(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("No measure " + code));
    }

    public Optional<Cooperation> find(String code) {
        return Optional.ofNullable(measures.get(code));
    }
}
