package comity.law.guide;

import comity.law.guide.Question.Meaning;
import comity.law.matching.Conduct;
import comity.law.matching.Conduct.Act;
import comity.law.matching.Conduct.Alleged;
import comity.law.offence.Element;
import comity.law.offence.ElementKind;
import comity.law.offence.Elements;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.law.offence.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything the replies have said so far.
final class Said {
    private final Elements elements;
    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<String> ruledOut = new LinkedHashSet<>();
    private final Set<String> cautions = new LinkedHashSet<>();

    Said(Elements elements) {
        this.elements = elements;
    }

    void take(Meaning meaning) {
        shown.addAll(meaning.shows());
        ruledOut.addAll(meaning.rulesOut());
        cautions.addAll(meaning.cautions());
        // A reply that shows a thing outweighs one that rules it out: two questions may touch the same data.
        ruledOut.removeAll(shown);
    }

    /// What fits comes first, and of that the Convention's own offences: they open every measure.
    Guidance guidance(Map<String, List<String>> acts) {
        List<LikelyOffence> found = elements.all().stream()
                .filter(this::isRaised)
                .map(this::likely)
                .sorted(Comparator.comparing((LikelyOffence one) -> !one.fits())
                        .thenComparing(one -> !one.offence().isOfConvention())
                        .thenComparing(one -> one.toShow().size()))
                .toList();
        return new Guidance(found, List.copyOf(cautions), conduct(acts, found));
    }

    /// Something was said that was done.
    private boolean isRaised(OffencePattern offence) {
        return offence.elements().stream()
                .anyMatch(element -> element.kind() == ElementKind.CONDUCT
                        && element.standing() == Standing.REQUIRED
                        && shown.contains(element.id()));
    }

    private LikelyOffence likely(OffencePattern offence) {
        List<Element> showing = new ArrayList<>();
        List<Element> toShow = new ArrayList<>();
        List<Element> mayBeAsked = new ArrayList<>();
        List<Element> against = new ArrayList<>();
        for (Element element : offence.elements()) {
            if (element.standing().isExit()) {
                if (shown.contains(element.id())) {
                    against.add(element);
                }
            } else if (shown.contains(element.id())) {
                showing.add(element);
            } else if (element.standing() == Standing.MAY_REQUIRE) {
                mayBeAsked.add(element);
            } else if (element.isRequiredAlone()) {
                (ruledOut.contains(element.id()) ? against : toShow).add(element);
            }
        }
        for (List<Element> group : offence.groups().values()) {
            if (group.stream().noneMatch(element -> shown.contains(element.id()))) {
                boolean none = group.stream().allMatch(element -> ruledOut.contains(element.id()));
                (none ? against : toShow)
                        .addAll(group.stream()
                                .filter(element -> none || !ruledOut.contains(element.id()))
                                .toList());
            }
        }
        return new LikelyOffence(offence, showing, toShow, mayBeAsked, against);
    }

    private Optional<Conduct> conduct(Map<String, List<String>> acts, List<LikelyOffence> found) {
        Set<String> fitting = found.stream()
                .filter(LikelyOffence::fits)
                .map(one -> one.offence().id())
                .collect(Collectors.toSet());
        List<Act> done = new ArrayList<>();
        acts.forEach((act, offences) -> {
            List<Alleged> alleged = offences.stream()
                    .filter(fitting::contains)
                    .map(this::alleged)
                    .toList();
            if (!alleged.isEmpty()) {
                done.add(new Act(act, alleged));
            }
        });
        return done.isEmpty()
                ? Optional.empty()
                : Optional.of(new Conduct("guide", Part.COMMITTED, done, shown, ruledOut));
    }

    private Alleged alleged(String offence) {
        return new Alleged(
                offence,
                elements.offence(offence).stream()
                        .flatMap(pattern -> pattern.elements().stream())
                        .filter(Element::isAlternative)
                        .map(Element::id)
                        .filter(shown::contains)
                        .collect(Collectors.toSet()));
    }
}
