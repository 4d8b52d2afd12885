package comity.law.gaps;

import comity.kernel.StateCode;
import comity.law.gaps.Gap.Kind;
import comity.law.offence.Element;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.law.offence.Provision;
import comity.law.offence.Reach;
import comity.law.offence.Relation;
import comity.law.offence.Rule;
import comity.law.offence.Rule.Position;
import comity.law.offence.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lays a State's book beside arts 7 to 17 and 19(1). Of alternatives, each must be reached: a law that punishes
/// possession and not access has a gap.
public final class Gaps {
    private static final String PARTICIPATION = Part.PARTICIPATION.element();

    private final OffenceCatalogue catalogue;
    private final AssistanceTopics topics;

    public Gaps(OffenceCatalogue catalogue, AssistanceTopics topics) {
        this.catalogue = catalogue;
        this.topics = topics;
    }

    /// @param reserved offences that the State has taken out by reservation; they are no gaps
    /// @return empty when the State has given no book
    public Optional<List<Gap>> of(StateCode state, LocalDate day, Set<String> reserved) {
        return catalogue.law(state).map(law -> {
            List<Gap> gaps = new ArrayList<>();
            for (OffencePattern offence : catalogue.elements().ofConvention()) {
                if (!reserved.contains(offence.id())) {
                    gaps.addAll(gapsOf(law, offence, day));
                }
            }
            return gaps;
        });
    }

    private List<Gap> gapsOf(NationalLaw law, OffencePattern offence, LocalDate day) {
        List<Reach> reaches = catalogue.reaching(law.state(), offence.id(), day);
        if (reaches.isEmpty()) {
            return List.of(without(law, offence));
        }
        List<Gap> gaps = new ArrayList<>();
        for (Element element : offence.elements()) {
            if (element.standing() == Standing.REQUIRED || element.standing() == Standing.EXCLUDED) {
                at(element, reaches).ifPresent(gaps::add);
            }
        }
        participation(law, offence).ifPresent(gaps::add);
        return gaps;
    }

    private Gap without(NationalLaw law, OffencePattern offence) {
        Optional<Provision> other = catalogue.reaching(law.state(), offence.id()).stream()
                .map(Reach::provision)
                .max(Comparator.comparing(provision -> provision.inForce().from()));
        Kind kind = law.complete() ? Kind.NO_PROVISION : Kind.NOT_ENTERED;
        return new Gap(
                other.isPresent() ? Kind.NOT_IN_FORCE : kind,
                offence.id(),
                offence.source().article(),
                Optional.empty(),
                other.map(Provision::id),
                Optional.empty(),
                topics.of(offence.id()));
    }

    /// What the provision that comes nearest to an element lacks.
    private Optional<Gap> at(Element element, List<Reach> reaches) {
        Reach nearest = reaches.stream()
                .min(Comparator.comparing(reach -> relation(reach, element)))
                .orElseThrow();
        return switch (relation(nearest, element)) {
            case COVERS -> Optional.empty();
            case COVERS_AND_DEMANDS_MORE -> Optional.of(gap(Kind.DEMANDS_MORE, element, nearest));
            case LACKS -> Optional.of(gap(Kind.ELEMENT_LACKING, element, nearest));
            case NOT_KNOWN -> Optional.of(gap(Kind.NOT_COMPARED, element, nearest));
        };
    }

    /// In the order of its constants: what covers comes first.
    private static Relation relation(Reach reach, Element element) {
        return reach.at(element.id()).map(words -> words.mapping().relation()).orElse(Relation.NOT_KNOWN);
    }

    private Gap gap(Kind kind, Element element, Reach reach) {
        return new Gap(
                kind,
                element.offence(),
                element.source().article(),
                Optional.of(element.id()),
                Optional.of(reach.provision().id()),
                reach.at(element.id()).map(Reach.Words::mapping).flatMap(Mapping::demand),
                topics.of(element.offence()));
    }

    private Optional<Gap> participation(NationalLaw law, OffencePattern offence) {
        Position position = law.rule(Part.PARTICIPATION.code())
                .map((Rule rule) -> rule.positionFor(offence.id()))
                .orElse(Position.NOT_KNOWN);
        if (position == Position.YES) {
            return Optional.empty();
        }
        return Optional.of(new Gap(
                position == Position.NO ? Kind.PART_NOT_PUNISHED : Kind.PART_NOT_KNOWN,
                offence.id(),
                catalogue
                        .elements()
                        .element(PARTICIPATION)
                        .orElseThrow()
                        .source()
                        .article(),
                Optional.of(PARTICIPATION),
                Optional.empty(),
                Optional.empty(),
                topics.of(PARTICIPATION.substring(0, PARTICIPATION.indexOf('/')))));
    }
}
