package comity.law.offence.book;

import comity.kernel.StateCode;
import comity.law.KnownCodes;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.InterceptionRange;
import comity.law.offence.NationalLaw;
import comity.law.offence.Part;
import comity.law.offence.Provision;
import comity.law.offence.Rule;
import comity.law.offence.Vouching;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts a book together from its lines, whichever form they came in.
final class LawAssembler {
    private static final String ALL = "all";
    private static final String NOT_KNOWN = "not-known";

    private final Elements elements;
    private final DualCriminalityRules measures;
    private final Complaints complaints;

    LawAssembler(Elements elements, DualCriminalityRules measures, Complaints complaints) {
        this.elements = elements;
        this.measures = measures;
        this.complaints = complaints;
    }

    /// Empty when the book as a whole cannot be told; the complaints say why.
    Optional<NationalLaw> assemble(List<BookLine> lines) {
        List<BookLine> laws = of(Line.LAW, lines);
        if (laws.isEmpty()) {
            complaints.block("", "law-missing", "");
        }
        laws.stream().skip(1).forEach(again -> complaints.block(again.pointer(), "law-twice", ""));
        List<Rule> rules = rules(of(Line.RULE, lines));
        List<Provision> provisions = new ProvisionAssembler(elements, complaints).provisions(lines);
        return laws.stream().findFirst().flatMap(line -> law(new Cells(line, complaints), rules, provisions));
    }

    private static List<BookLine> of(Line kind, List<BookLine> lines) {
        return lines.stream().filter(line -> line.kind() == kind).toList();
    }

    private Optional<NationalLaw> law(Cells cells, List<Rule> rules, List<Provision> provisions) {
        Optional<StateCode> state = cells.neededAs("state", "state-unknown", LawAssembler::state);
        Optional<LocalDate> asOf = cells.neededDate("asOf");
        Optional<Boolean> complete = cells.neededAs("complete", "not-yes-or-no", LawAssembler::yesOrNo);
        Optional<Vouching> vouching = cells.vouching();
        Optional<InterceptionRange> interception = interception(cells);
        List<String> languages = cells.words("languages");
        if (languages.isEmpty()) {
            cells.block("languages", "is-missing", "languages");
        }
        languages.stream()
                .filter(language -> !ProvisionAssembler.isLanguage(language))
                .forEach(language -> cells.block("languages", "not-a-language", language));
        if (state.isEmpty()
                || asOf.isEmpty()
                || complete.isEmpty()
                || vouching.isEmpty()
                || interception.isEmpty()
                || languages.isEmpty()) {
            return Optional.empty();
        }
        for (Provision provision : provisions) {
            if (!provision.id().state().equals(state.get())) {
                cells.block(
                        "state", "provision-of-another-state", provision.id().id());
            }
            if (provision.vouching().on().filter(asOf.get()::isBefore).isPresent()) {
                cells.block("asOf", "verified-after-the-book", provision.id().id());
            }
        }
        return Optional.of(new NationalLaw(
                state.get(),
                languages,
                asOf.get(),
                complete.get(),
                interception.get(),
                rules,
                provisions,
                vouching.get()));
    }

    private static Optional<StateCode> state(String said) {
        return Optional.of(said)
                .filter(code -> code.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .filter(KnownCodes::isKnown);
    }

    private static Optional<Boolean> yesOrNo(String said) {
        return switch (said) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private Optional<InterceptionRange> interception(Cells cells) {
        List<String> words = cells.words("interception");
        if (words.isEmpty()) {
            cells.block("interception", "is-missing", "interception");
            return Optional.empty();
        }
        if (words.equals(List.of(ALL))) {
            return Optional.of(new InterceptionRange.All());
        }
        if (words.equals(List.of(NOT_KNOWN))) {
            return Optional.of(new InterceptionRange.NotKnown());
        }
        return offences(cells, "interception", words)
                ? Optional.of(new InterceptionRange.Listed(Set.copyOf(words)))
                : Optional.empty();
    }

    private boolean offences(Cells cells, String column, List<String> words) {
        List<String> unknown =
                words.stream().filter(word -> elements.offence(word).isEmpty()).toList();
        unknown.forEach(word -> cells.block(column, "offence-unknown", word));
        return unknown.isEmpty();
    }

    private List<Rule> rules(List<BookLine> lines) {
        Set<String> seen = new HashSet<>();
        List<Rule> rules = new ArrayList<>();
        for (BookLine line : lines) {
            Cells cells = new Cells(line, complaints);
            Optional<String> name = cells.neededAs(
                    "rule", "rule-unknown", said -> Optional.of(said).filter(this::isRule));
            Optional<Rule.Position> position = cells.neededWord("position", Rule.Position.class);
            List<String> offences = cells.words("offences");
            offences(cells, "offences", offences);
            if (name.isPresent() && !seen.add(name.get())) {
                cells.block("rule", "rule-twice", name.get());
            }
            if (name.isPresent() && position.isPresent()) {
                rules.add(new Rule(
                        name.get(),
                        position.get(),
                        offences,
                        cells.text("citation").orElse("")));
            }
        }
        return rules;
    }

    private boolean isRule(String name) {
        boolean part = Arrays.stream(Part.values())
                .anyMatch(one -> one != Part.COMMITTED && one.code().equals(name));
        return part
                || (name.startsWith(Rule.DUAL_CRIMINALITY)
                        && measures.of(name.substring(Rule.DUAL_CRIMINALITY.length()))
                                .isPresent());
    }
}
