package comity.node.registry;

import comity.directory.list.DirectoryList;
import comity.directory.list.LinePatch;
import comity.kernel.Sha256;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/// Serves the list and its books to anybody, because all of it is public and signed:
///
/// - `/directory/list`, the newest edition; with `?from=7` as a patch of edition 7, when that is shorter
/// - `/directory/list/7`, an edition, for ever, and `/directory/list/7.tlog-proof`, the proof that it is in the
///   registry's ledger
/// - `/directory/books/<digest>`, a book, for ever; with `?from=<digest>` as a patch of a former one
public final class ListAddress implements Filter {
    private static final String LIST = "/directory/list";
    private static final Pattern EDITION =
            Pattern.compile(LIST + "/([1-9][0-9]{0,17})(" + Pattern.quote(ProofFile.EXTENSION) + ")?");
    private static final Pattern BOOK = Pattern.compile("/directory/books/([0-9a-f]{64})");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private static final byte[] NOTHING_HERE = Utf8.bytes("{\"type\":\"urn:comity:problem:http-404\",\"status\":404}");

    private final Registry registry;
    private final Supplier<SignedCheckpoint> checkpoint;
    private final Made made = new Made();

    /// @param checkpoint the newest of the registry's ledger, with what others have signed
    public ListAddress(Registry registry, Supplier<SignedCheckpoint> checkpoint) {
        this.registry = registry;
        this.checkpoint = checkpoint;
    }

    /// What is served.
    ///
    /// @param name of what the caller has in the end: its digest
    /// @param way how it is sent: the same name, or from what to what
    private record Body(String name, String way, byte[] bytes, String type, String caching) {
        static Body whole(String name, byte[] bytes, String type, String caching) {
            return new Body(name, name, bytes, type, caching);
        }
    }

    @Override
    public void doFilter(ServletRequest servletCall, ServletResponse servletAnswer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest call = (HttpServletRequest) servletCall;
        HttpServletResponse answer = (HttpServletResponse) servletAnswer;
        String path = call.getRequestURI();
        Matcher edition = EDITION.matcher(path);
        Matcher book = BOOK.matcher(path);
        if (path.equals(LIST)) {
            serve(call, answer, newest(call));
        } else if (book.matches()) {
            serve(call, answer, book(call, book.group(1)));
        } else if (!edition.matches()) {
            chain.doFilter(call, answer);
        } else if (edition.group(2) == null) {
            serve(call, answer, edition(number(edition)));
        } else {
            serve(call, answer, proof(number(edition)));
        }
    }

    private static long number(Matcher edition) {
        return Long.parseLong(edition.group(1));
    }

    private Optional<Body> newest(HttpServletRequest call) {
        return registry.latest()
                .map(list -> patch(
                                call, NUMBER, list.version().digest(), list::bytes, this::editionOf, LinePatch::ofList)
                        .orElseGet(() -> Body.whole(
                                list.version().digest(), list.bytes(), DirectoryList.MEDIA_TYPE, ASK_AGAIN)));
    }

    private Optional<byte[]> editionOf(String number) {
        return registry.edition(Long.parseLong(number));
    }

    private Optional<Body> edition(long number) {
        // An edition never changes.
        return registry.edition(number)
                .map(bytes -> Body.whole(Sha256.hex(bytes), bytes, DirectoryList.MEDIA_TYPE, FOR_EVER));
    }

    private Optional<Body> proof(long number) {
        return registry.proof(number, checkpoint.get())
                .map(proof -> Utf8.bytes(proof.text()))
                .map(bytes -> Body.whole(Sha256.hex(bytes), bytes, "text/plain; charset=utf-8", ASK_AGAIN));
    }

    private Optional<Body> book(HttpServletRequest call, String digest) {
        if (isKnown(call, digest)) {
            return Optional.of(Body.whole(digest, new byte[0], "application/json", FOR_EVER));
        }
        return registry.book(digest)
                .map(bytes -> patch(call, DIGEST, digest, () -> bytes, registry::book, LinePatch::ofBook)
                        .map(patch -> new Body(digest, patch.way(), patch.bytes(), patch.type(), FOR_EVER))
                        .orElseGet(() -> Body.whole(digest, bytes, "application/json", FOR_EVER)));
    }

    /// From what the caller has, when it is known here and the patch is shorter than the whole.
    private Optional<Body> patch(
            HttpServletRequest call,
            Pattern form,
            String next,
            Supplier<byte[]> whole,
            Function<String, Optional<byte[]>> find,
            BinaryOperator<byte[]> make) {
        String from = call.getParameter("from");
        if (from == null || !form.matcher(from).matches()) {
            return Optional.empty();
        }
        String way = from + " " + next;
        return made.get(
                        way,
                        () -> find.apply(from).flatMap(former -> {
                            byte[] bytes = whole.get();
                            return Optional.of(make.apply(former, bytes)).filter(patch -> patch.length < bytes.length);
                        }))
                .map(patch -> new Body(next, way, patch, LinePatch.MEDIA_TYPE, ASK_AGAIN));
    }

    private void serve(HttpServletRequest call, HttpServletResponse answer, Optional<Body> found) throws IOException {
        if (found.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            answer.setContentType("application/problem+json");
            answer.getOutputStream().write(NOTHING_HERE);
            return;
        }
        Body body = found.get();
        answer.setHeader("ETag", tag(body.name()));
        answer.setHeader("Cache-Control", body.caching());
        answer.setHeader("Vary", "Accept-Encoding");
        if (isKnown(call, body.name())) {
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] bytes = body.bytes();
        if (accepts(call, "gzip")) {
            bytes = made.get("gzip " + body.way(), () -> Optional.of(gzip(body)))
                    .orElseThrow();
            answer.setHeader("Content-Encoding", "gzip");
        }
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setContentType(body.type());
        answer.setContentLength(bytes.length);
        answer.getOutputStream().write(bytes);
    }

    private static String tag(String name) {
        return "\"" + name + "\"";
    }

    private static boolean isKnown(HttpServletRequest call, String name) {
        return tag(name).equals(call.getHeader("If-None-Match"));
    }

    private static boolean accepts(HttpServletRequest call, String coding) {
        String accepted = call.getHeader("Accept-Encoding");
        return accepted != null
                && Arrays.stream(accepted.split(",")).map(String::strip).anyMatch(coding::equals);
    }

    private static byte[] gzip(Body body) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(body.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
