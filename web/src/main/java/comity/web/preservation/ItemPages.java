package comity.web.preservation;

import comity.requests.Outcome;
import comity.requests.form.Answers;
import comity.requests.preservation.Draft;
import comity.requests.preservation.Drafts;
import comity.web.Page;
import comity.web.Trouble;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The wizard's list of what to preserve. A text can be pasted there; what it names is proposed, and a person ticks
/// what becomes an item. The text itself is kept nowhere.
@Controller
public class ItemPages {
    private final Drafts drafts;
    private final DraftReader reader;
    private final Facts facts;
    private final FieldNames names;

    public ItemPages(Drafts drafts, DraftReader reader, Facts facts, FieldNames names) {
        this.drafts = drafts;
        this.reader = reader;
        this.facts = facts;
        this.names = names;
    }

    @GetMapping("/drafts/{id}/items")
    ModelAndView list(
            Page page, @PathVariable("id") UUID id, @RequestParam(value = "added", defaultValue = "0") int added) {
        return list(page, open(page, id), added, List.of());
    }

    @PostMapping("/drafts/{id}/items")
    ModelAndView pasted(Page page, @PathVariable("id") UUID id) {
        Draft draft = open(page, id);
        return page.typed().containsKey("add") ? add(page, draft) : list(page, draft, 0, List.of());
    }

    private ModelAndView add(Page page, Draft draft) {
        Answers answers = new Answers(draft.raw());
        Pasted pasted = Pasted.in(page, answers);
        int added = pasted.ticked().size();
        if (added == 0) {
            return again(list(page, draft, 0, List.of(new Trouble("take-0", page.t("paste.none")))));
        }
        Outcome<Draft> outcome = drafts.save(
                Signed.in(page),
                draft.id(),
                pasted.answers(FormLayout.nextEntry(answers)),
                new Typed(page.typed()).version());
        return outcome instanceof Outcome.Done<Draft>
                ? new ModelAndView("redirect:/drafts/" + draft.id() + "/items?added=" + added)
                : again(list(page, draft, 0, Outcomes.troubles(page, names, outcome)));
    }

    private static ModelAndView again(ModelAndView shown) {
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    @PostMapping("/drafts/{id}/items/{entry}/remove")
    ModelAndView remove(Page page, @PathVariable("id") UUID id, @PathVariable("entry") int entry) {
        Draft draft = open(page, id);
        Map<String, String> cleared = new LinkedHashMap<>();
        draft.raw().keySet().stream()
                .filter(pointer -> pointer.startsWith("/items/" + entry + "/"))
                .forEach(pointer -> cleared.put(pointer, ""));
        Outcomes.orProblem(drafts.save(Signed.in(page), id, cleared, draft.version()));
        return new ModelAndView("redirect:/drafts/" + id + "/items");
    }

    private ModelAndView list(Page page, Draft draft, int added, List<Trouble> troubles) {
        Answers answers = new Answers(draft.raw());
        DraftView view = reader.view(page, draft, drafts.read(draft));
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("view", view);
        model.put(
                "items",
                facts.sections(page, answers).stream()
                        .filter(section -> section.address().startsWith("items/"))
                        .map(section -> new Item(section, todo(view, section)))
                        .toList());
        model.put("next", FormLayout.nextEntry(answers));
        model.put("pasted", Pasted.in(page, answers));
        model.put("added", added);
        model.put("troubles", troubles);
        return new ModelAndView("drafts/items", model);
    }

    /// One item of the list.
    ///
    /// @param todo what is missing or wrong in it, each with its place
    public record Item(Facts.Section section, List<Trouble> todo) {}

    private static List<Trouble> todo(DraftView view, Facts.Section section) {
        String here = view.address() + "/" + section.address() + "#";
        Set<String> missing = view.gaps().stream().map(DraftView.Gap::address).collect(Collectors.toSet());
        return Stream.concat(
                        view.gaps().stream().map(gap -> new Trouble(gap.address(), gap.label())),
                        view.troubles().stream().filter(trouble -> !missing.contains(trouble.field())))
                .filter(trouble -> trouble.field().startsWith(here))
                .toList();
    }

    private Draft open(Page page, UUID id) {
        return Outcomes.orProblem(drafts.open(Signed.in(page), id));
    }
}
