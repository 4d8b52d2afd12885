package comity.web.preservation;

import comity.federation.letters.Letters;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.Role;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.proof.ProofFile;
import comity.requests.form.Answers;
import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/// A request on paper, in the order of the form that practitioners know, and what both ledgers hold of
/// it.
@Controller
public class PaperPages {
    private final CaseReader reader;
    private final Form form;
    private final Facts facts;
    private final Letters letters;
    private final CaseLeaves leaves;
    private final Journal journal;
    private final Transactions transactions;

    public PaperPages(
            CaseReader reader,
            Form form,
            Facts facts,
            Letters letters,
            CaseLeaves leaves,
            Journal journal,
            Transactions transactions) {
        this.reader = reader;
        this.form = form;
        this.facts = facts;
        this.letters = letters;
        this.leaves = leaves;
        this.journal = journal;
        this.transactions = transactions;
    }

    /// One numbered item of the paper.
    public record PaperItem(int number, String title, List<Facts.Fact> facts) {}

    @GetMapping("/requests/{reference}/letter")
    ModelAndView letter(Page page, @PathVariable("reference") String reference) {
        CaseView view = view(page, reference);
        Language language =
                Language.ofTag(view.document().getOrDefault("/language", "")).orElse(page.language());
        Page paper = page.in(language);
        return new ModelAndView("requests/letter", Map.of("page", paper, "view", view, "items", items(paper, view)));
    }

    /// The items of the Cybercrime Convention Committee's form, each with what was answered.
    private List<PaperItem> items(Page page, CaseView view) {
        Answers answers = new Answers(view.document());
        Map<Integer, List<Facts.Fact>> byItem = new TreeMap<>();
        for (Field field : form.fields().toList()) {
            if (field.tcy() == 0) {
                continue;
            }
            List<Facts.Fact> found = byItem.computeIfAbsent(field.tcy(), _ -> new ArrayList<>());
            form.places(field, answers)
                    .forEach(place -> facts.fact(page, field, place, answers).ifPresent(found::add));
        }
        return byItem.entrySet().stream()
                .map(item -> new PaperItem(item.getKey(), page.t("paper.item." + item.getKey()), item.getValue()))
                .toList();
    }

    @GetMapping("/requests/{reference}/ledger")
    ModelAndView ledger(Page page, @PathVariable("reference") String reference) {
        CaseView view = view(page, reference);
        CaseLeaves.Leaves found = leaves.of(page, view);
        boolean mayErase = Signed.in(page).roles().contains(Role.CENTRAL_AUTHORITY);
        return new ModelAndView(
                "requests/ledger",
                Map.of(
                        "page",
                        page,
                        "view",
                        view,
                        "letters",
                        found.letters(),
                        "closed",
                        found.closed(),
                        "mayErase",
                        mayErase,
                        "checkpoint",
                        journal.latest().text()));
    }

    /// The proof that the other State's ledger holds a letter of this request, for whoever may see the
    /// request. It says nothing of the request, so it may be handed on.
    @GetMapping("/requests/{reference}/letters/{letter}/proof")
    ResponseEntity<byte[]> proof(
            Page page, @PathVariable("reference") String reference, @PathVariable("letter") UUID letter) {
        CaseView view = view(page, reference);
        return transactions
                .read(tx -> letters.ofThread(tx, view.reference().toString()).stream()
                        .filter(line -> line.id().equals(letter))
                        .findFirst()
                        .flatMap(line -> letters.proof(tx, line.id())))
                .map(proof -> ResponseEntity.ok()
                        .contentType(MediaType.TEXT_PLAIN)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + letter + ProofFile.EXTENSION + "\"")
                        .body(Utf8.bytes(proof.text())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private CaseView view(Page page, String reference) {
        RequestReference parsed = Signed.reference(reference);
        return Outcomes.orProblem(reader.read(page, Signed.in(page), parsed));
    }
}
