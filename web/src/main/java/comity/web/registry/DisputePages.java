package comity.web.registry;

import comity.directory.proposals.Outcome;
import comity.directory.proposals.Proposal;
import comity.directory.proposals.Proposals;
import comity.directory.proposals.Subject;
import comity.directory.proposals.Who;
import comity.kernel.StateCode;
import comity.law.dispute.Dispute;
import comity.law.dispute.DisputeBook;
import comity.law.offence.ProvisionId;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.law.LawComplaints;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a mission, or the secretariat, disputes an entry of a State's book of law. What is written here is a proposal:
/// it stands beside the entry when the secretariat has looked at it, and changes no answer.
@Controller
public class DisputePages {
    private final Proposals proposals;
    private final Refusals refusals;

    public DisputePages(Proposals proposals, LawComplaints complaints) {
        this.proposals = proposals;
        this.refusals = new Refusals(complaints);
    }

    @GetMapping("/proposals/dispute")
    ModelAndView form(Page page, @RequestParam(value = "provision", defaultValue = "") String provision) {
        return form(page, provision, List.of());
    }

    private ModelAndView form(Page page, String provision, List<Trouble> troubles) {
        Who who = ProposalPages.who(page);
        Optional<Dispute> own = ProvisionId.parse(provision)
                .flatMap(id -> published(id.state()).of(id).stream()
                        .filter(dispute -> dispute.by().equals(who.mission()))
                        .findFirst());
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("provision", provision);
        model.put("own", own);
        model.put("troubles", troubles);
        return new ModelAndView("registry/dispute", model);
    }

    @PostMapping("/proposals/dispute")
    ModelAndView enter(Page page) {
        String typed = page.typed("provision").strip();
        String reason = page.typed("reason").strip();
        Optional<ProvisionId> id = ProvisionId.parse(typed);
        List<Trouble> troubles = new ArrayList<>();
        if (id.isEmpty()) {
            troubles.add(new Trouble("provision", page.t("dispute.provision.wrong")));
        }
        if (reason.isEmpty()) {
            troubles.add(new Trouble("reason", page.t("dispute.reason.none")));
        } else if (reason.length() > Dispute.LONGEST_REASON) {
            troubles.add(new Trouble(
                    "reason", page.t("dispute.reason.long", "most", Integer.toString(Dispute.LONGEST_REASON))));
        }
        if (!troubles.isEmpty()) {
            return form(page, typed, troubles);
        }
        ProvisionId provision = id.orElseThrow();
        Who who = ProposalPages.who(page);
        LocalDate today = LocalDate.ofInstant(page.now(), ZoneOffset.UTC);
        DisputeBook book = published(provision.state()).with(new Dispute(provision, who.mission(), today, reason));
        return proposed(page, who, provision, book);
    }

    @PostMapping("/proposals/dispute/take-back")
    ModelAndView takeBack(Page page) {
        String typed = page.typed("provision").strip();
        Optional<ProvisionId> id = ProvisionId.parse(typed);
        if (id.isEmpty()) {
            return form(page, typed, List.of(new Trouble("provision", page.t("dispute.provision.wrong"))));
        }
        Who who = ProposalPages.who(page);
        DisputeBook book = published(id.get().state()).without(who.mission(), id.get());
        return proposed(page, who, id.get(), book);
    }

    private ModelAndView proposed(Page page, Who who, ProvisionId provision, DisputeBook book) {
        Subject subject = new Subject.OfBook(DisputeBook.name(provision.state()));
        LocalDate today = LocalDate.ofInstant(page.now(), ZoneOffset.UTC);
        return switch (proposals.propose(who, subject, book.write(), today)) {
            case Outcome.Done(Proposal proposal) -> new ModelAndView("redirect:/proposals/" + proposal.id());
            case Outcome.Refused refused -> form(page, provision.id(), refusals.troubles(page, "provision", refused));
        };
    }

    /// What is disputed in a State's book now.
    private DisputeBook published(StateCode state) {
        return proposals
                .current(new Subject.OfBook(DisputeBook.name(state)))
                .map(bytes -> DisputeBook.read(state, bytes))
                .filter(DisputeBook.Reading.Whole.class::isInstance)
                .map(DisputeBook.Reading.Whole.class::cast)
                .map(DisputeBook.Reading.Whole::book)
                .orElseGet(DisputeBook::empty);
    }
}
