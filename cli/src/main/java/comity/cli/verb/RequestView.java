package comity.cli.verb;

import comity.api.request.Draft;
import comity.api.request.RequestDetail;
import comity.api.request.RequestSummary;
import comity.api.request.TermClock;
import comity.cli.file.RequestFile;
import comity.cli.screen.Screen;
import comity.cli.screen.Times;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Shows one request.
final class RequestView {
    private RequestView() {}

    /// After an act: which request, where it stands, what comes next.
    static void standing(Screen screen, RequestDetail request) {
        RequestSummary summary = request.summary();
        screen.line(summary.reference() + "  "
                + screen.painted(Screen.Paint.GOOD, screen.texts().word("state", summary.state())));
        screen.factIf("field.fingerprint", request.fingerprint());
        clock(screen, summary.clock());
        screen.fact("field.acts", String.join(", ", request.acts()));
    }

    /// Everything this State knows of it.
    static void whole(Screen screen, RequestDetail request) {
        RequestSummary summary = request.summary();
        screen.line(screen.painted(Screen.Paint.STRONG, summary.reference()));
        screen.fact("field.state", screen.texts().word("state", summary.state()));
        screen.fact("field.side", screen.texts().word("side", summary.side()));
        screen.fact("field.requesting", summary.requestingState());
        screen.fact("field.requested", summary.requestedState());
        screen.fact("field.urgency", screen.texts().word("urgency", summary.urgency()));
        screen.factIf("field.fingerprint", request.fingerprint());
        clock(screen, summary.clock());
        answers(screen, request);
        screen.fact("field.waits-for", screen.texts().word("waits-for", summary.waitsFor()));
        screen.fact("field.acts", String.join(", ", request.acts()));
        screen.fact("field.version", summary.version());
        screen.heading("heading.document");
        document(screen, "", request.document());
    }

    static void draft(Screen screen, Draft draft) {
        screen.line(screen.painted(Screen.Paint.STRONG, draft.reference()));
        screen.fact("field.requested", draft.requestedState());
        screen.fact("field.version", draft.version());
        ReadingView.kept(screen, draft.reference(), new RequestFile(draft.document(), Map.of()), draft.reading());
        screen.heading("heading.document");
        document(screen, "", draft.document());
    }

    private static void answers(Screen screen, RequestDetail request) {
        RequestDetail.Acknowledgement seen = request.acknowledgement();
        if (seen != null) {
            screen.fact("field.acknowledged", screen.times().show(seen.at()));
            screen.factIf("field.next-update", screen.times().showIf(seen.nextUpdateBy()));
        }
        RequestDetail.Question question = request.question();
        if (question != null) {
            screen.fact("field.asked", String.join(", ", question.fields()));
            screen.factIf("field.note", question.note());
        }
        RequestDetail.Risk risk = request.risk();
        if (risk != null) {
            screen.fact("field.risk", screen.texts().word("risk", risk.kind()));
            screen.factIf("field.note", risk.note());
        }
        RequestDetail.Consultation consultation = request.consultation();
        if (consultation != null) {
            screen.fact("field.ground", named(consultation.ground(), consultation.groundText()));
            screen.factIf("field.note", consultation.note());
            screen.factIf("field.answer", consultation.answer());
        }
        refusal(screen, request.refusal());
        kept(screen, request);
        request.grounds()
                .forEach(ground -> screen.fact(
                        "field.possible-ground",
                        ground.code() + " – " + ground.text() + " (" + ground.article() + ")"));
        request.checks()
                .forEach(check -> screen.line(screen.texts().word("check", check.result()) + " – " + check.text()));
    }

    private static void refusal(Screen screen, RequestDetail.@Nullable Refusal refusal) {
        if (refusal != null) {
            screen.fact("field.ground", named(refusal.ground(), refusal.groundText()));
            screen.factIf("field.article", refusal.article());
            screen.factIf("field.national-law", refusal.nationalLaw());
            screen.fact("field.reasons", refusal.reasons());
            screen.factIf("field.may-resubmit-if", refusal.mayResubmitIf());
        }
    }

    private static void kept(Screen screen, RequestDetail request) {
        RequestDetail.DomesticOrder order = request.order();
        if (order != null) {
            screen.fact("field.order", order.reference());
            screen.fact("field.ordered-at", screen.times().show(order.orderedAt()));
            screen.factIf("field.renew-by", screen.times().showIf(order.renewBy()));
        }
        RequestDetail.Preservation preservation = request.preservation();
        if (preservation != null) {
            screen.fact("field.preserved", screen.times().show(preservation.at()));
            screen.factIf("field.until", screen.times().showIf(preservation.until()));
            screen.factIf("field.provider", preservation.provider());
            screen.fact("field.coverage", screen.texts().word("coverage", preservation.coverage()));
            screen.factIf("field.national-reference", preservation.nationalReference());
            screen.factIf("field.remarks", preservation.remarks());
        }
        RequestDetail.Extension extension = request.extension();
        if (extension != null) {
            screen.fact("field.extension-days", extension.days());
            screen.factIf("field.reasons", extension.reason());
        }
        screen.factIf("field.mla", request.mlaReference());
        screen.factIf("field.closing-reason", request.closingReason());
    }

    private static String named(String code, @Nullable String text) {
        return text == null ? code : text + " [" + code + "]";
    }

    static void clock(Screen screen, @Nullable TermClock clock) {
        if (clock != null) {
            screen.fact("field.clock", clockLine(screen, clock));
        }
    }

    /// A clock in one line: what it does, what it counts, until when.
    static String clockLine(Screen screen, TermClock clock) {
        StringBuilder line = new StringBuilder(screen.texts().word("clock", clock.status()));
        if (clock.causeText() != null) {
            line.append(" – ").append(clock.causeText());
        }
        String until = screen.times().showIf(clock.until());
        if (until != null) {
            line.append(" → ").append(until);
        }
        Long remaining = clock.remainingSeconds();
        if (remaining != null) {
            line.append(" (")
                    .append(Times.show(java.time.Duration.ofSeconds(remaining)))
                    .append(')');
        }
        if (clock.reference() != null) {
            line.append(" (").append(clock.reference()).append(')');
        }
        return line.toString();
    }

    /// The document, a line for each field, by its path.
    static void document(Screen screen, String path, Object value) {
        switch (value) {
            case Map<?, ?> fields -> fields.forEach((name, field) -> document(screen, path + "/" + name, field));
            case List<?> items
            when items.stream().allMatch(String.class::isInstance) ->
                screen.line("  " + path + ": "
                        + String.join(", ", items.stream().map(Object::toString).toList()));
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    document(screen, path + "/" + i, items.get(i));
                }
            }
            default -> {
                screen.line("  " + path + ":");
                screen.paragraph("  " + value);
            }
        }
    }
}
