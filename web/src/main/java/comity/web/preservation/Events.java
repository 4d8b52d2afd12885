package comity.web.preservation;

import comity.requests.Timeline;
import comity.requests.preservation.MachineCheck;
import comity.web.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What happened, and what a machine found, in words.
public final class Events {
    private Events() {}

    /// One event of a timeline. An event of a newer version is shown by its word.
    public static String text(Page page, Timeline.Entry entry) {
        String key = "event." + entry.event();
        return page.has(key) ? page.t(key, arguments(entry.details())) : entry.event();
    }

    /// One check, with its evidence; a complaint names its field and says what is wrong with it.
    ///
    /// @param peer the name of the other State, which a check knows only by its code
    static String check(Page page, FieldNames names, MachineCheck check, String peer) {
        Map<String, String> details = new HashMap<>(check.details());
        details.replace("state", peer);
        String key = "check." + check.code();
        return check.code().equals("complaint")
                ? complaint(page, names, details)
                : page.has(key) ? page.t(key, arguments(details)) : check.code();
    }

    /// A complaint speaks to those who ask; some are said otherwise to those who are asked.
    private static String complaint(Page page, FieldNames names, Map<String, String> details) {
        String code = details.getOrDefault("code", "");
        String ours = "check.complaint." + code;
        String key = page.has(ours) ? ours : "complaint." + code;
        String text = page.has(key) ? page.t(key, arguments(details)) : page.t("check.complaint");
        String pointer = details.getOrDefault("pointer", "");
        return pointer.isEmpty() ? text : page.t("form.complaint", "field", names.name(page, pointer), "text", text);
    }

    private static Object[] arguments(Map<String, String> details) {
        List<Object> arguments = new ArrayList<>();
        details.forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        return arguments.toArray();
    }
}
