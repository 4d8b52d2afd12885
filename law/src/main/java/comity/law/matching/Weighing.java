package comity.law.matching;

import comity.kernel.StateCode;
import comity.law.matching.Cell.Verdict;
import comity.law.matching.Conduct.Alleged;
import comity.law.matching.Point.Reason;
import comity.law.offence.Element;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.Part;
import comity.law.offence.Reach;
import comity.law.offence.Relation;
import comity.law.offence.Rule;
import comity.law.offence.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One provision weighed against conduct. What it lacks weighs more than what is not known, and that more than a fact
/// that is still to be stated.
final class Weighing {
    private final Conduct conduct;
    private final Alleged alleged;
    private final StateCode state;
    private final Reach reach;
    private final List<Point> lacking = new ArrayList<>();
    private final List<Point> missing = new ArrayList<>();
    private final List<Point> facts = new ArrayList<>();
    private final Map<String, Cell> cells = new HashMap<>();

    Weighing(Conduct conduct, Alleged alleged, StateCode state, Reach reach) {
        this.conduct = conduct;
        this.alleged = alleged;
        this.state = state;
        this.reach = reach;
    }

    /// An element that stands alone.
    void single(Element element) {
        Cell cell = switch (element.standing()) {
            case REQUIRED, MAY_PUNISH -> required(element);
            case MAY_REQUIRE -> option(element);
            case EXCLUDED, MAY_EXCLUDE -> exit(element);
        };
        cells.put(element.id(), cell);
        note(element, cell);
    }

    /// Alternatives: the best of those that are alleged counts.
    void group(List<Element> group) {
        List<Element> ways = alleged(alleged, group);
        group.forEach(element -> cells.put(element.id(), Cell.of(Verdict.NOT_RAISED)));
        if (ways.isEmpty()) {
            missing.add(point(Reason.WAY_NOT_SAID, group.getFirst(), Cell.of(Verdict.NOT_RAISED)));
            return;
        }
        Element best = ways.getFirst();
        for (Element way : ways) {
            Cell cell = required(way);
            cells.put(way.id(), cell);
            if (weight(cell) < weight(cellOf(best))) {
                best = way;
            }
        }
        note(best, cellOf(best));
    }

    private Cell cellOf(Element element) {
        return cells.getOrDefault(element.id(), Cell.of(Verdict.NOT_KNOWN));
    }

    /// The alternatives of a group that the conduct is said to be. Where the Convention names one as the rule and the
    /// others as what a State may add, the rule is meant when nothing is said.
    static List<Element> alleged(Alleged alleged, List<Element> group) {
        List<Element> said = group.stream()
                .filter(element -> alleged.ways().contains(element.id()))
                .toList();
        if (!said.isEmpty()) {
            return said;
        }
        List<Element> rule = group.stream()
                .filter(element -> element.standing() == Standing.REQUIRED)
                .toList();
        return rule.size() == 1 ? rule : List.of();
    }

    /// The part a person had, when it was not to do it.
    void part(NationalLaw law) {
        if (conduct.part() == Part.COMMITTED) {
            return;
        }
        Optional<Rule> rule = law.rule(conduct.part().code());
        Rule.Position position =
                rule.map(found -> found.positionFor(alleged.offence())).orElse(Rule.Position.NOT_KNOWN);
        String wording = rule.map(Rule::citation).orElse("");
        String element = conduct.part().element();
        Verdict verdict = switch (position) {
            case YES -> Verdict.COVERED;
            case NO -> Verdict.LACKING;
            case NOT_KNOWN -> Verdict.NOT_KNOWN;
        };
        Cell cell = new Cell(verdict, Optional.empty(), wording, Optional.empty());
        cells.put(element, cell);
        switch (position) {
            case YES -> {}
            case NO -> lacking.add(partPoint(Reason.PART_NOT_PUNISHED, element, wording));
            case NOT_KNOWN -> missing.add(partPoint(Reason.PART_NOT_KNOWN, element, wording));
        }
    }

    private Point partPoint(Reason reason, String element, String wording) {
        return new Point(
                state, reason, alleged.offence(), Optional.of(element), Optional.empty(), Optional.empty(), wording);
    }

    private Cell required(Element element) {
        if (conduct.ruledOut().contains(element.id())) {
            return Cell.of(Verdict.RULED_OUT);
        }
        return reach.at(element.id()).map(this::reached).orElseGet(() -> Cell.of(Verdict.NOT_KNOWN));
    }

