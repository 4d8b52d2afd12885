package comity.web.directory;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.kernel.StateCode;
import comity.web.Page;
import comity.web.Times;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Whom to ask, and how to reach them.
@Controller
public class DirectoryPages {
    private final Directory directory;

    public DirectoryPages(Directory directory) {
        this.directory = directory;
    }

    /// One line of the list.
    ///
    /// @param clock the hour there now
    public record Line(Entry entry, String name, String clock, boolean stale) {}

    @GetMapping("/directory")
    ModelAndView list(Page page) {
        LocalDate today = LocalDate.ofInstant(page.now(), page.zone());
        List<Line> lines = directory.all().stream()
                .map(entry -> new Line(
                        entry, entry.name(page.language()), Times.hour(page.now(), entry.zone()), entry.isStale(today)))
                .toList();
        ListVersion version = directory.version();
        return new ModelAndView("directory/list", Map.of("page", page, "lines", lines, "version", version));
    }

    @GetMapping("/directory/{state}")
    ModelAndView card(Page page, @PathVariable("state") String code) {
        Entry entry = Optional.of(code)
                .filter(text -> text.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .flatMap(directory::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        LocalDate there = LocalDate.ofInstant(page.now(), entry.zone());
        Map<String, Duration> opens = new HashMap<>();
        entry.authorities()
                .forEach(office ->
                        entry.opensIn(office.hours(), page.now()).ifPresent(wait -> opens.put(office.id(), wait)));
        entry.desks()
                .forEach(desk -> entry.opensIn(desk.hours(), page.now()).ifPresent(wait -> opens.put(desk.id(), wait)));
        return new ModelAndView(
                "directory/card",
                Map.of(
                        "page",
                        page,
                        "entry",
                        entry,
                        "clock",
                        Times.hour(page.now(), entry.zone()),
                        "holiday",
                        entry.holidayOn(there)
                                .map(day -> day.name(page.language()))
                                .orElse(""),
                        "stale",
                        entry.isStale(there),
                        "unverified",
                        entry.isUnverified(there),
                        "opens",
                        opens,
                        "full",
                        page.person().isPresent()));
    }
}
