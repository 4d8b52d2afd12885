package comity.web.preservation;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.RefusalGround;
import comity.requests.form.Answers;
import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.requests.preservation.Act;
import comity.safeguards.ProtectedRole;
import comity.web.Option;
import comity.web.Page;
import comity.web.cases.States;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What the form of each act asks. The questions are data for one template; the grounds of refusal come with the case.
public final class ActForms {
    private final Form form;
    private final FieldNames names;
    private final States states;
    private final StateCode home;
    private final Facts facts;

    public ActForms(Form form, FieldNames names, Facts facts, States states, StateCode home) {
        this.form = form;
        this.names = names;
        this.facts = facts;
        this.states = states;
        this.home = home;
    }

    /// One question.
    ///
    /// @param kind `text`, `area`, `time`, `number`, `radio`, `checks` or `select`
    /// @param before what is known already; nothing that a person must judge is ever filled in
    public record Question(String name, String kind, String label, String hint, String before, List<Option> options) {}

    /// @param effect what the other State will read, in its own language
    /// @param quoted the texts that will stand in it, as typed
    public record ActForm(
            String act, List<Question> questions, String effect, Language effectLanguage, List<String> quoted) {}

    ActForm form(Page page, CaseView view, Act act, boolean preview) {
        List<Question> questions = questions(page, view, act);
        List<String> quoted = preview
                ? questions.stream()
                        .map(question -> said(page, question, page.typed(question.name())))
                        .filter(text -> !text.isBlank())
                        .toList()
                : List.of();
        Language theirs = view.peerLanguage();
        String effect = page.in(
                theirs,
                "effect." + act.code(),
                "state",
                states.name(home, theirs),
                "reference",
                view.reference().toString());
        return new ActForm(act.code(), questions, act == Act.ASSESS ? "" : effect, theirs, quoted);
    }

    /// What was typed, or what the picked answers are called.
    private static String said(Page page, Question question, String typed) {
        List<String> picked = question.options().stream()
                .filter(option -> option.in(typed))
                .map(Option::label)
                .toList();
        return picked.isEmpty() ? typed : page.all(picked);
    }

    /// What each field of an act is called on its page; a time is called so at each of its parts.
    Map<String, String> labels(Page page, CaseView view, Act act) {
        Map<String, String> labels = new HashMap<>();
        for (Question question : questions(page, view, act)) {
            labels.put(question.name(), question.label());
            labels.put(question.name() + "/text", question.label());
            labels.put(question.name() + "/zone", question.label());
        }
        return labels;
    }

    private List<Question> questions(Page page, CaseView view, Act act) {
        return switch (act) {
            case DRAFT, SEND -> List.of();
            case ANSWER -> answers(page, view);
            case CHOOSE_RISK -> List.of(radio(page, act, "choice", "continue", "withdraw"), area(page, act, "note"));
            case ASK_EXTENSION -> List.of(number(page, act, "days"), area(page, act, "reason"));
            case LINK_MLA -> List.of(text(page, act, "reference", ""));
            case WITHDRAW, RELEASE -> List.of(area(page, act, "reason"));
            case ACKNOWLEDGE -> List.of(hours(page, act));
            case ASSESS ->
                List.of(
                        judgement(page, act, "necessity"),
                        judgement(page, act, "discrimination"),
                        judgement(page, act, "protected-role"),
                        protectedRoles(page, act),
                        judgement(page, act, "refusal-ground"),
                        area(page, act, "reasons"));
            case ASK_MORE -> List.of(fields(page, view, act), area(page, act, "note"));
            case NOTICE_RISK ->
                List.of(
                        radio(page, act, "kind", "availability", "confidentiality", "prejudice"),
                        area(page, act, "note"));
            case CONSULT -> List.of(grounds(page, view, act), area(page, act, "note"));
            case REFUSE ->
                List.of(
                        grounds(page, view, act),
                        text(page, act, "national-law", ""),
                        area(page, act, "reasons"),
                        area(page, act, "resubmit"));
            case ORDER, RENEW_ORDER -> List.of(text(page, act, "order", ""), time(page, act, "at"));
            case PRESERVE ->
                List.of(
                        radio(page, act, "coverage", "full", "partial", "not-found"),
                        text(page, act, "provider", ""),
                        text(page, act, "national-reference", ""),
                        area(page, act, "remarks"));
            case ANSWER_EXTENSION ->
                List.of(
                        radio(page, act, "answer", "grant", "refuse"),
                        number(page, act, "days"),
                        optionalGrounds(page, view, act),
                        text(page, act, "national-law", ""),
                        area(page, act, "reasons"));
            case HOLD -> List.of(text(page, act, "reference", view.mlaReference()));
        };
    }

