package comity.web.preservation;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Destruction;
import comity.ledger.journal.Erasure;
import comity.ledger.journal.Journal;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Where the central authority carries out an order to erase: salt and content of one leaf of a request
/// are destroyed, and the leaf stays. What it cannot reach is said before it is done.
@Controller
public class ErasurePages {
    /// Grounds as codes; the record of a destruction names nothing else of the case.
    static final List<String> GROUNDS = List.of("court-order", "data-protection", "other");

    private static final String GROUND = "ground";
    private static final String CONFIRM = "confirm";
    private static final String YES = "yes";

    private final CaseReader reader;
    private final CaseLeaves leaves;
    private final Journal journal;
    private final Transactions transactions;

    public ErasurePages(CaseReader reader, CaseLeaves leaves, Journal journal, Transactions transactions) {
        this.reader = reader;
        this.leaves = leaves;
        this.journal = journal;
        this.transactions = transactions;
    }

    @GetMapping("/requests/{reference}/ledger/{leaf}/erase")
    ModelAndView form(Page page, @PathVariable("reference") String reference, @PathVariable("leaf") long leaf) {
        return show(page, view(page, reference, leaf), leaf, List.of());
    }

    @PostMapping("/requests/{reference}/ledger/{leaf}/erase")
    ModelAndView erase(Page page, @PathVariable("reference") String reference, @PathVariable("leaf") long leaf) {
        CaseView view = view(page, reference, leaf);
        List<Trouble> troubles = new ArrayList<>();
        if (!GROUNDS.contains(page.typed(GROUND))) {
            troubles.add(new Trouble(GROUND, page.t("erase.ground.missing")));
        }
        if (!page.typed(CONFIRM).equals(YES)) {
            troubles.add(new Trouble(CONFIRM, page.t("erase.confirm.missing")));
        }
        if (!troubles.isEmpty()) {
            ModelAndView again = show(page, view, leaf, troubles);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Actor actor = Signed.in(page);
        Destruction destruction =
                transactions.write(tx -> journal.destroy(tx, leaf, new Erasure(page.typed(GROUND), actor.person())));
        return switch (destruction) {
            case Destruction.Destroyed _, Destruction.GoneBefore _ ->
                new ModelAndView("redirect:" + view.address() + "/ledger#leaf-" + leaf);
            case Destruction.NoSuchLeaf _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Destruction.IsItselfARecord _ -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    /// The request, for those who may carry out such an order, when the leaf is one of its own.
    private CaseView view(Page page, String reference, long leaf) {
        Actor actor = Signed.in(page);
        CaseView view = Outcomes.orProblem(reader.read(page, actor, Signed.reference(reference)));
        if (!actor.roles().contains(Role.CENTRAL_AUTHORITY)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!leaves.has(view, leaf)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return view;
    }

    private static ModelAndView show(Page page, CaseView view, long leaf, List<Trouble> troubles) {
        List<Option> grounds = GROUNDS.stream()
                .map(code -> new Option(code, page.t("erase.ground." + code)))
                .toList();
        List<Option> confirm = List.of(new Option(YES, page.t("erase.confirm")));
        return new ModelAndView(
                "requests/erase",
                Map.of(
                        "page",
                        page,
                        "view",
                        view,
                        "leaf",
                        leaf,
                        "grounds",
                        grounds,
                        "confirm",
                        confirm,
                        "troubles",
                        troubles));
    }
}
