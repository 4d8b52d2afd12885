package comity.law.offence;

import comity.law.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// An offence as the elements it is made of: one of the Convention's own, or other conduct that often goes with it.
///
/// @param id `unc.10`, or `other.extortion` for what the Convention does not establish
/// @param elements in the order in which they are read
/// @param groups the alternatives among them, by the group they belong to
/// @param budapest the articles of the Budapest Convention that it may be compared with; empty when there is none
/// @param untoc the same of the Convention against Transnational Organized Crime
/// @param source the articles with evidence mark, as-of date and note; its value says how the parallel holds
public record OffencePattern(
        String id,
        List<Element> elements,
        Map<String, List<Element>> groups,
        List<String> budapest,
        List<String> untoc,
        Fact<String> source) {
    private static final String CONVENTION = "unc.";

    public OffencePattern {
        elements = List.copyOf(elements);
        groups = Map.copyOf(groups);
        budapest = List.copyOf(budapest);
        untoc = List.copyOf(untoc);
    }

    static OffencePattern of(
            String id, List<Element> elements, List<String> budapest, List<String> untoc, Fact<String> source) {
        Map<String, List<Element>> groups = elements.stream()
                .filter(Element::isAlternative)
                .collect(Collectors.groupingBy(element -> element.group().orElseThrow()));
        return new OffencePattern(id, elements, groups, budapest, untoc, source);
    }

    /// Established by the Convention itself (arts 7–17).
    public boolean isOfConvention() {
        return id.startsWith(CONVENTION);
    }

    public Optional<Element> find(String elementId) {
        return elements.stream()
                .filter(element -> element.id().equals(elementId))
                .findFirst();
    }
}
