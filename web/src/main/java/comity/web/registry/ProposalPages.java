package comity.web.registry;

import comity.directory.Authority;
import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.Furnished;
import comity.directory.list.EntryJson;
import comity.directory.proposals.Differences;
import comity.directory.proposals.Outcome;
import comity.directory.proposals.Proposal;
import comity.directory.proposals.Proposals;
import comity.directory.proposals.Subject;
import comity.directory.proposals.Who;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.web.Option;
import comity.web.Page;
import comity.web.Person;
import comity.web.Trouble;
import comity.web.exhibit.FileForm;
import comity.web.law.LawComplaints;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Where missions propose what their State's entry says, and the secretariat decides.
@Controller
public class ProposalPages {
    private static final int SHOWN = 50;

    private final Proposals proposals;
    private final Directory directory;
    private final Refusals refusals;

    public ProposalPages(Proposals proposals, Directory directory, LawComplaints complaints) {
        this.proposals = proposals;
        this.directory = directory;
        this.refusals = new Refusals(complaints);
    }

    /// A proposal as the reader may act on it.
    public record View(
            Proposal proposal, Differences differences, boolean stale, boolean mayDecide, boolean mayWithdraw) {}

    @GetMapping("/proposals")
    ModelAndView list(Page page, @RequestParam(value = "done", defaultValue = "") String done) {
        return list(page, done, List.of());
    }

    private ModelAndView list(Page page, String done, List<Trouble> troubles) {
        Who who = who(page);
        List<Proposal> open = proposals.open().stream()
                .filter(proposal -> who.mayPropose(proposal.subject()))
                .toList();
        List<Proposal> decided = proposals.newest(SHOWN).stream()
                .filter(proposal -> !proposal.isOpen() && who.mayPropose(proposal.subject()))
                .toList();
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("open", open);
        model.put("decided", decided);
        model.put("own", who.mission().flatMap(directory::find));
        model.put("subjects", subjects(who));
        model.put("today", today(page));
        model.put("done", done);
        model.put("troubles", troubles);
        return new ModelAndView("registry/proposals", model);
    }

    /// What the reader may propose.
    private List<String> subjects(Who who) {
        return who.mission()
                .map(state -> List.of("entry/" + state, "book/law/" + state))
                .orElseGet(() -> Stream.of(
                                Stream.of("book/treaties"),
                                directory.books().stream().map(book -> "book/" + book.name()),
                                directory.all().stream().map(entry -> "entry/" + entry.state()))
                        .flatMap(paths -> paths)
                        .distinct()
                        .toList());
    }

    @PostMapping("/proposals/confirm")
    ModelAndView confirm(Page page) {
        Who who = who(page);
        StateCode state = who.mission().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        return switch (proposals.confirm(who, new Subject.OfEntry(state))) {
            case Outcome.Done _ -> new ModelAndView("redirect:/proposals?done=confirmed");
            case Outcome.Refused refused -> list(page, "", refusals.troubles(page, "", refused));
        };
    }

    /// The form, filled in from what is published, or from an earlier proposal.
    @GetMapping("/proposals/entry/{state}")
    ModelAndView form(
            Page page,
            @PathVariable("state") String code,
            @RequestParam(value = "again", required = false) Optional<UUID> again) {
        Subject.OfEntry subject = entry(page, code);
        Entry former = published(subject);
        Entry shown = again.flatMap(proposals::find)
                .filter(proposal -> proposal.subject().equals(subject))
                .map(proposal -> EntryJson.parse(proposal.document()))
                .orElse(former);
        return form(page, shown, List.of());
    }

