package comity.web.registry;

import comity.web.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a proposal is about, and what a place in an entry is called, in the reader's language: in the words that the
/// form has for it.
public final class Subjects {
    private static final Map<String, String> MEMBERS = Map.ofEntries(
            Map.entry("names", "entry.names"),
            Map.entry("disputes", "dispute.title"),
            Map.entry("provision", "dispute.provision"),
            Map.entry("reason", "dispute.reason"),
            Map.entry("zone", "people.zone"),
            Map.entry("status", "directory.status"),
            Map.entry("languages", "card.languages"),
            Map.entry("desks", "entry.desks"),
            Map.entry("authorities", "registry.authorities"),
            Map.entry("functions", "card.functions"),
            Map.entry("phones", "card.phones"),
            Map.entry("mail", "card.mail"),
            Map.entry("hours", "card.hours"),
            Map.entry("urgentProcedure", "entry.urgent"),
            Map.entry("preservation", "card.practice"),
            Map.entry("days", "card.days"),
            Map.entry("domesticOrderDays", "card.order-days"),
            Map.entry("dualCriminalityReservation", "card.dual"),
            Map.entry("nightNote", "card.night"),
            Map.entry("needs", "card.needs"),
            Map.entry("holidays", "entry.holidays"),
            Map.entry("confirmedOn", "card.confirmed"),
            Map.entry("answers", "asked.title"),
            Map.entry("channels", "asked.channels"),
            Map.entry("laws", "asked.laws"));

    private Subjects() {}

    /// @param path see `comity.directory.proposals.Subject`
    public static String name(String path, Page page) {
        if (path.startsWith("entry/")) {
            return page.t("proposals.subject.entry", "state", after(path, "entry/"));
        }
        if (path.startsWith("book/law/")) {
            return page.t("proposals.subject.law", "state", after(path, "book/law/"));
        }
        if (path.startsWith("book/disputes/")) {
            return page.t("proposals.subject.disputes", "state", after(path, "book/disputes/"));
        }
        return path.equals("book/treaties")
                ? page.t("proposals.subject.treaties")
                : page.t("proposals.subject.book", "name", after(path, "book/"));
    }

    private static String after(String path, String start) {
        return path.substring(start.length());
    }

    /// The way to a field. What the form has no word for, such as the short name of an office, stands as it is.
    public static String place(List<String> where, Page page) {
        return where.stream()
                .map(member -> MEMBERS.containsKey(member)
                        ? page.t(MEMBERS.get(member))
                        : page.has("asked." + member)
                                ? page.t("asked." + member)
                                : page.has("language." + member) ? page.t("language." + member) : member)
                .collect(Collectors.joining(" › "));
    }
}
