package comity.requests.emergency;

import comity.requests.emergency.Review.Finding;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// What a letter of the other State does to a case. Pure; empty where it has no meaning.
final class Arrows {
    private Arrows() {}

    /// @param details what the timeline tells
    record Heard(EmergencyCase now, Map<String, String> details) {}

    /// @param at when they said it
    static Optional<Heard> hear(EmergencyCase request, EmergencyLetter said, Instant at, Instant now) {
        return switch (said) {
            case EmergencyLetter.Acknowledged() ->
                request.state() instanceof EmergencyState.Sent || request.state() instanceof EmergencyState.Received
                        ? moved(request, new EmergencyState.Acknowledged(at), now, Map.of())
                        : Optional.empty();
            case EmergencyLetter.Accepted(var reviewBy, var conditions) ->
                isUndecided(request)
                        ? answered(
                                request,
                                new EmergencyState.Accepted(at, reviewBy, conditions),
                                now,
                                Map.of("reviewBy", reviewBy.toString(), "conditions", conditions))
                        : Optional.empty();
            case EmergencyLetter.KeptOnly(var reviewBy, var reasons) ->
                request.state() instanceof EmergencyState.Open
                        ? answered(
                                request,
                                new EmergencyState.KeptOnly(at, reviewBy, reasons),
                                now,
                                Map.of("reviewBy", reviewBy.toString(), "reasons", reasons))
                        : Optional.empty();
            case EmergencyLetter.Declined(var reasons) ->
                isUndecided(request)
                        ? moved(request, new EmergencyState.Declined(at, reasons), now, Map.of("reasons", reasons))
                        : Optional.empty();
            case EmergencyLetter.Withdrawn(var reason) ->
                request.state() instanceof EmergencyState.Open
                        ? moved(request, new EmergencyState.Withdrawn(at, reason), now, Map.of("reason", reason))
                        : Optional.empty();
            case EmergencyLetter.Reviewed reviewed -> reviewed(request, reviewed, at, now);
            case EmergencyLetter.Claim _, EmergencyLetter.Unknown _ -> Optional.empty();
        };
    }

    /// What was only kept can still be given or declined.
    static boolean isUndecided(EmergencyCase request) {
        return request.state() instanceof EmergencyState.Open || request.state() instanceof EmergencyState.KeptOnly;
    }

    private static Optional<Heard> moved(
            EmergencyCase request, EmergencyState next, Instant now, Map<String, String> details) {
        return Optional.of(new Heard(request.moved(next, now), details));
    }

    private static Optional<Heard> answered(
            EmergencyCase request, EmergencyState.Answered next, Instant now, Map<String, String> details) {
        return Optional.of(new Heard(request.answered(next, now), details));
    }

    private static Optional<Heard> reviewed(
            EmergencyCase request, EmergencyLetter.Reviewed said, Instant at, Instant now) {
        Optional<Finding> finding = Finding.ofCode(said.finding());
        if (!(request.state() instanceof EmergencyState.Answered) || finding.isEmpty()) {
            return Optional.empty();
        }
        Review review = new Review(at, finding.get(), said.assistanceReference(), said.text());
        return Optional.of(new Heard(request.reviewedThere(review, now), details(review)));
    }

    static Map<String, String> details(Review review) {
        return Map.of(
                "finding", review.finding().code(),
                "assistance", review.assistanceReference(),
                "text", review.text());
    }
}
