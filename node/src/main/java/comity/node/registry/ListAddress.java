package comity.node.registry;

import comity.directory.list.DirectoryList;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/// Serves the newest edition of the list at `/directory/list`, to anybody: it is public and signed.
public final class ListAddress implements Filter {
    private final Registry registry;

    public ListAddress(Registry registry) {
        this.registry = registry;
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (((HttpServletRequest) call).getRequestURI().equals("/directory/list")) {
            serve((HttpServletRequest) call, (HttpServletResponse) answer);
        } else {
            chain.doFilter(call, answer);
        }
    }

    private void serve(HttpServletRequest call, HttpServletResponse answer) throws IOException {
        Optional<DirectoryList> latest = registry.latest();
        if (latest.isEmpty()) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String tag = "\"" + latest.get().version().digest() + "\"";
        answer.setHeader("ETag", tag);
        answer.setHeader("Cache-Control", "no-cache");
        if (tag.equals(call.getHeader("If-None-Match"))) {
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = latest.get().bytes();
        answer.setContentType("application/jose");
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }
}
