package comity.web.law;

import static comity.web.law.LawQuestions.shortened;
import static comity.web.law.LawQuestions.wrong;

import comity.api.law.MatchCall;
import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.law.BrokenLawFile;
import comity.law.eligibility.Cooperation;
import comity.law.living.LivingLaw;
import comity.law.matching.Conduct;
import comity.law.matching.ConductFile;
import comity.law.offence.Element;
import comity.law.offence.Elements;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.web.law.LawQuestions.Read;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Reads which conduct is to be laid beside which laws, from an address or from the body of a call, and says everything
/// that is wrong with it at once.
///
/// In an address each `offence` is an act. Where an act may be seen as several offences, their ids stand behind one
/// another with commas: `offence=unc.9,unc.10`. `way`, `shown` and `not` may stand often.
public final class MatchQuestions {
    private static final String FACT = "[a-z][a-z0-9-]{1,59}";
    private static final int MOST_ACTS = 20;
    private static final int MOST_FACTS = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LivingLaw living;

    public MatchQuestions(LivingLaw living) {
        this.living = living;
    }

    /// What is to be compared.
    ///
    /// @param measure what would be asked of `to`; empty when nobody has said
    public record Asked(Conduct conduct, StateCode from, StateCode to, LocalDate day, Optional<String> measure) {}

    private Elements elements() {
        return living.elements();
    }

    /// From an address.
    ///
    /// @param single fields that stand once: `from`, `to`, `part`, `measure`, `on`
    /// @param many fields that may stand often: `offence`, `way`, `shown`, `not`
    Read<Asked> read(Phrases phrases, Map<String, String> single, Map<String, List<String>> many, LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        List<Conduct.Act> acts = acts(phrases, many, complaints);
        Set<String> shown = facts("shown", many, complaints);
        Set<String> ruledOut = facts("not", many, complaints);
        shown.stream()
                .filter(ruledOut::contains)
                .findFirst()
                .ifPresent(fact ->
                        complaints.add(wrong("not", "match-fact-both", Map.of("value", phrases.fact(fact, "")))));
        Optional<Part> part = part(single, complaints);
        String about = acts.stream().map(Conduct.Act::name).collect(Collectors.joining("; "));
        return asked(single, today, complaints, () -> new Conduct(about, part.orElseThrow(), acts, shown, ruledOut));
    }

    /// From the body of a call.
    public Read<Asked> read(MatchCall call, LocalDate today) {
        Map<String, String> single = new HashMap<>(Map.of("from", call.from(), "to", call.to()));
        Optional.ofNullable(call.on()).ifPresent(on -> single.put("on", on));
        Optional.ofNullable(call.measure()).ifPresent(measure -> single.put("measure", measure));
        List<Complaint> complaints = new ArrayList<>();
        Optional<Conduct> conduct = conduct(call, complaints);
        return asked(single, today, complaints, conduct::orElseThrow);
    }

    private Optional<Conduct> conduct(MatchCall call, List<Complaint> complaints) {
        try {
            Conduct conduct = new ConductFile(elements()).read("conduct", JSON.writeValueAsBytes(call.conduct()));
            if (conduct.acts().size() > MOST_ACTS) {
                complaints.add(wrong("conduct/acts", "match-too-many", Map.of("most", "" + MOST_ACTS)));
            }
            return Optional.of(conduct);
        } catch (BrokenLawFile | IllegalArgumentException e) {
            complaints.add(wrong("conduct", "match-conduct-wrong", Map.of("reason", String.valueOf(e.getMessage()))));
            return Optional.empty();
        }
    }

    private Read<Asked> asked(
            Map<String, String> single,
            LocalDate today,
            List<Complaint> complaints,
            java.util.function.Supplier<Conduct> conduct) {
        Optional<StateCode> from = LawQuestions.state("from", single, complaints);
        Optional<StateCode> to = LawQuestions.state("to", single, complaints);
        Optional<String> measure = measure(single, complaints);
        Optional<LocalDate> day = LawQuestions.day("on", single, today, complaints);
        return complaints.isEmpty()
                ? new Read.Good<>(
                        new Asked(conduct.get(), from.orElseThrow(), to.orElseThrow(), day.orElseThrow(), measure))
                : new Read.Wrong<>(complaints);
    }

