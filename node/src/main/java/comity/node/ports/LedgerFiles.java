package comity.node.ports;

import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileFile;
import comity.ledger.tiles.TileStore;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Serves the tiles and the checkpoint of this node's ledger to anybody, below `/ledger/`, from
/// wherever they are published. A tile never changes, so it may be kept for ever; a checkpoint may not
/// be kept at all.
public final class LedgerFiles implements Filter {
    private static final System.Logger LOG = System.getLogger(LedgerFiles.class.getName());
    private static final String PREFIX = "/ledger/";

    /// Strangers ask here. A store that does not answer must not hold the threads that people's pages
    /// need.
    private static final int AT_ONCE = 32;

    private final PublishedLog log;
    private final Semaphore asking = new Semaphore(AT_ONCE);

    public LedgerFiles(PublishedLog log) {
        this.log = log;
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        String path = ((HttpServletRequest) call).getRequestURI();
        String name = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        // Only these two forms of name are served, so no name can lead anywhere else.
        Optional<TileFile> tile = TileFile.parse(name);
        if (name.equals(TileStore.CHECKPOINT)) {
            serve((HttpServletResponse) answer, Optional.empty());
        } else if (tile.isPresent()) {
            serve((HttpServletResponse) answer, tile);
        } else {
            chain.doFilter(call, answer);
        }
    }

    private void serve(HttpServletResponse answer, Optional<TileFile> tile) throws IOException {
        if (!asking.tryAcquire()) {
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Optional<byte[]> content;
        try {
            content = tile.isPresent() ? log.read(tile.get()) : log.checkpoint();
        } catch (UncheckedIOException e) {
            // Whoever publishes says it aloud; a stranger could fill the log by asking.
            LOG.log(System.Logger.Level.DEBUG, "The published ledger cannot be read", e);
            answer.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        } finally {
            asking.release();
        }
        if (content.isEmpty()) {
            answer.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        answer.setContentType(tile.isPresent() ? "application/octet-stream" : "text/plain; charset=utf-8");
        answer.setHeader("Cache-Control", tile.isPresent() ? "public, max-age=31536000, immutable" : "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setContentLengthLong(content.get().length);
        answer.getOutputStream().write(content.get());
    }
}
