package comity.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The offences of arts 7 to 17, and from which penalty another crime counts as serious (art. 2(h)).
///  An offence of another United Nations treaty that was committed online (art. 4) is not among them: it counts
/// only when it is a serious crime.
public final class ConventionOffences {
    static final String FILE = "offences.json";

    private final Map<String, Offence> offences;
    private final List<Offence> inOrder;
    private final Fact<Integer> seriousCrimeMaximumYears;
    private final Fact<Integer> childBelowYears;

    private ConventionOffences(LawField file) {
        seriousCrimeMaximumYears = file.at("seriousCrimeMaximumYears").fact(LawField::number);
        childBelowYears = file.at("childBelowYears").fact(LawField::number);
        offences = file.at("offences").listBy(Offence::id, ConventionOffences::offence);
        inOrder = List.copyOf(offences.values());
    }

    static ConventionOffences load() {
        return LawFiles.read(FILE, ConventionOffences::from);
    }

    static ConventionOffences from(LawField file) {
        return new ConventionOffences(file);
    }

    private static Offence offence(LawField field) {
        int number = field.at("number").number();
        String id = field.at("id").text();
        if (!id.equals("unc." + number)) {
            throw field.broken("the id must be unc." + number);
        }
        return new Offence(
                id,
                number,
                field.at("code").text(),
                field.at("aboutChildren").yesOrNo(),
                field.at("victimSupport").yesOrNo(),
                field.at("contentRemoval").yesOrNo(),
                field.factAround(field.at("conduct").text()));
    }

    /// In the order of their articles.
    public List<Offence> all() {
        return inOrder;
    }

    public Optional<Offence> find(String id) {
        return Optional.ofNullable(offences.get(id));
    }

    /// A crime is serious when its longest penalty is at least this many years (art. 2(h)).
    public Fact<Integer> seriousCrimeMaximumYears() {
        return seriousCrimeMaximumYears;
    }

    /// Whoever is younger than this many years is a child (arts 14, 15).
    public Fact<Integer> childBelowYears() {
        return childBelowYears;
    }

    public boolean isSerious(int maximumYears) {
        return maximumYears >= seriousCrimeMaximumYears.value();
    }
}
