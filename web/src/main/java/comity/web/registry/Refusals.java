package comity.web.registry;

import comity.directory.proposals.Outcome;
import comity.kernel.Complaint;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.law.LawComplaints;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why an act on a proposal was refused, in the reader's words: the ground, then every place of the document.
final class Refusals {
    /// The row of a table, and its column.
    private static final Pattern CELL = Pattern.compile("/(\\d+)(?:/([^/]+))?");

    private final LawComplaints law;

    Refusals(LawComplaints law) {
        this.law = law;
    }

    /// @param field where they are shown
    List<Trouble> troubles(Page page, String field, Outcome.Refused refused) {
        List<Trouble> troubles = new ArrayList<>();
        troubles.add(new Trouble(
                field, page.t("proposals.refused." + refused.ground().code())));
        refused.details().forEach(complaint -> troubles.add(new Trouble(field, told(page, complaint))));
        return troubles;
    }

    private String told(Page page, Complaint complaint) {
        String text = law.find(page.language(), complaint)
                .orElseGet(() -> complaint.details().getOrDefault("value", complaint.code()));
        Matcher cell = CELL.matcher(complaint.pointer());
        if (!cell.matches()) {
            return complaint.pointer().isEmpty()
                    ? text
                    : page.t("proposals.at.place", "place", complaint.pointer(), "text", text);
        }
        return cell.group(2) == null
                ? page.t("proposals.at.row", "row", cell.group(1), "text", text)
                : page.t("proposals.at.cell", "row", cell.group(1), "column", cell.group(2), "text", text);
    }
}
