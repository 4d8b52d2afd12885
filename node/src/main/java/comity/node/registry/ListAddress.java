package comity.node.registry;

import comity.directory.list.DirectoryList;
import comity.kernel.Utf8;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.proof.ProofFile;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Serves the list to anybody, because it is public and signed: the newest edition at `/directory/list`,
/// each edition at `/directory/list/7`, and the proof that it is in the registry's ledger at
/// `/directory/list/7.tlog-proof`.
public final class ListAddress implements Filter {
    private static final String LIST = "/directory/list";
    private static final Pattern EDITION =
            Pattern.compile(LIST + "/([1-9][0-9]{0,17})(" + Pattern.quote(ProofFile.EXTENSION) + ")?");

    private final Registry registry;
    private final Supplier<SignedCheckpoint> checkpoint;

    /// @param checkpoint the newest of the registry's ledger, with what others have signed
    public ListAddress(Registry registry, Supplier<SignedCheckpoint> checkpoint) {
        this.registry = registry;
        this.checkpoint = checkpoint;
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) call).getRequestURI();
        Matcher edition = EDITION.matcher(path);
        HttpServletResponse response = (HttpServletResponse) answer;
        if (path.equals(LIST)) {
            serveNewest((HttpServletRequest) call, response);
        } else if (!edition.matches()) {
            chain.doFilter(call, answer);
        } else if (edition.group(2) == null) {
            // An edition never changes.
            serve(
                    response,
                    registry.edition(number(edition)),
                    "application/jose",
                    "public, max-age=31536000, immutable");
        } else {
            serve(
                    response,
                    registry.proof(number(edition), checkpoint.get()).map(proof -> Utf8.bytes(proof.text())),
                    "text/plain; charset=utf-8",
                    "no-cache");
        }
    }

    private static long number(Matcher edition) {
        return Long.parseLong(edition.group(1));
    }

    private void serveNewest(HttpServletRequest call, HttpServletResponse answer) throws IOException {
        Optional<DirectoryList> latest = registry.latest();
        if (latest.isPresent()) {
            String tag = "\"" + latest.get().version().digest() + "\"";
            answer.setHeader("ETag", tag);
            if (tag.equals(call.getHeader("If-None-Match"))) {
                answer.setHeader("Cache-Control", "no-cache");
                answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        serve(answer, latest.map(DirectoryList::bytes), "application/jose", "no-cache");
    }

    private static void serve(HttpServletResponse answer, Optional<byte[]> body, String type, String caching)
            throws IOException {
        if (body.isEmpty()) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answer.setHeader("Cache-Control", caching);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setContentType(type);
        answer.setContentLength(body.get().length);
        answer.getOutputStream().write(body.get());
    }
}
