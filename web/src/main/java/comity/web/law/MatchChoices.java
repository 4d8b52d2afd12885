package comity.web.law;

import comity.kernel.StateCode;
import comity.law.living.LivingLaw;
import comity.law.offence.Element;
import comity.law.offence.Mapping;
import comity.law.offence.OffencePattern;
import comity.law.offence.Reach;
import comity.law.offence.Standing;
import comity.web.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a person can tick about the offences that were chosen: in which way it was done, and which facts are shown.
///
/// @param ways alternatives of the Convention
/// @param facts what the Convention lets a State require or exclude, and what one of the two laws demands
public record MatchChoices(List<Option> ways, List<Option> facts) {
    public MatchChoices {
        ways = List.copyOf(ways);
        facts = List.copyOf(facts);
    }

    static MatchChoices of(
            Phrases phrases, LivingLaw.State law, List<OffencePattern> offences, List<StateCode> states) {
        List<Option> ways = new ArrayList<>();
        Map<String, Option> facts = new LinkedHashMap<>();
        for (OffencePattern offence : offences) {
            for (Element element : offence.elements()) {
                if (element.isAlternative()) {
                    ways.add(option(phrases, element));
                } else if (element.standing() == Standing.MAY_REQUIRE
                        || element.standing().isExit()) {
                    facts.put(element.id(), option(phrases, element));
                }
            }
            for (StateCode state : states) {
                demands(law, offence, state)
                        .forEach(mapping -> mapping.demand()
                                .ifPresent(fact -> facts.putIfAbsent(
                                        fact, new Option(fact, phrases.fact(fact, mapping.wording())))));
            }
        }
        return new MatchChoices(ways, List.copyOf(facts.values()));
    }

    private static Stream<Mapping> demands(LivingLaw.State law, OffencePattern offence, StateCode state) {
        return law.catalogue().reaching(state, offence.id()).stream()
                .flatMap(reach -> reach.words().values().stream())
                .map(Reach.Words::mapping);
    }

    private static Option option(Phrases phrases, Element element) {
        return new Option(element.id(), phrases.element(element.id()), phrases.plainly(element.id()));
    }

    /// What was given and cannot be ticked here, so that it is not lost.
    public static List<String> others(List<String> given, List<Option> options) {
        Set<String> others = new LinkedHashSet<>(given);
        options.forEach(option -> others.remove(option.value()));
        return List.copyOf(others);
    }
}
