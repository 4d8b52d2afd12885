package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.law.ImportLaw;
import comity.api.law.ProposedChange;
import comity.directory.proposals.Differences;
import comity.directory.proposals.Outcome;
import comity.directory.proposals.Proposal;
import comity.directory.proposals.Proposals;
import comity.directory.proposals.Subject;
import comity.directory.proposals.Who;
import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.Role;
import comity.kernel.Utf8;
import comity.law.treaty.RegisterBook;
import comity.web.Person;
import comity.web.law.StateCodes;
import comity.web.people.Accounts;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Law that a program brings to the registry. It is proposed, and decided by another person on its page. A State's
/// node has nothing to propose, and says so.
@RestController
public class ImportCalls {
    private final ObjectProvider<Proposals> proposals;
    private final Accounts accounts;
    private final Clock clock;

    public ImportCalls(ObjectProvider<Proposals> proposals, Accounts accounts, Clock clock) {
        this.proposals = proposals;
        this.accounts = accounts;
        this.clock = clock;
    }

    @PostMapping(Paths.LAW_IMPORTS)
    ResponseEntity<byte[]> propose(Call call) {
        ImportLaw wish = call.body(ImportLaw.class);
        Who who = who(call.actor());
        Subject subject = subject(wish.state());
        LocalDate day = day(wish.effectiveFrom());
        @Nullable Proposals here = proposals.getIfAvailable();
        if (here == null) {
            throw ApiProblem.of(404, "registry-only");
        }
        return switch (here.propose(who, subject, Utf8.bytes(wish.text()), day)) {
            case Outcome.Done(Proposal proposal) -> Answers.of(call, told(proposal));
            case Outcome.Refused refused -> throw problem(refused);
        };
    }

    /// Whoever speaks for the secretariat or for a mission.
    private Who who(Actor actor) {
        Person person = accounts.person(UUID.fromString(actor.person()))
                .filter(_ -> actor.is(Role.SECRETARIAT) || actor.is(Role.MISSION))
                .orElseThrow(() -> ApiProblem.of(403, "role"));
        return new Who(
                actor.person(),
                person.displayName(),
                actor.is(Role.SECRETARIAT) ? Optional.empty() : Optional.of(actor.state()));
    }

    private static Subject subject(@Nullable String state) {
        return state == null
                ? new Subject.OfBook(RegisterBook.NAME)
                : StateCodes.read(state)
                        .map(code -> new Subject.OfBook("law/" + code))
                        .orElseThrow(() -> wrong("/state", "law-state-unknown", state));
    }

    private LocalDate day(@Nullable String typed) {
        if (typed == null) {
            return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException _) {
            throw wrong("/effectiveFrom", "law-day-wrong", typed);
        }
    }

    private static ApiProblem wrong(String pointer, String code, String value) {
        return ApiProblem.wrong(
                "body-wrong", List.of(Complaint.blocks(pointer, code).with(Map.of("value", value))));
    }

    private static ApiProblem problem(Outcome.Refused refused) {
        return switch (refused.ground()) {
            case NOT_YOURS -> ApiProblem.of(403, "role");
            case TOO_LARGE -> ApiProblem.of(413, "body-too-large");
            case NOTHING_CHANGES -> ApiProblem.of(409, "nothing-changes");
            default -> ApiProblem.wrong(ApiProblem.LAW_NOT_TAKEN, refused.details());
        };
    }

    private static ProposedChange told(Proposal proposal) {
        Differences differences = Differences.of(proposal.former(), proposal.document());
        return new ProposedChange(
                proposal.id().toString(),
                proposal.subject().path(),
                proposal.effectiveFrom(),
                "/proposals/" + proposal.id(),
                differences.items().stream()
                        .map(item -> new ProposedChange.Difference(item.where(), item.former(), item.next()))
                        .toList(),
                differences.more());
    }
}
