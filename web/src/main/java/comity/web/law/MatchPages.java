package comity.web.law;

import comity.api.law.LawMatch;
import comity.kernel.StateCode;
import comity.law.guide.Guidance;
import comity.law.guide.Guide;
import comity.law.guide.LikelyOffence;
import comity.law.guide.Question;
import comity.law.guide.Reply;
import comity.law.living.LivingLaw;
import comity.law.matching.Conduct;
import comity.law.offence.Element;
import comity.law.offence.OffencePattern;
import comity.law.words.LawWords;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Conduct laid beside two laws, and the questions that lead from facts to offences. Asked by GET, so that an
/// answer has an address; nothing is kept.
@Controller
public class MatchPages {
    private static final List<String> SINGLE = List.of("from", "to", "part", "measure", "on", "topic");
    private static final List<String> MANY = List.of("offence", "way", "shown", "not");
    private static final String REPLY = "q-";

    private final LawTeller teller;
    private final MatchTeller matches;
    private final MatchQuestions questions;
    private final Guide guide;
    private final LawWords words;

    public MatchPages(LawTeller teller, MatchTeller matches, MatchQuestions questions, Guide guide, LawWords words) {
        this.teller = teller;
        this.matches = matches;
        this.questions = questions;
        this.guide = guide;
        this.words = words;
    }

    /// A question with its reply.
    public record Asked(String field, String text, String reply) {}

    /// An offence that the replies point to, in words.
    ///
    /// @param match where it is laid beside two laws
    /// @param ask the offence under which it may be asked about
    public record Likely(
            String name,
            boolean fits,
            List<String> shown,
            List<String> toShow,
            List<String> mayBeAsked,
            List<String> against,
            String match,
            String ask) {
        public Likely {
            shown = List.copyOf(shown);
            toShow = List.copyOf(toShow);
            mayBeAsked = List.copyOf(mayBeAsked);
            against = List.copyOf(against);
        }
    }

    @GetMapping("/law/match")
    ModelAndView match(Page page, HttpServletRequest call) {
        List<Trouble> troubles = new ArrayList<>();
        Phrases phrases = phrases(page);
        Map<String, String> fields = fields(call);
        Map<String, List<String>> many = many(call);
        // Two laws or a conduct may be handed in alone, from another page: then the rest is asked for.
        boolean asked = fields.containsKey("from") && fields.containsKey("to") && many.containsKey("offence")
                || call.getParameter("go") != null;
        Optional<LawMatch> answer = asked
                ? LawPages.good(page, questions.read(phrases, fields, many, teller.today()), troubles)
                        .map(question -> matches.match(page.language(), question))
                : Optional.empty();
        List<OffencePattern> chosen = offences(many);
        MatchChoices choices = MatchChoices.of(phrases, teller.law().now(), chosen, states(fields));
        List<String> acts = many.getOrDefault("offence", List.of());
        Map<String, Object> model = model(page, troubles);
        model.put("fields", fields);
        model.put("many", many);
        model.put("answer", answer);
        model.put("choices", choices);
        model.put("several", acts.size() > 1 || acts.stream().anyMatch(act -> act.contains(",")));
        model.put(
                "acts",
                chosen.stream().map(offence -> phrases.offence(offence.id())).toList());
        LivingLaw.State law = teller.law().now();
        model.put("states", Participants.options(law.register(), law.catalogue().states(), page.language()));
        model.put("offences", all(phrases));
        model.put("measures", measures(page));
        return LawPages.shown("law/match", model, troubles);
    }

    private List<OffencePattern> offences(Map<String, List<String>> many) {
        return many.getOrDefault("offence", List.of()).stream()
                .flatMap(act -> Arrays.stream(act.split(",")))
                .distinct()
                .flatMap(id -> teller.law().elements().offence(id).stream())
                .toList();
    }

    private static List<StateCode> states(Map<String, String> fields) {
        return Stream.of("from", "to")
                .flatMap(field -> StateCodes.read(fields.getOrDefault(field, "")).stream())
                .distinct()
                .toList();
    }

    private List<Option> all(Phrases phrases) {
        return teller.law().elements().all().stream()
                .map(offence -> new Option(offence.id(), phrases.offence(offence.id())))
                .toList();
    }

    private List<Option> measures(Page page) {
        return teller.law().now().eligibility().cooperations().all().stream()
                .map(measure -> new Option(measure.code(), page.t("law.measure." + measure.code())))
                .toList();
    }

