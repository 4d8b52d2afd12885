package comity.web.preservation;

import comity.directory.Entry;
import comity.kernel.Actor;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.disclosure.Disclosures;
import comity.requests.form.Answers;
import comity.requests.preservation.Act;
import comity.requests.preservation.Answering;
import comity.requests.preservation.Cases;
import comity.requests.preservation.Incoming;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.Note;
import comity.requests.preservation.Outgoing;
import comity.requests.preservation.OutgoingCase;
import comity.web.Page;
import comity.web.cases.Clocks;
import comity.web.cases.Lines;
import comity.web.cases.States;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a case for the screen, from whichever side this node stands on.
public final class CaseReader {
    /// Acts with a page of their own among the others are shown in the order of the work; drafting and sending are
    /// not here, because a draft has its own pages.
    private static final Set<Act> ELSEWHERE = EnumSet.of(Act.DRAFT, Act.SEND);

    private final Cases cases;
    private final Answering answering;
    private final Facts facts;
    private final FieldNames names;
    private final Clocks clocks;
    private final States states;
    private final Lines lines;
    private final Disclosures disclosures;

    public CaseReader(
            Cases cases,
            Answering answering,
            Facts facts,
            FieldNames names,
            Clocks clocks,
            States states,
            Lines lines,
            Disclosures disclosures) {
        this.cases = cases;
        this.answering = answering;
        this.facts = facts;
        this.names = names;
        this.clocks = clocks;
        this.states = states;
        this.lines = lines;
        this.disclosures = disclosures;
    }

    /// The case, or why it is not shown.
    public Outcome<CaseView> read(Page page, Actor who, RequestReference reference) {
        return switch (cases.sideOf(reference)) {
            case REQUESTING -> ours(page, who, reference);
            case REQUESTED -> theirs(page, who, reference);
        };
    }

    private Outcome<CaseView> ours(Page page, Actor who, RequestReference reference) {
        return Outcomes.map(cases.outgoing(who, reference), request -> view(page, who, request));
    }

    private Outcome<CaseView> theirs(Page page, Actor who, RequestReference reference) {
        return Outcomes.map(cases.incoming(who, reference), request -> view(page, who, request));
    }

    private CaseView view(Page page, Actor who, OutgoingCase request) {
        StateCode peer = request.requested();
        Answers answers = new Answers(request.document());
        return new CaseView(
                request.reference(),
                Side.REQUESTING,
                peer.code(),
                states.name(peer, page.language()),
                language(peer),
                request.state().word(),
                request.clock().map(clock -> clocks.show(page, clock, peer)),
                request.urgency(),
                request.fingerprint(),
                request.sentAt(),
                request.acknowledgement(),
                Standing.of(page, names, request.state()),
                request.state() instanceof Outgoing.NeedsMore(var at, List<String> fields, var note)
                        ? fields
                        : List.of(),
                facts.sections(page, answers),
                request.document(),
                codes(cases.acts(who, request)),
                List.of(),
                List.of(),
                Optional.empty(),
                timeline(who, request.reference()),
                notes(who, request.reference()),
                request.mlaReference(),
                lines.ownerName(request.owner()),
                handling(page, answers),
                false,
                request.version());
    }

    private CaseView view(Page page, Actor who, IncomingCase request) {
        StateCode peer = request.requesting();
        Answers answers = new Answers(request.document());
        return new CaseView(
                request.reference(),
                Side.REQUESTED,
                peer.code(),
                states.name(peer, page.language()),
                language(peer),
                request.state().word(),
                Optional.of(clocks.show(page, request.clock(), peer)),
                request.urgency(),
                request.fingerprint(),
                Optional.of(request.sentAt()),
                request.acknowledgement(),
                Standing.of(page, names, request.state()),
                request.state() instanceof Incoming.NeedsMore(var at, List<String> fields, var note)
                        ? fields
                        : List.of(),
                facts.sections(page, answers),
                request.document(),
                codes(cases.acts(who, request)),
                request.checks().stream()
                        .map(check -> new CaseView.CheckLine(
                                Events.check(page, names, check, states.name(peer, page.language())), check.result()))
                        .toList(),
                answering.refusalGrounds(request),
                request.assessment(),
                timeline(who, request.reference()),
                notes(who, request.reference()),
                request.mlaReference(),
                lines.ownerName(request.owner()),
                handling(page, answers),
                disclosures.mayBegin(who, request),
                request.version());
    }

    private List<Timeline.Entry> timeline(Actor who, RequestReference reference) {
        return cases.timeline(who, reference) instanceof Outcome.Done<Timeline>(Timeline timeline)
                ? timeline.entries()
                : List.of();
    }

    private List<Note> notes(Actor who, RequestReference reference) {
        return cases.notes(who, reference) instanceof Outcome.Done<List<Note>>(List<Note> notes) ? notes : List.of();
    }

    private static List<String> codes(Set<Act> acts) {
        return acts.stream()
                .filter(act -> !ELSEWHERE.contains(act))
                .sorted()
                .map(Act::code)
                .toList();
    }

    /// The first of the other State's languages that is one of the six.
    private Language language(StateCode peer) {
        return states.find(peer).stream()
                .map(Entry::languages)
                .flatMap(List::stream)
                .flatMap(tag -> Language.ofTag(tag).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    private static String handling(Page page, Answers answers) {
        if (!answers.has("/handling/tlp")) {
            return "";
        }
        String marks = "TLP:" + answers.text("/handling/tlp").toUpperCase(java.util.Locale.ROOT);
        String pap = answers.has("/handling/pap")
                ? " · PAP:" + answers.text("/handling/pap").toUpperCase(java.util.Locale.ROOT)
                : "";
        String limits = answers.has("/handling/useLimits") ? " · " + answers.text("/handling/useLimits") : "";
        return marks + pap + limits;
    }
}