    /// The questions that the other State asked, as the wizard asks them.
    private List<Question> answers(Page page, CaseView view) {
        List<Question> questions = new ArrayList<>();
        for (String pointer : view.asked()) {
            String before = view.document().getOrDefault(pointer, "");
            questions.add(new Question(pointer, "area", names.name(page, pointer), "", before, List.of()));
        }
        questions.add(area(page, Act.ANSWER, "note"));
        return questions;
    }

    private static String label(Page page, Act act, String name) {
        return page.t("act." + act.code() + "." + name);
    }

    private static String hint(Page page, Act act, String name) {
        String key = "act." + act.code() + "." + name + ".hint";
        return page.has(key) ? page.t(key) : "";
    }

    private static Question question(
            Page page, Act act, String name, String kind, String before, List<Option> options) {
        return new Question(field(name), kind, label(page, act, name), hint(page, act, name), before, options);
    }

    /// The field of the act's document that a question fills, as in the API, so that a complaint finds its
    /// question.
    private static String field(String question) {
        return switch (question) {
            case "order" -> "/reference";
            case "at" -> "/orderedAt";
            case "reference" -> "/mlaReference";
            case "national-law" -> "/nationalLaw";
            case "resubmit" -> "/mayResubmitIf";
            case "national-reference" -> "/nationalReference";
            case "next" -> "/nextUpdateBy";
            case "protected-role" -> "/protectedRole";
            case "refusal-ground" -> "/refusalGround";
            default -> "/" + question;
        };
    }

    private static Question text(Page page, Act act, String name, String before) {
        return question(page, act, name, "text", before, List.of());
    }

    private static Question area(Page page, Act act, String name) {
        return question(page, act, name, "area", "", List.of());
    }

    private static Question number(Page page, Act act, String name) {
        return question(page, act, name, "number", "", List.of());
    }

    private static Question time(Page page, Act act, String name) {
        return question(page, act, name, "time", "", List.of());
    }

    private static Question radio(Page page, Act act, String name, String... words) {
        List<Option> options = Stream.of(words)
                .map(word -> new Option(
                        word,
                        page.t("act." + act.code() + "." + name + "." + word),
                        hint(page, act, name + "." + word)))
                .toList();
        return question(page, act, name, "radio", "", options);
    }

    private static Question judgement(Page page, Act act, String name) {
        List<Option> options = Stream.of("no", "yes", "unknown")
                .map(word -> new Option(word, page.t("judgement." + word)))
                .toList();
        return question(page, act, name, "radio", "", options);
    }

    private static Question protectedRoles(Page page, Act act) {
        List<Option> options = Stream.of(ProtectedRole.values())
                .map(role -> new Option(role.code(), page.t("protected." + role.code())))
                .toList();
        return question(page, act, "roles", "checks", "", options);
    }

    private static Question hours(Page page, Act act) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.t("act.acknowledge.next.none")));
        for (int hours : new int[] {1, 2, 4, 8, 12, 24}) {
            options.add(new Option(
                    Integer.toString(hours),
                    page.t(
                            "act.acknowledge.next.hours",
                            "hours",
                            hours,
                            "time",
                            page.at(page.now().plusSeconds(3600L * hours)))));
        }
        return question(page, act, "next", "select", "", options);
    }

    /// Every question of the form that applies to this request, to pick those that need a better answer.
    private Question fields(Page page, CaseView view, Act act) {
        Answers answers = new Answers(view.document());
        List<Option> options = new ArrayList<>();
        for (Field field : form.fields().toList()) {
            form.places(field, answers)
                    .filter(place -> form.applies(field, place, answers))
                    .forEach(place -> options.add(new Option(
                            place, names.name(page, place), shortened(facts.value(page, field, place, answers)))));
        }
        return question(page, act, "fields", "checks", "", options);
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private Question grounds(Page page, CaseView view, Act act) {
        return question(page, act, "ground", "radio", "", groundOptions(page, view));
    }

    private Question optionalGrounds(Page page, CaseView view, Act act) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.t("act.answer-extension.ground.none")));
        options.addAll(groundOptions(page, view));
        return question(page, act, "ground", "select", "", options);
    }

    /// Only the grounds that the law leaves open in this case.
    private List<Option> groundOptions(Page page, CaseView view) {
        return view.grounds().stream()
                .map((RefusalGround ground) -> new Option(
                        ground.code(),
                        names.ground(page, ground.code()),
                        page.t("draft.gap.article", "article", ground.provision())))
                .toList();
    }
}
