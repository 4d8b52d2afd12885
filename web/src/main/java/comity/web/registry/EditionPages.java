package comity.web.registry;

import comity.directory.Directory;
import comity.web.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The list in force: who is party, with what it is signed, and where every edition is read.
@Controller
public class EditionPages {
    private final Editions editions;
    private final Directory directory;

    public EditionPages(Editions editions, Directory directory) {
        this.editions = editions;
        this.directory = directory;
    }

    @GetMapping("/editions")
    ModelAndView newest(Page page) {
        Editions.Newest newest =
                editions.newest().orElseThrow(() -> new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE));
        return new ModelAndView(
                "registry/list",
                Map.of(
                        "page",
                        page,
                        "edition",
                        newest,
                        "entries",
                        directory.all(),
                        "books",
                        directory.books(),
                        "today",
                        LocalDate.ofInstant(page.now(), ZoneOffset.UTC)));
    }
}
