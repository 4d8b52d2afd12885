package comity.cli.verb;

import comity.api.Objection;
import comity.api.law.LawCheck;
import comity.api.law.LawMatch;
import comity.api.law.LawReason;
import comity.api.law.MatchCell;
import comity.api.law.MatchRow;
import comity.api.law.MatchSide;
import comity.api.law.MatchedAct;
import comity.api.law.MatchedOffence;
import comity.cli.screen.Screen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows conduct in two laws, and what is wrong with a book. The words come from the node.
final class MatchView {
    private MatchView() {}

    static void match(Screen screen, LawMatch match) {
        screen.paragraph(match.text());
        for (MatchedAct act : match.acts()) {
            for (MatchedOffence offence : act.offences()) {
                offence(screen, offence);
            }
        }
        if (match.dualCriminality() != null) {
            screen.fact("law.dual", told(match.dualCriminality()));
        }
        screen.fact("law.vouched", match.confidenceText());
    }

    private static void offence(Screen screen, MatchedOffence offence) {
        String article = offence.article() == null ? "" : " (" + offence.article() + ")";
        screen.line(offence.name() + article + " – " + offence.text());
        MatchSide one = offence.sides().getFirst();
        MatchSide other = offence.sides().getLast();
        screen.table(
                List.of(
                        screen.texts().say("law.column.element"),
                        screen.texts().say("law.column.convention"),
                        one.name(),
                        other.name()),
                offence.rows().stream().map(MatchView::row).toList());
        for (MatchSide side : offence.sides()) {
            side(screen, side);
        }
    }

    private static List<String> row(MatchRow row) {
        return List.of(row.name(), row.standingText(), cell(row.first()), cell(row.second()));
    }

    private static String cell(MatchCell cell) {
        return cell.text() + (cell.fact() == null ? "" : ": " + cell.fact());
    }

    private static void side(Screen screen, MatchSide side) {
        screen.line(side.name() + ": " + side.text() + cited(side.citation()));
        side.points().forEach(point -> screen.line("    " + told(point)));
        side.disputes()
                .forEach(dispute ->
                        screen.line("    " + dispute.text() + " (" + dispute.on() + "): " + dispute.reason()));
        screen.line("    " + side.penaltyText() + " · " + side.seriousText() + " · " + side.limitationText());
        screen.line("    " + side.vouchedText() + (side.verifiedOn() == null ? "" : " · " + side.verifiedOn()));
    }

    private static String told(LawReason reason) {
        return reason.text() + cited(reason.provision());
    }

    private static String cited(@Nullable String place) {
        return place == null ? "" : " (" + place + ")";
    }

    static void check(Screen screen, String file, boolean rows, LawCheck check) {
        for (Objection objection : check.complaints()) {
            screen.line(file + ": " + (rows ? place(screen, objection.pointer()) : objection.pointer()) + " "
                    + (objection.blocks() ? "✗ " : "! ") + objection.text());
        }
        screen.paragraph(check.text());
    }

    /// `/17/from` is the column `from` of the 17th row.
    static String place(Screen screen, String pointer) {
        String[] parts = pointer.split("/", 3);
        if (parts.length < 2 || !parts[1].matches("\\d+")) {
            return pointer;
        }
        return screen.texts().say("law.row", parts[1]) + (parts.length == 3 ? ", " + parts[2] : "");
    }
}
