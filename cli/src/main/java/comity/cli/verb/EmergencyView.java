package comity.cli.verb;

import comity.api.emergency.EmergencyDetail;
import comity.api.emergency.EmergencyList;
import comity.api.emergency.EmergencySummary;
import comity.cli.file.RequestFile;
import comity.cli.screen.Screen;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows requests for data to avert an emergency.
final class EmergencyView {
    private EmergencyView() {}

    /// After an act: which request, where it stands, what comes next.
    static void standing(Screen screen, EmergencyDetail request) {
        EmergencySummary summary = request.summary();
        screen.line(summary.reference() + "  "
                + screen.painted(Screen.Paint.GOOD, screen.texts().word("state", summary.state())));
        screen.factIf("field.fingerprint", request.fingerprint());
        screen.factIf("field.review-by", screen.times().showIf(summary.reviewBy()));
        screen.fact("field.acts", String.join(", ", request.acts()));
    }

    /// Everything this State knows of it.
    static void whole(Screen screen, EmergencyDetail request) {
        EmergencySummary summary = request.summary();
        screen.line(screen.painted(Screen.Paint.STRONG, summary.reference()));
        screen.fact("field.state", screen.texts().word("state", summary.state()));
        screen.factIf("field.since", screen.times().showIf(request.since()));
        screen.fact("field.side", screen.texts().word("side", summary.side()));
        screen.fact("field.requesting", summary.requestingState());
        screen.fact("field.requested", summary.requestedState());
        screen.factIf("field.fingerprint", request.fingerprint());
        answers(screen, request);
        screen.fact("field.waits-for", screen.texts().word("waits-for", summary.waitsFor()));
        screen.fact("field.acts", String.join(", ", request.acts()));
        screen.fact("field.version", summary.version());
        if (summary.state().equals("drafted")) {
            ReadingView.kept(
                    screen, summary.reference(), new RequestFile(request.document(), Map.of()), request.reading());
        }
        screen.heading("heading.document");
        RequestView.document(screen, "", request.document());
    }

    private static void answers(Screen screen, EmergencyDetail request) {
        screen.factIf("field.conditions", request.conditions());
        screen.factIf("field.reasons", request.reasons());
        EmergencyDetail.Decision decision = request.decision();
        if (decision != null) {
            screen.fact("field.order", decision.order());
            screen.fact("field.justification", decision.justification());
        }
        screen.factIf("field.review-by", screen.times().showIf(request.summary().reviewBy()));
        review(screen, "field.own-review", request.ownReview());
        review(screen, "field.peer-review", request.peerReview());
    }

    private static void review(Screen screen, String key, EmergencyDetail.@Nullable Review review) {
        if (review != null) {
            screen.fact(key, screen.texts().word("emergency.finding", review.finding()) + " – " + review.text());
            screen.factIf("field.mla", review.assistanceReference());
        }
    }

    /// A line each.
    static void list(Screen screen, EmergencyList list) {
        if (list.emergencies().isEmpty()) {
            screen.say("list.empty");
            return;
        }
        table(screen, list.emergencies());
        String next = list.next();
        if (next != null) {
            screen.warn("list.more", next);
        }
    }

    static void table(Screen screen, List<EmergencySummary> emergencies) {
        screen.table(
                List.of(
                        screen.texts().say("column.reference"),
                        screen.texts().say("column.with"),
                        screen.texts().say("column.state"),
                        screen.texts().say("field.waits-for"),
                        screen.texts().say("field.review-by")),
                emergencies.stream()
                        .map(line -> List.of(
                                line.reference(),
                                ListView.peer(line.side(), line.requestingState(), line.requestedState()),
                                screen.texts().word("state", line.state()),
                                screen.texts().word("waits-for", line.waitsFor()),
                                line.reviewBy() == null ? "" : screen.times().show(line.reviewBy())))
                        .toList());
    }
}