    @GetMapping("/law/guide")
    ModelAndView guide(Page page, HttpServletRequest call) {
        List<Trouble> troubles = new ArrayList<>();
        Phrases phrases = phrases(page);
        Map<String, String> fields = fields(call);
        String topic = fields.getOrDefault("topic", "");
        if (!topic.isEmpty() && !guide.knows(topic)) {
            troubles.add(new Trouble(
                    "topic", page.t("complaint.match-topic-unknown", "value", LawQuestions.shortened(topic))));
        }
        Map<String, Reply> replies = replies(page, call, topic, troubles);
        List<Question> asked = guide.questions(topic, replies);
        Guidance guidance = guide.guidance(topic, replies);
        Map<String, Object> model = model(page, troubles);
        model.put("fields", fields);
        model.put("topic", topic);
        model.put(
                "topics",
                guide.topics().stream()
                        .map(one -> new Option(one, phrases.law("topic", one)))
                        .toList());
        model.put(
                "questions",
                asked.stream()
                        .map(question -> new Asked(
                                REPLY + question.id(),
                                phrases.law("question", question.id()),
                                Optional.ofNullable(replies.get(question.id()))
                                        .map(Reply::name)
                                        .orElse("")))
                        .toList());
        model.put(
                "replies",
                Arrays.stream(Reply.values())
                        .map(reply ->
                                new Option(reply.name(), phrases.law("guide", String.join(".", "reply", reply.name()))))
                        .toList());
        model.put("replied", !replies.isEmpty());
        model.put(
                "likely",
                guidance.offences().stream()
                        .map(one -> likely(phrases, one, guidance.conduct(), fields))
                        .toList());
        model.put(
                "cautions",
                guidance.cautions().stream()
                        .map(caution -> phrases.law("caution", caution))
                        .toList());
        model.put(
                "whole",
                guidance.conduct()
                        .map(conduct -> MatchAddress.of(
                                conduct, fields.getOrDefault("from", ""), fields.getOrDefault("to", "")))
                        .orElse(""));
        return LawPages.shown("law/guide", model, troubles);
    }

    private Map<String, Reply> replies(Page page, HttpServletRequest call, String topic, List<Trouble> troubles) {
        Map<String, Reply> replies = new LinkedHashMap<>();
        if (!guide.knows(topic)) {
            return replies;
        }
        for (String field : call.getParameterMap().keySet()) {
            String given = LawPages.value(call, field);
            if (!field.startsWith(REPLY) || given.isEmpty()) {
                continue;
            }
            Arrays.stream(Reply.values())
                    .filter(reply -> reply.name().equals(given))
                    .findFirst()
                    .ifPresentOrElse(
                            reply -> replies.put(field.substring(REPLY.length()), reply),
                            () -> troubles.add(new Trouble(
                                    LawQuestions.shortened(field),
                                    page.t("complaint.match-reply-unknown", "value", LawQuestions.shortened(given)))));
        }
        return replies;
    }

    private Likely likely(
            Phrases phrases, LikelyOffence likely, Optional<Conduct> conduct, Map<String, String> fields) {
        String id = likely.offence().id();
        Set<String> shown = new HashSet<>(conduct.map(Conduct::shown).orElse(Set.of()));
        likely.shown().forEach(element -> shown.add(element.id()));
        Set<String> ruledOut = new HashSet<>(conduct.map(Conduct::ruledOut).orElse(Set.of()));
        likely.ruledOut().stream()
                .map(Element::id)
                .filter(one -> !shown.contains(one))
                .forEach(ruledOut::add);
        Set<String> ways = new HashSet<>();
        likely.shown().stream().filter(Element::isAlternative).map(Element::id).forEach(ways::add);
        Conduct alone = new Conduct(
                id,
                comity.law.offence.Part.COMMITTED,
                List.of(new Conduct.Act(id, List.of(new Conduct.Alleged(id, ways)))),
                shown,
                ruledOut);
        return new Likely(
                phrases.offence(id),
                likely.fits(),
                names(phrases, likely.shown()),
                names(phrases, likely.toShow()),
                names(phrases, likely.mayBeAsked()),
                names(phrases, likely.ruledOut()),
                MatchAddress.of(alone, fields.getOrDefault("from", ""), fields.getOrDefault("to", "")),
                likely.offence().isOfConvention() ? id : LawQuestions.OTHER);
    }

    private static List<String> names(Phrases phrases, List<Element> elements) {
        return elements.stream().map(element -> phrases.element(element.id())).toList();
    }

    private Phrases phrases(Page page) {
        return new Phrases(page.messages(), words, page.language());
    }

    private static Map<String, Object> model(Page page, List<Trouble> troubles) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("troubles", troubles);
        return model;
    }

    private static Map<String, String> fields(HttpServletRequest call) {
        Map<String, String> fields = new HashMap<>();
        for (String name : SINGLE) {
            String value = LawPages.value(call, name);
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static Map<String, List<String>> many(HttpServletRequest call) {
        Map<String, List<String>> many = new HashMap<>();
        for (String name : MANY) {
            String[] given = call.getParameterValues(name);
            if (given != null) {
                Set<String> values = new LinkedHashSet<>();
                Arrays.stream(given)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .forEach(values::add);
                if (!values.isEmpty()) {
                    many.put(name, List.copyOf(values));
                }
            }
        }
        return many;
    }
}
