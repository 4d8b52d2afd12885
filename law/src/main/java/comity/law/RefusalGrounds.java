package comity.law;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Every ground the Convention knows, and the rules that go with any refusal.
public final class RefusalGrounds {
    static final String FILE = "refusal-grounds.json";

    private final Map<String, RefusalGround> grounds;
    private final Fact<Boolean> reasonsRequired;
    private final Fact<Boolean> consultFirst;
    private final Fact<Integer> reasonsMinimumWords;

    private RefusalGrounds(LawField file) {
        LawField rules = file.at("rules");
        reasonsRequired = rules.at("reasonsRequired").fact(LawField::yesOrNo);
        consultFirst = rules.at("consultFirst").fact(LawField::yesOrNo);
        reasonsMinimumWords = rules.at("reasonsMinimumWords").fact(LawField::number);
        grounds = Map.copyOf(file.at("grounds").listBy(RefusalGround::code, RefusalGrounds::ground));
    }

    static RefusalGrounds load() {
        return LawFiles.read(FILE, RefusalGrounds::from);
    }

    static RefusalGrounds from(LawField file) {
        return new RefusalGrounds(file);
    }

    private static RefusalGround ground(LawField field) {
        RefusalGround.Kind kind = field.at("kind").oneOf(RefusalGround.Kind.class);
        return new RefusalGround(
                field.at("code").text(),
                kind,
                field.at("needsReservation").yesOrNo(),
                field.at("onlyOutsideConvention").yesOrNo(),
                field.at("consultFirst").yesOrNo(),
                field.factAround(field.at("article").text()));
    }

    public Optional<RefusalGround> find(String code) {
        return Optional.ofNullable(grounds.get(code));
    }

    public Collection<RefusalGround> all() {
        return grounds.values();
    }

    /// Reasons must be given for every refusal (art. 40(25)).
    public Fact<Boolean> reasonsRequired() {
        return reasonsRequired;
    }

    /// The States consult before a refusal (art. 40(28)).
    public Fact<Boolean> consultFirst() {
        return consultFirst;
    }

    /// How many words make a reason that the other side can work with.
    public Fact<Integer> reasonsMinimumWords() {
        return reasonsMinimumWords;
    }
}
