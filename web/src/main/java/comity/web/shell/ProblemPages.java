package comity.web.shell;

import comity.web.Page;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// Says in words what went wrong: not allowed, not found, out of date, too many, or our own fault.
@Controller
public class ProblemPages implements ErrorController {
    private static final java.util.Set<Integer> IN_WORDS = java.util.Set.of(400, 403, 404, 405, 409, 413, 429, 503);

    @RequestMapping("/error")
    Object problem(Page page, HttpServletRequest call) {
        int status = call.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        Object path = call.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (path instanceof String text && text.startsWith("/api/")) {
            return forPrograms(status);
        }
        int said = IN_WORDS.contains(status) ? status : status < 500 ? 400 : 500;
        ModelAndView view = new ModelAndView("shell/problem", Map.of("page", page, "problem", said));
        view.setStatus(HttpStatusCode.valueOf(status));
        return view;
    }

    /// Programs get RFC 9457 even for addresses that do not exist.
    private static ResponseEntity<String> forPrograms(int status) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .body("{\"type\":\"urn:comity:problem:http-%d\",\"status\":%d}".formatted(status, status));
    }
}
