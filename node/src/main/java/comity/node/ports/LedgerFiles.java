package comity.node.ports;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// Serves the tiles and the checkpoint of this node's ledger to anybody, below `/ledger/`. A tile never changes, so it
/// may be kept for ever; a checkpoint may not be kept at all.
public final class LedgerFiles implements Filter {
    private static final String PREFIX = "/ledger/";
    private static final Pattern TILE =
            Pattern.compile("tile/(?:\\d{1,2}|entries)(?:/x\\d{3})*/\\d{3}(?:\\.p/\\d{1,3})?");
    private static final String CHECKPOINT = "checkpoint";

    private final Path folder;

    public LedgerFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) call).getRequestURI();
        String name = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        // Only these two forms of name are served, so no name can lead out of the folder.
        if (name.equals(CHECKPOINT) || TILE.matcher(name).matches()) {
            serve((HttpServletResponse) answer, name);
        } else {
            chain.doFilter(call, answer);
        }
    }

    private void serve(HttpServletResponse answer, String name) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean checkpoint = name.equals(CHECKPOINT);
        answer.setContentType(checkpoint ? "text/plain; charset=utf-8" : "application/octet-stream");
        answer.setHeader("Cache-Control", checkpoint ? "no-store" : "public, max-age=31536000, immutable");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setContentLengthLong(Files.size(file));
        Files.copy(file, answer.getOutputStream());
    }
}