    private List<Conduct.Act> acts(Phrases phrases, Map<String, List<String>> many, List<Complaint> complaints) {
        List<String> given = many.getOrDefault("offence", List.of());
        if (given.isEmpty()) {
            complaints.add(wrong("offence", "law-offence-missing", Map.of()));
        }
        if (given.size() > MOST_ACTS) {
            complaints.add(wrong("offence", "match-too-many", Map.of("most", "" + MOST_ACTS)));
            return List.of();
        }
        Set<String> ways = ways(many, complaints);
        List<Conduct.Act> acts = new ArrayList<>();
        for (String act : given) {
            List<OffencePattern> offences = new ArrayList<>();
            for (String id : new LinkedHashSet<>(Arrays.asList(act.split(",")))) {
                elements()
                        .offence(id)
                        .ifPresentOrElse(
                                offences::add,
                                () -> complaints.add(
                                        wrong("offence", "match-offence-unknown", Map.of("value", shortened(id)))));
            }
            if (!offences.isEmpty()) {
                acts.add(new Conduct.Act(
                        offences.stream()
                                .map(offence -> phrases.offence(offence.id()))
                                .collect(Collectors.joining(" / ")),
                        offences.stream().map(offence -> alleged(offence, ways)).toList()));
            }
        }
        return acts;
    }

    /// A way of another offence says nothing of this one: who chooses another offence keeps what was ticked before.
    private static Conduct.Alleged alleged(OffencePattern offence, Set<String> ways) {
        return new Conduct.Alleged(
                offence.id(),
                ways.stream().filter(way -> offence.find(way).isPresent()).collect(Collectors.toSet()));
    }

    private Set<String> ways(Map<String, List<String>> many, List<Complaint> complaints) {
        Set<String> ways = new HashSet<>();
        for (String way : some("way", many, complaints)) {
            if (elements().element(way).filter(Element::isAlternative).isPresent()) {
                ways.add(way);
            } else {
                complaints.add(wrong("way", "match-way-unknown", Map.of("value", shortened(way))));
            }
        }
        return ways;
    }

    private Set<String> facts(String field, Map<String, List<String>> many, List<Complaint> complaints) {
        Set<String> facts = new LinkedHashSet<>();
        for (String fact : some(field, many, complaints)) {
            if (elements().element(fact).isPresent() || fact.matches(FACT)) {
                facts.add(fact);
            } else {
                complaints.add(wrong(field, "match-fact-unknown", Map.of("value", shortened(fact))));
            }
        }
        return facts;
    }

    private static List<String> some(String field, Map<String, List<String>> many, List<Complaint> complaints) {
        List<String> given = many.getOrDefault(field, List.of());
        if (given.size() <= MOST_FACTS) {
            return given;
        }
        complaints.add(wrong(field, "match-too-many", Map.of("most", "" + MOST_FACTS)));
        return List.of();
    }

    private static Optional<Part> part(Map<String, String> single, List<Complaint> complaints) {
        String typed = LawQuestions.value(single, "part").strip();
        if (typed.isEmpty()) {
            return Optional.of(Part.COMMITTED);
        }
        Optional<Part> part = Arrays.stream(Part.values())
                .filter(one -> one.code().equals(typed))
                .findFirst();
        if (part.isEmpty()) {
            complaints.add(wrong("part", "match-part-unknown", Map.of("value", shortened(typed))));
        }
        return part;
    }

    private Optional<String> measure(Map<String, String> single, List<Complaint> complaints) {
        String typed = LawQuestions.value(single, "measure").strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = living.now().eligibility().cooperations().all().stream()
                .map(Cooperation::code)
                .toList();
        if (known.contains(typed)) {
            return Optional.of(typed);
        }
        complaints.add(wrong(
                "measure",
                "law-measure-unknown",
                Map.of("value", shortened(typed), "known", String.join(", ", known))));
        return Optional.empty();
    }
}
