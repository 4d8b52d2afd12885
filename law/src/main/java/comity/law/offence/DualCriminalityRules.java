package comity.law.offence;

import comity.law.BrokenLawFile;
import comity.law.Fact;
import comity.law.LawField;
import comity.law.LawFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// For which measure it may matter that the conduct is punishable in both States, and how the two laws are compared.
public final class DualCriminalityRules {
    static final String FILE = "dual-criminality.json";

    /// What the Convention says about a measure.
    public enum Demand {
        /// The measure depends on it.
        REQUIRED,
        /// A State may make it a condition.
        OPTIONAL,
        /// No State may make it a condition.
        FORBIDDEN,
        /// The Convention does not say.
        SILENT
    }

    private final Fact<String> comparison;
    private final Map<String, Entry> measures;

    private DualCriminalityRules(LawField file) {
        comparison = file.at("comparison").fact(LawField::text);
        measures = file.at("measures")
                .listBy(
                        Entry::measure,
                        field -> new Entry(
                                field.at("measure").text(),
                                field.find("reservation").map(LawField::text),
                                field.factAround(field.at("rule").oneOf(Demand.class))));
    }

    /// @throws BrokenLawFile when the file is not whole; the message names file and field
    public static DualCriminalityRules load() {
        return LawFiles.read(FILE, DualCriminalityRules::from);
    }

    static DualCriminalityRules from(LawField file) {
        return new DualCriminalityRules(file);
    }

    /// What is compared: the conduct, not its name (art. 35(3)).
    public Fact<String> comparison() {
        return comparison;
    }

    /// The measures by their codes, for example `stored-data`.
    public List<String> measures() {
        return List.copyOf(measures.keySet());
    }

    /// What the Convention says about a measure; empty for a measure it does not know.
    public Optional<Fact<Demand>> of(String measure) {
        return Optional.ofNullable(measures.get(measure)).map(Entry::demand);
    }

    /// The paragraph by which a State may reserve the right to make it a condition, for offences that are not the
    /// Convention's own.
    public Optional<String> reservation(String measure) {
        return Optional.ofNullable(measures.get(measure)).flatMap(Entry::reservation);
    }

    private record Entry(String measure, Optional<String> reservation, Fact<Demand> demand) {}
}
