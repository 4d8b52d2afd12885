package comity.web.verify;

import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.requests.preservation.Verification;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.cases.States;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Is this paper genuine? Asked with its reference and fingerprint, without an account.
@Controller
public class VerifyPages {
    private final Papers papers;
    private final States states;
    private final VerifyLimit limit;

    public VerifyPages(Papers papers, States states, VerifyLimit limit) {
        this.papers = papers;
        this.states = states;
        this.limit = limit;
    }

    /// What a genuine paper may be told: nothing that is not on it.
    ///
    /// @param scope what it asks for, `preservation` or `emergency`
    public record Genuine(
            String reference,
            String from,
            String to,
            String signed,
            String status,
            String scope,
            Optional<String> ends) {
        public boolean inForce() {
            return status.equals("active");
        }
    }

    @GetMapping("/verify")
    ModelAndView form(Page page) {
        return show(page, List.of(), Optional.empty(), false);
    }

    @PostMapping("/verify")
    ModelAndView check(Page page, HttpServletRequest call, HttpServletResponse answer) {
        if (!limit.admits(call.getRemoteAddr())) {
            answer.setHeader(HttpHeaders.RETRY_AFTER, "60");
            ModelAndView slow =
                    show(page, List.of(new Trouble("", page.t("problem.429.text"))), Optional.empty(), false);
            slow.setStatus(HttpStatus.TOO_MANY_REQUESTS);
            return slow;
        }
        List<Trouble> troubles = new ArrayList<>();
        Optional<RequestReference> reference = RequestReference.parse(page.typed("reference"));
        Optional<Fingerprint> fingerprint = fingerprint(page.typed("fingerprint"));
        if (reference.isEmpty()) {
            troubles.add(new Trouble("reference", page.t("verify.reference.wrong")));
        }
        if (fingerprint.isEmpty()) {
            troubles.add(new Trouble("fingerprint", page.t("verify.fingerprint.wrong")));
        }
        if (!troubles.isEmpty()) {
            return show(page, troubles, Optional.empty(), false);
        }
        return switch (papers.verify(reference.orElseThrow(), fingerprint.orElseThrow())) {
            case Verification.NotGenuine _ -> show(page, List.of(), Optional.empty(), true);
            case Verification.Genuine genuine -> show(page, List.of(), Optional.of(told(page, genuine)), false);
        };
    }

    private Genuine told(Page page, Verification.Genuine genuine) {
        return new Genuine(
                genuine.reference().toString(),
                states.name(genuine.requesting(), page.language()),
                states.name(genuine.requested(), page.language()),
                page.at(genuine.signedAt()) + " · " + page.utc(genuine.signedAt()),
                genuine.status(),
                genuine.scope(),
                genuine.ends().map(ends -> page.day(ends) + " · " + page.utc(ends)));
    }

    private static Optional<Fingerprint> fingerprint(String typed) {
        try {
            return Optional.of(Fingerprint.parse(typed));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static ModelAndView show(Page page, List<Trouble> troubles, Optional<Genuine> genuine, boolean notGenuine) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("troubles", troubles);
        model.put("genuine", genuine);
        model.put("notGenuine", notGenuine);
        return new ModelAndView("verify/form", model);
    }
}
