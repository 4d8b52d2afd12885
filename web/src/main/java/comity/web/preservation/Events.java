package comity.web.preservation;

import comity.requests.Timeline;
import comity.requests.preservation.MachineCheck;
import comity.web.Page;
import java.util.ArrayList;
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

    /// One check, with its evidence; a complaint says what is wrong in its own words.
    public static String check(Page page, MachineCheck check) {
        String complaint = "complaint." + check.details().getOrDefault("code", "");
        if (check.code().equals("complaint") && page.has(complaint)) {
            return page.t(complaint, arguments(check.details()));
        }
        String key = "check." + check.code();
        return page.has(key) ? page.t(key, arguments(check.details())) : check.code();
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
