package comity.web.oversight;

import comity.kernel.Actor;
import comity.kernel.transaction.Transactions;
import comity.safeguards.oversight.Looks;
import comity.web.Person;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;

/// Writes down who tried a door that is not theirs, and shows the problem page.
public final class DeniedLooks implements AccessDeniedHandler {
    private final Looks looks;
    private final Transactions transactions;

    public DeniedLooks(Looks looks, Transactions transactions) {
        this.looks = looks;
        this.transactions = transactions;
    }

    @Override
    public void handle(HttpServletRequest call, HttpServletResponse answer, AccessDeniedException denied)
            throws IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Person person) {
            Actor actor = person.actor();
            transactions.write(tx -> looks.denied(tx, actor, "page.open", call.getRequestURI(), "role-not-competent"));
        }
        answer.sendError(HttpStatus.FORBIDDEN.value());
    }
}
