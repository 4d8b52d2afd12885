package comity.benchmarks.law;

import comity.kernel.StateCode;
import comity.law.matching.Answer;
import comity.law.matching.Answer.Kind;
import comity.law.matching.Conduct;
import comity.law.matching.Conduct.Alleged;
import comity.law.offence.Element;
import comity.law.offence.ElementKind;
import comity.law.offence.Elements;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.law.offence.Provision;
import comity.law.offence.Relation;
import comity.law.offence.Rule;
import comity.law.offence.Rule.Position;
import comity.law.offence.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rival: all provisions in one list, looked through for each question, as a program would that was written in an
/// afternoon. It gives the answer only, without table and reasons, and so does less.
final class NaiveScan {
    private final Elements elements;
    private final List<NationalLaw> books;
    private final List<Provision> all;

    NaiveScan(Elements elements, List<NationalLaw> books) {
        this.elements = elements;
        this.books = books;
        this.all = books.stream().flatMap(book -> book.provisions().stream()).toList();
    }

    Answer.Kind answer(ManyLaws.Question question) {
        List<Conduct.Act> acts = question.conduct().acts();
        List<Conduct.Act> own = acts.stream()
                .filter(act -> act.offences().stream()
                        .anyMatch(alleged -> alleged.offence().startsWith("unc.")))
                .toList();
        return (own.isEmpty() ? acts : own)
                .stream()
                        .flatMap(act ->
                                Stream.of(in(question.first(), act, question), in(question.second(), act, question)))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    private Kind in(StateCode state, Conduct.Act act, ManyLaws.Question question) {
        NationalLaw law = books.stream()
                .filter(book -> book.state().equals(state))
                .findFirst()
                .orElseThrow();
        return act.offences().stream()
                .map(alleged -> of(law, alleged, question))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Kind of(NationalLaw law, Alleged alleged, ManyLaws.Question question) {
        OffencePattern offence = elements.offence(alleged.offence()).orElseThrow();
        return all.stream()
                .filter(provision -> provision.id().state().equals(law.state()))
                .filter(provision -> provision.inForce().on(question.day()))
                .filter(provision -> says(provision, offence))
                .map(provision -> weigh(law, provision, alleged, offence, question.conduct()))
                .min(Comparator.naturalOrder())
                .orElse(law.complete() ? Kind.NOT_MATCHED : Kind.NOT_KNOWN);
    }

    private boolean says(Provision provision, OffencePattern offence) {
        return provision.mappings().stream()
                .anyMatch(mapping -> offence.find(mapping.element())
                        .filter(element -> element.kind() == ElementKind.CONDUCT)
                        .isPresent());
    }

    private Kind weigh(NationalLaw law, Provision provision, Alleged alleged, OffencePattern offence, Conduct conduct) {
        List<Kind> kinds = new ArrayList<>(List.of(part(law, alleged, conduct)));
        for (Element element : offence.elements()) {
            if (!element.isAlternative() && !element.standing().isExit()) {
                kinds.add(element(provision, element, conduct));
            }
        }
        offence.groups()
                .values()
                .forEach(group -> kinds.add(group.stream()
                        .filter(element -> alleged.ways().contains(element.id()))
                        .map(element -> element(provision, element, conduct))
                        .min(Comparator.naturalOrder())
                        .orElse(Kind.NOT_KNOWN)));
        return kinds.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static Kind part(NationalLaw law, Alleged alleged, Conduct conduct) {
        if (conduct.part() == Part.COMMITTED) {
            return Kind.MATCHED;
        }
        Position position = law.rule(conduct.part().code())
                .map((Rule rule) -> rule.positionFor(alleged.offence()))
                .orElse(Position.NOT_KNOWN);
        return switch (position) {
            case YES -> Kind.MATCHED;
            case NO -> Kind.NOT_MATCHED;
            case NOT_KNOWN -> Kind.NOT_KNOWN;
        };
    }

    private Kind element(Provision provision, Element element, Conduct conduct) {
        Optional<Mapping> mapping = mapping(provision, element);
        boolean option = element.standing() == Standing.MAY_REQUIRE;
        if (mapping.isEmpty()) {
            return option ? Kind.MATCHED : Kind.NOT_KNOWN;
        }
        Relation relation = mapping.get().relation();
        Kind more = fact(mapping.get().demand().orElse(""), conduct);
        if (option) {
            Kind own = fact(element.id(), conduct);
            return switch (relation) {
                case COVERS -> own;
                case COVERS_AND_DEMANDS_MORE -> own.compareTo(more) > 0 ? own : more;
                case LACKS -> Kind.MATCHED;
                case NOT_KNOWN -> Kind.NOT_KNOWN;
            };
        }
        return switch (relation) {
            case COVERS -> Kind.MATCHED;
            case COVERS_AND_DEMANDS_MORE -> more;
            case LACKS -> Kind.NOT_MATCHED;
            case NOT_KNOWN -> Kind.NOT_KNOWN;
        };
    }

    private static Kind fact(String fact, Conduct conduct) {
        return conduct.shown().contains(fact) ? Kind.MATCHED : Kind.MATCHED_WITH_FACTS;
    }

    private Optional<Mapping> mapping(Provision provision, Element element) {
        return Stream.concat(
                        provision.mappings().stream(),
                        provision.incorporates().stream()
                                .flatMap(other ->
                                        all.stream().filter(one -> one.id().equals(other)))
                                .flatMap(other -> other.mappings().stream()))
                .filter(mapping -> mapping.element().equals(element.id()))
                .findFirst();
    }
}
