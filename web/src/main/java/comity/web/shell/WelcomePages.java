package comity.web.shell;

import comity.web.Page;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// For whoever comes the first time: what they can do here, with the shortest way to it.
@Controller
public class WelcomePages {
    /// Where each person's work is.
    @GetMapping("/")
    String start(Page page) {
        if (page.settings().registry()) {
            return page.worksAtTheRegistry() ? "redirect:/proposals" : "forward:/editions";
        }
        if (page.person().isEmpty()) {
            return "redirect:/sign-in";
        }
        return page.works() ? "redirect:/desk" : page.seesCases() ? "redirect:/oversight" : "redirect:/people";
    }

    @GetMapping("/welcome")
    ModelAndView welcome(Page page) {
        return new ModelAndView("shell/welcome", Map.of("page", page));
    }
}
