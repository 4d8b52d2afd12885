package comity.law.matching;

import comity.kernel.StateCode;
import comity.law.matching.Conduct.Alleged;
import comity.law.matching.OffenceMatch.Row;
import comity.law.matching.Point.Reason;
import comity.law.offence.Element;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.law.offence.Reach;
import comity.law.offence.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Lays conduct beside two laws, element by element.
public final class Matcher {
    private final OffenceCatalogue catalogue;

    public Matcher(OffenceCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// @param day the day on which the provisions must apply
    /// @throws IllegalArgumentException when the conduct names an offence that nobody knows
    public Opinion match(Conduct conduct, StateCode first, StateCode second, LocalDate day) {
        List<ActMatch> acts = new ArrayList<>();
        for (Conduct.Act act : conduct.acts()) {
            acts.add(new ActMatch(
                    act.name(),
                    act.offences().stream()
                            .map(alleged -> compare(conduct, alleged, first, second, day))
                            .toList()));
        }
        return new Opinion(conduct, first, second, day, acts);
    }

    private OffenceMatch compare(Conduct conduct, Alleged alleged, StateCode first, StateCode second, LocalDate day) {
        OffencePattern offence = catalogue
                .elements()
                .offence(alleged.offence())
                .orElseThrow(() -> new IllegalArgumentException("Not an offence: " + alleged.offence()));
        Finding one = find(conduct, alleged, offence, first, day);
        Finding other = find(conduct, alleged, offence, second, day);
        List<Row> rows = new ArrayList<>();
        for (Element element : offence.elements()) {
            rows.add(new Row(element, one.at(element.id()), other.at(element.id())));
        }
        catalogue
                .elements()
                .element(conduct.part().element())
                .filter(_ -> conduct.part() != Part.COMMITTED)
                .ifPresent(part -> rows.add(new Row(part, one.at(part.id()), other.at(part.id()))));
        return new OffenceMatch(offence, convention(conduct, alleged, offence, first), one, other, rows);
    }

    private Finding find(Conduct conduct, Alleged alleged, OffencePattern offence, StateCode state, LocalDate day) {
        Optional<NationalLaw> law = catalogue.law(state);
        if (law.isEmpty()) {
            return withoutProvision(offence, state, Reason.NO_BOOK, Confidence.UNVERIFIED);
        }
        return best(conduct, alleged, offence, law.get(), day)
                .orElseGet(() -> withoutProvision(
                        offence,
                        state,
                        law.get().complete() ? Reason.NO_PROVISION : Reason.NO_PROVISION_ENTERED,
                        Confidence.of(law.get().vouching().by())));
    }

    /// The provision that reaches furthest; of those that reach alike, the first in the book.
    private Optional<Finding> best(
            Conduct conduct, Alleged alleged, OffencePattern offence, NationalLaw law, LocalDate day) {
        Optional<Finding> best = Optional.empty();
        for (Reach reach : catalogue.reaching(law.state(), offence.id())) {
            if (!reach.provision().inForce().on(day)) {
                continue;
            }
            Finding found = weigh(conduct, alleged, offence, law, reach);
            if (best.isEmpty()
                    || Answer.BEST_FIRST.compare(found.answer(), best.get().answer()) < 0) {
                best = Optional.of(found);
            }
            if (found.answer().kind() == Answer.Kind.MATCHED) {
                break;
            }
        }
        return best;
    }

    private static Finding weigh(
            Conduct conduct, Alleged alleged, OffencePattern offence, NationalLaw law, Reach reach) {
        Weighing weighing = new Weighing(conduct, alleged, law.state(), reach);
        offence.elements().stream().filter(element -> !element.isAlternative()).forEach(weighing::single);
        offence.groups().values().forEach(weighing::group);
        weighing.part(law);
        return new Finding(
                law.state(),
                weighing.answer(),
                Optional.of(reach.provision()),
                weighing.cells(),
                weighing.confidence());
    }

    private static Finding withoutProvision(
            OffencePattern offence, StateCode state, Reason reason, Confidence confidence) {
        Point point = new Point(state, reason, offence.id(), Optional.empty(), Optional.empty(), Optional.empty(), "");
        boolean lacking = reason == Reason.NO_PROVISION;
        Cell cell = Cell.of(lacking ? Cell.Verdict.LACKING : Cell.Verdict.NOT_KNOWN);
        Map<String, Cell> cells =
                offence.elements().stream().collect(Collectors.toMap(Element::id, (Function<Element, Cell>) _ -> cell));
        Answer answer = lacking ? new Answer.NotMatched(List.of(point)) : new Answer.NotKnown(List.of(point));
        return new Finding(state, answer, Optional.empty(), cells, confidence);
    }

    /// The Convention's own answer. Points name the first State, because a reader asks from there.
    private static Answer convention(Conduct conduct, Alleged alleged, OffencePattern offence, StateCode reader) {
        List<Point> out = new ArrayList<>();
        List<Point> missing = new ArrayList<>();
        for (Element element : offence.elements()) {
            boolean against = element.isRequiredAlone() && conduct.ruledOut().contains(element.id());
            boolean excluded =
                    element.standing() == Standing.EXCLUDED && conduct.shown().contains(element.id());
            if (against || excluded) {
                out.add(point(reader, against ? Reason.RULED_OUT : Reason.EXEMPT, element));
            }
        }
        offence.groups().values().forEach(group -> {
            if (Weighing.alleged(alleged, group).isEmpty()) {
                missing.add(point(reader, Reason.WAY_NOT_SAID, group.getFirst()));
            } else if (Weighing.alleged(alleged, group).stream()
                    .allMatch(way -> conduct.ruledOut().contains(way.id()))) {
                out.add(point(reader, Reason.RULED_OUT, group.getFirst()));
            }
        });
        if (!out.isEmpty()) {
            return new Answer.NotMatched(out);
        }
        return missing.isEmpty() ? new Answer.Matched() : new Answer.NotKnown(missing);
    }

    private static Point point(StateCode state, Reason reason, Element element) {
        return new Point(
                state,
                reason,
                element.offence(),
                Optional.of(element.id()),
                Optional.empty(),
                Optional.empty(),
                element.source().value());
    }
}