    private static ModelAndView form(Page page, Entry entry, List<Trouble> troubles) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("entry", entry);
        model.put("fields", EntryForm.fields(entry));
        model.put("functions", functions(page));
        model.put("answers", answers(page));
        model.put("today", today(page));
        model.put("troubles", troubles);
        return new ModelAndView("registry/entry-form", model);
    }

    private static List<Option> answers(Page page) {
        return Stream.of(Furnished.Answer.values())
                .map(answer -> new Option(EntryForm.word(answer), page.t("asked.answer." + EntryForm.word(answer))))
                .toList();
    }

    private static List<Option> functions(Page page) {
        return Stream.of(Authority.Function.values())
                .map(function -> new Option(EntryForm.word(function), page.t("function." + function.name())))
                .toList();
    }

    @PostMapping("/proposals/entry/{state}")
    ModelAndView propose(Page page, @PathVariable("state") String code) {
        Subject.OfEntry subject = entry(page, code);
        Entry former = published(subject);
        EntryForm form = new EntryForm(page);
        Entry typed = form.read(former);
        List<Trouble> troubles = new ArrayList<>(form.troubles());
        Optional<LocalDate> effective = date(page.typed("effective"), today(page));
        if (effective.isEmpty()) {
            troubles.add(new Trouble("effective", page.t("proposals.effective.wrong")));
        }
        if (!troubles.isEmpty()) {
            return form(page, former, troubles);
        }
        byte[] document = Utf8.bytes(EntryJson.format(typed));
        return switch (proposals.propose(who(page), subject, document, effective.orElseThrow())) {
            case Outcome.Done(Proposal proposal) -> new ModelAndView("redirect:/proposals/" + proposal.id());
            case Outcome.Refused refused -> form(page, former, refusals.troubles(page, "", refused));
        };
    }

    @GetMapping("/proposals/file")
    ModelAndView file(Page page, @RequestParam(value = "subject", defaultValue = "") String subject) {
        return file(page, subject, List.of());
    }

    private ModelAndView file(Page page, String subject, List<Trouble> troubles) {
        List<Option> subjects = subjects(who(page)).stream()
                .map(path -> new Option(path, Subjects.name(path, page)))
                .toList();
        return new ModelAndView(
                "registry/file",
                Map.of(
                        "page",
                        page,
                        "subject",
                        subject,
                        "subjects",
                        subjects,
                        "today",
                        today(page),
                        "troubles",
                        troubles));
    }

    /// Takes an entry or a book as a file.
    @PostMapping("/proposals/file")
    ModelAndView take(Page page, HttpServletRequest call) throws IOException {
        String path = page.typed("subject").strip();
        Optional<Subject> subject = Subject.of(path);
        Optional<LocalDate> effective = date(page.typed("effective"), today(page));
        byte[] document = document(call);
        List<Trouble> troubles = new ArrayList<>();
        if (subject.isEmpty()) {
            troubles.add(new Trouble("subject", page.t("proposals.subject.wrong")));
        }
        if (effective.isEmpty()) {
            troubles.add(new Trouble("effective", page.t("proposals.effective.wrong")));
        }
        if (document.length == 0) {
            troubles.add(new Trouble("file", page.t("proposals.file.none")));
        }
        if (!troubles.isEmpty()) {
            return file(page, path, troubles);
        }
        return switch (proposals.propose(who(page), subject.orElseThrow(), document, effective.orElseThrow())) {
            case Outcome.Done(Proposal proposal) -> new ModelAndView("redirect:/proposals/" + proposal.id());
            case Outcome.Refused refused -> file(page, path, refusals.troubles(page, "file", refused));
        };
    }

    /// What came, and one byte more than may come when there is more.
    private static byte[] document(HttpServletRequest call) throws IOException {
        Optional<FileForm> form = FileForm.of(call);
        Optional<FileForm.Part> part = form.isPresent() ? form.get().nextFile() : Optional.empty();
        return part.isPresent() ? part.get().bytes().readNBytes(Book.LARGEST + 1) : new byte[0];
    }

    @GetMapping("/proposals/{id:[0-9a-f-]{36}}")
    ModelAndView one(Page page, @PathVariable("id") UUID id) {
        return show(page, id, List.of());
    }

    private ModelAndView show(Page page, UUID id, List<Trouble> troubles) {
        Who who = who(page);
        Proposal proposal = proposals
                .find(id)
                .filter(found -> who.mayPropose(found.subject()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        boolean own = proposal.proposedBy().id().equals(who.id());
        View view = new View(
                proposal,
                Differences.of(proposal.former(), proposal.document()),
                proposal.isOpen() && proposals.isStale(proposal),
                proposal.isOpen() && who.isSecretariat() && !own,
                proposal.isOpen() && (own || !who.isSecretariat()));
        return new ModelAndView(
                "registry/proposal",
                Map.of("page", page, "view", view, "history", proposals.of(proposal.subject()), "troubles", troubles));
    }

    @PostMapping("/proposals/{id}/approve")
    ModelAndView approve(Page page, @PathVariable("id") UUID id) {
        return after(page, id, "", proposals.approve(who(page), id));
    }

    @PostMapping("/proposals/{id}/return")
    ModelAndView giveBack(Page page, @PathVariable("id") UUID id) {
        return after(page, id, "reason", proposals.giveBack(who(page), id, page.typed("reason")));
    }

    @PostMapping("/proposals/{id}/withdraw")
    ModelAndView withdraw(Page page, @PathVariable("id") UUID id) {
        return after(page, id, "", proposals.withdraw(who(page), id));
    }

    private ModelAndView after(Page page, UUID id, String field, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _ -> new ModelAndView("redirect:/proposals/" + id);
            case Outcome.Refused refused -> show(page, id, refusals.troubles(page, field, refused));
        };
    }

    private Subject.OfEntry entry(Page page, String code) {
        if (!code.matches("[A-Z]{2}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Subject.OfEntry subject = new Subject.OfEntry(new StateCode(code));
        if (!who(page).mayPropose(subject)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return subject;
    }

    private Entry published(Subject.OfEntry subject) {
        return directory.find(subject.state()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static Who who(Page page) {
        Person person = page.person().orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
        return new Who(
                person.id().toString(),
                person.displayName(),
                person.is(Role.SECRETARIAT) ? Optional.empty() : Optional.of(person.state()));
    }

    private static Optional<LocalDate> date(String typed, LocalDate otherwise) {
        try {
            return Optional.of(typed.isBlank() ? otherwise : LocalDate.parse(typed.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate today(Page page) {
        return LocalDate.ofInstant(page.now(), ZoneOffset.UTC);
    }
}