    private Cell reached(Reach.Words words) {
        return cell(
                words,
                switch (words.mapping().relation()) {
                    case COVERS -> Verdict.COVERED;
                    case COVERS_AND_DEMANDS_MORE ->
                        fact(words.mapping().demand().orElseThrow());
                    case LACKS -> Verdict.LACKING;
                    case NOT_KNOWN -> Verdict.NOT_KNOWN;
                });
    }

    /// What a State may demand. A book lists everything a provision demands, so silence means that it does not.
    private Cell option(Element element) {
        Optional<Reach.Words> words = reach.at(element.id());
        if (words.isEmpty()) {
            return Cell.of(Verdict.NOT_DEMANDED);
        }
        Mapping mapping = words.get().mapping();
        return cell(
                words.get(),
                switch (mapping.relation()) {
                    case COVERS -> fact(element.id());
                    case COVERS_AND_DEMANDS_MORE ->
                        both(fact(element.id()), fact(mapping.demand().orElseThrow()));
                    case LACKS -> Verdict.NOT_DEMANDED;
                    case NOT_KNOWN -> Verdict.NOT_KNOWN;
                });
    }

    private static Verdict both(Verdict one, Verdict other) {
        return weight(one) >= weight(other) ? one : other;
    }

    private Verdict fact(String fact) {
        if (conduct.ruledOut().contains(fact)) {
            return Verdict.RULED_OUT;
        }
        return conduct.shown().contains(fact) ? Verdict.COVERED : Verdict.FACT_TO_STATE;
    }

    private Cell exit(Element element) {
        if (!conduct.shown().contains(element.id())) {
            return Cell.of(Verdict.NOT_RAISED);
        }
        Optional<Reach.Words> words = reach.at(element.id());
        if (words.isEmpty() || words.get().mapping().relation() == Relation.NOT_KNOWN) {
            return Cell.of(Verdict.NOT_KNOWN);
        }
        return cell(
                words.get(),
                switch (words.get().mapping().relation()) {
                    case COVERS -> Verdict.EXEMPT;
                    case COVERS_AND_DEMANDS_MORE ->
                        conduct.shown().contains(words.get().mapping().demand().orElseThrow())
                                ? Verdict.EXEMPT
                                : Verdict.NOT_KNOWN;
                    case LACKS, NOT_KNOWN -> Verdict.NOT_RAISED;
                });
    }

    private static Cell cell(Reach.Words words, Verdict verdict) {
        Mapping mapping = words.mapping();
        return new Cell(verdict, Optional.of(words.in().id()), mapping.wording(), mapping.demand());
    }

    private void note(Element element, Cell cell) {
        switch (cell.verdict()) {
            case COVERED, NOT_DEMANDED, NOT_RAISED -> {}
            case FACT_TO_STATE -> facts.add(point(Reason.FACT_TO_STATE, element, cell));
            case LACKING -> lacking.add(point(Reason.ELEMENT_LACKING, element, cell));
            case RULED_OUT -> lacking.add(point(Reason.RULED_OUT, element, cell));
            case EXEMPT -> lacking.add(point(Reason.EXEMPT, element, cell));
            case NOT_KNOWN -> missing.add(point(Reason.ELEMENT_NOT_COMPARED, element, cell));
        }
    }

    private Point point(Reason reason, Element element, Cell cell) {
        return new Point(
                state,
                reason,
                alleged.offence(),
                Optional.of(element.id()),
                cell.provision().or(() -> Optional.of(reach.provision().id())),
                cell.demand(),
                cell.wording());
    }

    private static int weight(Cell cell) {
        return weight(cell.verdict());
    }

    private static int weight(Verdict verdict) {
        return switch (verdict) {
            case COVERED, NOT_DEMANDED, NOT_RAISED -> 0;
            case FACT_TO_STATE -> 1;
            case NOT_KNOWN -> 2;
            case LACKING, RULED_OUT, EXEMPT -> 3;
        };
    }

    Answer answer() {
        if (!lacking.isEmpty()) {
            return new Answer.NotMatched(lacking);
        }
        if (!missing.isEmpty()) {
            return new Answer.NotKnown(missing);
        }
        return facts.isEmpty() ? new Answer.Matched() : new Answer.MatchedWithFacts(facts);
    }

    Map<String, Cell> cells() {
        return cells;
    }

    /// No better than the least verified provision whose words were used.
    Confidence confidence() {
        return Confidence.of(reach.leastTrusted());
    }
}
