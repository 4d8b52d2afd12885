package comity.web.exhibit;

import comity.kernel.Actor;
import comity.kernel.ExhibitReference;
import comity.kernel.Fingerprint;
import comity.kernel.Utf8;
import comity.requests.Outcome;
import comity.requests.disclosure.Disclosures;
import comity.requests.disclosure.ExhibitAct;
import comity.vault.CustodyEvent;
import comity.vault.Hand;
import comity.vault.Remainder;
import comity.vault.exhibits.Opened;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.cases.States;
import comity.web.preservation.Signed;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One page for each act on an exhibit: what it does and cannot undo, the few questions it needs, and one
/// button that says what it does.
@Controller
public class ExhibitActPages {
    private static final String REASON = "/reason";
    private static final String WHY = "/why";
    private static final String GROUND = "/ground";
    private static final String LIST = "/list";
    private static final String KIND = "/kind";
    private static final String HAND = "/hand";
    private static final String WHAT = "/what";
    private static final String CONFIRM = "/confirm";
    private static final String YES = "yes";
    /// Reasons travel inside a custody event, which the other State reads only up to a size.
    private static final int LONGEST_REASON = 2000;
    /// What a form may carry.
    private static final int LONGEST_LIST = 1_000_000;

    private static final Set<CustodyEvent.Kind> NOTED = new LinkedHashSet<>(List.of(
            CustodyEvent.Kind.COPIED,
            CustodyEvent.Kind.EXAMINED,
            CustodyEvent.Kind.HANDED_OVER,
            CustodyEvent.Kind.RETURNED));
    private static final Set<Hand> HANDS = EnumSet.of(Hand.AUTHORITY, Hand.EXAMINER, Hand.COURT);

    private final Disclosures disclosures;
    private final ExhibitReader reader;
    private final States states;

    public ExhibitActPages(Disclosures disclosures, ExhibitReader reader, States states) {
        this.disclosures = disclosures;
        this.reader = reader;
        this.states = states;
    }

    /// What an act asks.
    ///
    /// @param kind `area`, `text`, `radio` or `checks`
    public record Question(String name, String kind, String label, String hint, List<Option> options) {}

    /// @param key the fingerprint of the key it will be sealed to; empty when the directory names none, or
    ///     the act seals nothing
    public record ActForm(ExhibitAct act, List<Question> questions, String key) {
        /// Whether the act ends something.
        public boolean isGrave() {
            return act == ExhibitAct.WITHDRAW || act == ExhibitAct.DESTROY;
        }
    }

    @GetMapping("/exhibits/{reference}/{act}")
    ModelAndView form(Page page, @PathVariable("reference") String reference, @PathVariable("act") String code) {
        ExhibitView view = reader.read(page, reference);
        ExhibitAct act = act(code);
        reader.require(page, view, act);
        return show(page, view, act, List.of());
    }

