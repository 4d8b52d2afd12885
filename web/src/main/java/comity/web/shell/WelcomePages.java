package comity.web.shell;

import comity.web.Page;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// For whoever comes the first time: what they can do here, with the shortest way to it.
@Controller
public class WelcomePages {
    @GetMapping("/welcome")
    ModelAndView welcome(Page page) {
        return new ModelAndView("shell/welcome", Map.of("page", page));
    }
}
