package comity.cli.verb;

import comity.api.law.BasisAnswer;
import comity.api.law.BasisList;
import comity.api.law.EligibilityAnswer;
import comity.api.law.LawItem;
import comity.api.law.LawReason;
import comity.api.law.TreatyBasis;
import comity.api.law.TreatyLine;
import comity.api.law.TreatyTable;
import comity.cli.screen.Screen;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows answers of the law. Their words come from the node; here they are only laid out.
final class LawView {
    private LawView() {}

    static void status(Screen screen, TreatyTable table) {
        screen.paragraph(table.text());
        screen.fact("law.counted", table.counted() + " / " + table.needed());
        screen.fact("law.not-counted", table.notCounted());
        screen.factIf("law.in-force", table.inForceOn());
        if (table.inForceOn() == null) {
            screen.say("law.if-completed", table.on(), table.ifCompletedOnThatDay());
        }
        table.supposed().forEach((state, day) -> screen.fact("law.supposed", state + " " + day));
        screen.fact("law.signatories", table.signatories());
        screen.table(
                List.of(
                        screen.texts().say("column.state"),
                        screen.texts().say("column.name"),
                        screen.texts().say("law.column.signed"),
                        screen.texts().say("law.column.deposited"),
                        screen.texts().say("law.in-force")),
                table.participants().stream().map(LawView::line).toList());
        foot(screen, table.about(), table.registerAsOf().toString(), table.registerVerified());
    }

    private static List<String> line(TreatyLine line) {
        String deposited = line.deposited() == null ? "" : line.deposited() + " " + line.how();
        return List.of(
                line.code(),
                line.name(),
                line.signed() == null ? "" : line.signed(),
                line.organization() && !deposited.isEmpty() ? deposited + " (n/c)" : deposited,
                line.inForce() == null ? "" : line.inForce().toString());
    }

    static void bases(Screen screen, BasisList list) {
        for (TreatyBasis treaty : list.treaties()) {
            screen.line(mark(treaty.binds()) + treaty.title() + " – " + treaty.text());
            treaty.reasons().forEach(reason -> screen.line("    " + told(screen, reason)));
            treaty.measures().forEach(measure -> screen.line("    · " + told(screen, measure)));
        }
        foot(screen, "", list.registerAsOf().toString(), list.registerVerified());
    }

    static void eligibility(Screen screen, EligibilityAnswer answer) {
        screen.paragraph(answer.text());
        for (BasisAnswer basis : answer.bases()) {
            String article = basis.article() == null ? "" : " (" + cited(screen, basis.article()) + ")";
            screen.line(mark(basis.carries()) + basis.title() + article + " – " + basis.text());
            basis.reasons().forEach(reason -> screen.line("    " + told(screen, reason)));
        }
        screen.fact("law.asked-of", answer.dutyText());
        screen.fact("field.languages", String.join(" ", answer.languages()));
        list(screen, "law.contents", answer.contents());
        list(screen, "law.grounds", answer.grounds());
        list(screen, "law.never-alone", answer.neverAlone());
        list(screen, "law.clocks", answer.clocks());
        if (answer.dualCriminality() != null) {
            screen.fact("law.dual", told(screen, answer.dualCriminality()));
        }
        answer.seriousness().forEach(side -> screen.fact("law.serious", side.text()));
        answer.cautions().forEach(caution -> screen.fact("law.caution", told(screen, caution)));
        foot(screen, "", answer.registerAsOf().toString(), answer.registerVerified());
    }

    private static void list(Screen screen, String key, List<LawItem> items) {
        items.forEach(item -> screen.fact(key, told(screen, item)));
    }

    private static String told(Screen screen, LawItem item) {
        return item.text() + " (" + cited(screen, item.provision()) + ")";
    }

    private static String cited(Screen screen, String provision) {
        return screen.texts().say("law.cite", provision);
    }

    private static @Nullable String source(Screen screen, LawReason reason) {
        return reason.source() == null || reason.asOf() == null
                ? reason.source()
                : screen.texts().say("law.source", reason.source(), reason.asOf());
    }

    private static String told(Screen screen, LawReason reason) {
        String sources = String.join(
                " · ",
                Stream.of(
                                reason.provision() == null ? null : cited(screen, reason.provision()),
                                source(screen, reason),
                                reason.depositary(),
                                reason.confidence())
                        .filter(part -> part != null && !part.equals("seen"))
                        .toList());
        return sources.isEmpty() ? reason.text() : reason.text() + " (" + sources + ")";
    }

    private static String mark(String answer) {
        return switch (answer) {
            case "yes" -> "✓ ";
            case "no" -> "✗ ";
            default -> "? ";
        };
    }

    private static void foot(Screen screen, String about, String asOf, boolean verified) {
        if (!about.isEmpty()) {
            screen.paragraph(about);
        }
        screen.say(verified ? "law.verified" : "law.not-verified", asOf);
    }
}