    @PostMapping("/exhibits/{reference}/{act}")
    ModelAndView perform(Page page, @PathVariable("reference") String reference, @PathVariable("act") String code) {
        ExhibitView view = reader.read(page, reference);
        ExhibitAct act = act(code);
        Typing typed = new Typing(page);
        Run run = run(page, view, act, typed);
        List<Trouble> troubles = typed.troubles();
        if (troubles.isEmpty()) {
            Outcome<?> outcome = run.by(Signed.in(page), view.exhibit().reference());
            troubles = Refusals.of(page, typed.labels(), outcome);
            if (troubles.isEmpty()) {
                return new ModelAndView("redirect:" + view.address() + "?done=" + done(act, outcome));
            }
        }
        ModelAndView again = show(page, view, act, troubles);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private interface Run {
        Outcome<?> by(Actor who, ExhibitReference exhibit);
    }

    /// The word for what was done. Who wants to open a sensitive exhibit has only asked for it.
    private static String done(ExhibitAct act, Outcome<?> outcome) {
        return outcome instanceof Outcome.Done<?>(Opened.AwaitsSecondPerson waits)
                ? act.code() + (waits.again() ? "-again" : "-noted")
                : act.code();
    }

    /// Files are added and lists read on the exhibit's own page.
    private static ExhibitAct act(String code) {
        return ExhibitAct.ofCode(code)
                .filter(act -> act != ExhibitAct.COLLECT && act != ExhibitAct.READ_REMAINDER)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Run run(Page page, ExhibitView view, ExhibitAct act, Typing typed) {
        return switch (act) {
            case COLLECT, READ_REMAINDER -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case LIST_REMAINDER -> listing(page, typed);
            case HAND_OVER -> disclosures::handOver;
            case CHECK -> disclosures::check;
            case FETCH_AGAIN -> disclosures::fetchAgain;
            case PUT_AWAY -> disclosures::putAway;
            case WITHDRAW -> {
                String reason = typed.needed(REASON, page.t("exhibit.ask.reason"), LONGEST_REASON);
                yield (who, exhibit) -> disclosures.withdraw(who, exhibit, reason);
            }
            case OPEN -> {
                String why = typed.needed(WHY, page.t("exhibit.ask.why"), ExhibitPages.LONGEST_LINE);
                yield (who, exhibit) -> disclosures.open(who, exhibit, why, page.language());
            }
            case NOTE -> noting(page, typed);
            case DESTROY -> destroying(page, view, typed);
        };
    }

    private Run listing(Page page, Typing typed) {
        String ground = typed.choice(
                GROUND,
                page.t("exhibit.remainder.ground"),
                words(Stream.of(Remainder.Ground.values()).map(Remainder.Ground::code)));
        String list = typed.needed(LIST, page.t("exhibit.remainder.list"), LONGEST_LIST);
        return (who, exhibit) -> disclosures.listRemainder(
                who, exhibit, Remainder.Ground.ofCode(ground).orElseThrow(), list);
    }

    private Run noting(Page page, Typing typed) {
        String kind = typed.choice(
                KIND, page.t("exhibit.ask.kind"), words(NOTED.stream().map(CustodyEvent.Kind::code)));
        String hand = typed.choice(
                HAND, page.t("exhibit.ask.hand"), words(HANDS.stream().map(Hand::code)));
        String what = typed.needed(WHAT, page.t("exhibit.ask.what"), ExhibitPages.LONGEST_LINE);
        return (who, exhibit) -> disclosures.note(
                who, exhibit, CustodyEvent.Kind.ofCode(kind), Hand.ofCode(hand).orElseThrow(), what);
    }

    private Run destroying(Page page, ExhibitView view, Typing typed) {
        String reason = typed.needed(REASON, page.t("exhibit.ask.reason"), LONGEST_REASON);
        if (!page.typed(CONFIRM).equals(YES)) {
            typed.trouble(CONFIRM, page.t("exhibit.ask.confirm.missing"));
        }
        return (who, _) -> disclosures.destroy(who, view.exhibit().reference(), reason);
    }

    private static Set<String> words(Stream<String> codes) {
        return Set.copyOf(codes.toList());
    }

    private ModelAndView show(Page page, ExhibitView view, ExhibitAct act, List<Trouble> troubles) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("view", view);
        model.put("form", new ActForm(act, questions(page, act), act == ExhibitAct.HAND_OVER ? key(view) : ""));
        model.put("troubles", troubles);
        return new ModelAndView("exhibits/act", model);
    }

    private static List<Question> questions(Page page, ExhibitAct act) {
        return switch (act) {
            case COLLECT, READ_REMAINDER, HAND_OVER, CHECK, FETCH_AGAIN, PUT_AWAY -> List.of();
            case LIST_REMAINDER ->
                List.of(
                        radio(
                                GROUND,
                                page.t("exhibit.remainder.ground"),
                                Stream.of(Remainder.Ground.values())
                                        .map(ground -> new Option(
                                                ground.code(), page.t("exhibit.remainder.ground." + ground.code())))
                                        .toList()),
                        area(LIST, page.t("exhibit.remainder.list"), page.t("exhibit.remainder.list.hint")));
            case WITHDRAW -> List.of(area(REASON, page.t("exhibit.ask.reason"), page.t("exhibit.ask.reason.hint")));
            case OPEN -> List.of(text(WHY, page.t("exhibit.ask.why"), page.t("exhibit.ask.why.hint")));
            case NOTE ->
                List.of(
                        radio(
                                KIND,
                                page.t("exhibit.ask.kind"),
                                NOTED.stream()
                                        .map(kind -> new Option(kind.code(), page.t("exhibit.ask.kind." + kind.code())))
                                        .toList()),
                        radio(
                                HAND,
                                page.t("exhibit.ask.hand"),
                                HANDS.stream()
                                        .map(hand -> new Option(hand.code(), page.t("exhibit.ask.hand." + hand.code())))
                                        .toList()),
                        text(WHAT, page.t("exhibit.ask.what"), page.t("exhibit.ask.what.hint")));
            case DESTROY ->
                List.of(
                        area(REASON, page.t("exhibit.ask.reason"), page.t("exhibit.ask.reason.hint")),
                        new Question(
                                CONFIRM,
                                "checks",
                                page.t("exhibit.ask.sure"),
                                "",
                                List.of(new Option(YES, page.t("exhibit.ask.confirm")))));
        };
    }

    private static Question area(String name, String label, String hint) {
        return new Question(name, "area", label, hint, List.of());
    }

    private static Question text(String name, String label, String hint) {
        return new Question(name, "text", label, hint, List.of());
    }

    private static Question radio(String name, String label, List<Option> options) {
        return new Question(name, "radio", label, "", options);
    }

    /// A key is long; two people who telephone compare its fingerprint.
    private String key(ExhibitView view) {
        Optional<String> key = states.find(view.exhibit().peer())
                .flatMap(entry -> entry.node())
                .flatMap(node -> node.sealingKeys().stream().findFirst());
        return key.map(text -> Fingerprint.of(Utf8.bytes(text)).text()).orElse("");
    }
}
