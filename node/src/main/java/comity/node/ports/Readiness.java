package comity.node.ports;

import comity.kernel.transaction.DatabaseUnavailable;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/// `/livez`: the process answers. `/readyz`: it can do its work.
public final class Readiness implements Filter {
    private final BooleanSupplier ready;

    public Readiness(BooleanSupplier ready) {
        this.ready = ready;
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        switch (((HttpServletRequest) call).getRequestURI()) {
            case "/livez" -> say((HttpServletResponse) answer, true);
            case "/readyz" -> say((HttpServletResponse) answer, isReady());
            default -> chain.doFilter(call, answer);
        }
    }

    private boolean isReady() {
        try {
            return ready.getAsBoolean();
        } catch (DatabaseUnavailable e) {
            return false;
        }
    }

    private static void say(HttpServletResponse answer, boolean good) throws IOException {
        answer.setStatus(good ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        answer.setContentType("text/plain");
        answer.getOutputStream().print(good ? "ok\n" : "not ready\n");
    }
}
