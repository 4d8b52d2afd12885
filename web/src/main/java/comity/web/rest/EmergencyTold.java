package comity.web.rest;

import comity.api.Link;
import comity.api.contract.Operation;
import comity.api.emergency.EmergencyDetail;
import comity.api.emergency.EmergencyList;
import comity.api.emergency.EmergencySummary;
import comity.api.request.Reading;
import comity.api.request.RequestForm;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.requests.Page;
import comity.requests.emergency.Emergencies.Seen;
import comity.requests.emergency.EmergencyAct;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.EmergencyForm;
import comity.requests.emergency.EmergencyState;
import comity.requests.emergency.Review;
import comity.requests.form.FormReading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request for data to avert an emergency, and its form, in the contract's records. The person who decided is not
/// told.
public final class EmergencyTold {
    private static final int FORM_VERSION = 1;

    private final Speech speech;
    private final EmergencyForm form;
    private final StateCode home;

    /// @param home whose node this is
    public EmergencyTold(Speech speech, EmergencyForm form, StateCode home) {
        this.speech = speech;
        this.form = form;
        this.home = home;
    }

    EmergencyList list(Page<EmergencyCase> page) {
        return new EmergencyList(
                page.lines().stream().map(EmergencyTold::summary).toList(),
                page.next().orElse(null));
    }

    static EmergencySummary summary(EmergencyCase request) {
        return new EmergencySummary(
                request.id().toString(),
                request.reference().toString(),
                request.side().code(),
                request.requesting().code(),
                request.requested().code(),
                request.state().word(),
                request.waitsFor().code(),
                request.state() instanceof EmergencyState.Answered answered ? answered.reviewBy() : null,
                Tell.orNothing(request.owner()),
                request.sentAt().orElse(null),
                request.updatedAt(),
                request.version());
    }

    EmergencyDetail detail(Language language, Seen seen) {
        EmergencyCase request = seen.request();
        return new EmergencyDetail(
                summary(request),
                Tell.orNothing(request.fingerprint()),
                ApiJson.object(form.documents().nest(request.document())),
                reading(language, seen.reading(), request.requested()),
                since(request.state()),
                request.state() instanceof EmergencyState.Accepted accepted
                        ? Tell.orNothing(accepted.conditions())
                        : null,
                reasons(request.state()),
                request.decision()
                        .map(decision -> new EmergencyDetail.Decision(decision.order(), decision.justification()))
                        .orElse(null),
                request.ownReview().map(EmergencyTold::review).orElse(null),
                request.peerReview().map(EmergencyTold::review).orElse(null),
                seen.acts().stream().sorted().map(EmergencyAct::code).toList(),
                links(request.reference()));
    }

    private static @Nullable Instant since(EmergencyState state) {
        return switch (state) {
            case EmergencyState.Sent(var at) -> at;
            case EmergencyState.Received(var at) -> at;
            case EmergencyState.Acknowledged(var at) -> at;
            case EmergencyState.Answered answered -> answered.at();
            case EmergencyState.Declined declined -> declined.at();
            case EmergencyState.Withdrawn withdrawn -> withdrawn.at();
            case EmergencyState.Drafted _, EmergencyState.Unknown _ -> null;
        };
    }

    private static @Nullable String reasons(EmergencyState state) {
        return switch (state) {
            case EmergencyState.KeptOnly kept -> kept.reasons();
            case EmergencyState.Declined declined -> declined.reasons();
            case EmergencyState.Withdrawn withdrawn -> withdrawn.reason();
            case EmergencyState.Drafted _, EmergencyState.Open _, EmergencyState.Accepted _, EmergencyState.Unknown _ ->
                null;
        };
    }

    private static EmergencyDetail.Review review(Review review) {
        return new EmergencyDetail.Review(
                review.at(), review.finding().code(), Tell.orNothing(review.assistanceReference()), review.text());
    }

    private static List<Link> links(RequestReference reference) {
        String name = reference.toString();
        return List.of(
                new Link("self", Operation.SHOW_EMERGENCY.at(name)),
                new Link("timeline", Operation.SHOW_EMERGENCY_TIMELINE.at(name)),
                new Link("letters", Operation.SHOW_EMERGENCY_LETTERS.at(name)),
                new Link("exhibits", Operation.LIST_EXHIBITS.at(name)));
    }

    /// What a document looks like to the State that would be asked.
    Reading lint(Language language, StateCode requested, Map<String, String> raw) {
        return reading(language, form.read(home, requested, raw), requested);
    }

    private Reading reading(Language language, FormReading reading, StateCode requested) {
        return new Reading(
                !reading.isBlocked(),
                speech.objections(language, reading.complaints()),
                speech.completeness(language, reading.forState(), requested.code()),
                speech.completeness(language, reading.forAny(), null),
                DraftTold.tasks(speech, language, form.form(), reading.tasks()));
    }

    RequestForm form(Language language) {
        return new RequestForm(
                RequestType.EMERGENCY.code(),
                FORM_VERSION,
                form.form()
                        .fields()
                        .map(field -> DraftTold.field(speech, language, field))
                        .toList());
    }
}
