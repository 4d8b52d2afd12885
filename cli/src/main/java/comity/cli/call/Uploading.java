package comity.cli.call;

import comity.api.Problem;
import comity.api.contract.Paths;
import comity.kernel.Utf8;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Brings a file to a node by tus 1.0, in pieces. After a line that broke the node is asked how much has come, and the
/// rest is sent.
public final class Uploading implements AutoCloseable {
    private static final long PIECE = 16L << 20;
    private static final int TRIES = 8;
    private static final Duration BUSY = Duration.ofSeconds(2);
    /// A node that hashes terabytes is busy for long.
    private static final int MOST_BUSY = 10_800;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration NOTHING_MOVES = Duration.ofSeconds(60);
    private static final Duration SHORT_CALL = Duration.ofSeconds(30);

    private static final String CERTIFICATE = "certificate";
    private static final String INTERRUPTED = "interrupted";

    private final Destination destination;
    private final HttpClient client;
    private final Pace pace;

    public Uploading(Destination destination, Pace pace) {
        this.destination = destination;
        this.client = NodeCalls.client(destination);
        this.pace = pace;
    }

    /// What is brought.
    ///
    /// @param name as the exhibit shall have it
    /// @param sha256 of all its bytes, in hex
    public record Load(String exhibit, String name, Path path, long bytes, String sha256) {}

    /// Where an earlier run of the program left it.
    public interface Memory {
        /// The path of the upload, when there is one.
        Optional<String> place();

        void keep(String place);

        void forget();
    }

    /// What came of it.
    public sealed interface Came {
        /// It is in its exhibit.
        ///
        /// @param sent how many bytes this run sent
        record In(long sent) implements Came {}

        /// The node said no.
        record Refused(Problem problem, JsonNode json, long sent) implements Came {}

        /// The line is too bad for now; what has come stays there.
        ///
        /// @param reason the stable name of what happened
        record Left(String reason, String detail, long sent) implements Came {}
    }

    /// How many bytes of it an earlier run has brought, as far as can be told at once.
    public long broughtBefore(Load load, Memory memory) {
        Optional<String> place = memory.place();
        if (place.isEmpty() || openLine().isPresent()) {
            return 0;
        }
        try {
            Said said = ask(call(place.get())
                    .timeout(SHORT_CALL)
                    .method("HEAD", BodyPublishers.noBody())
                    .build());
            return said.isGood() ? Math.clamp(said.number("Upload-Offset"), 0, load.bytes()) : 0;
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /// A token is said to nobody on a line that others can read.
    private Optional<Came> openLine() {
        return destination.token().isPresent() && !destination.isPrivate()
                ? Optional.of(new Came.Left("open-line", destination.node().toString(), 0))
                : Optional.empty();
    }

    /// Brings it, or as much of it as the line lets through.
    ///
    /// @param progress is told how many bytes went
    public Came bring(Load load, Memory memory, LongConsumer progress) {
        return openLine().orElseGet(() -> new Run(load, memory, progress).bring());
    }

    /// Gives an upload up: what has come of it is thrown away.
    ///
    /// @param upload the last part of its address
    /// @return what came of it instead; empty when it was given up
    public Optional<Came> giveUp(String exhibit, String upload) {
        Optional<Came> open = openLine();
        if (open.isPresent()) {
            return open;
        }
        try {
            Said said = ask(call(uploads(exhibit) + "/" + encoded(upload))
                    .timeout(SHORT_CALL)
                    .DELETE()
                    .build());
            return said.isGood() ? Optional.empty() : Optional.of(notGivenUp(said));
        } catch (IOException | InterruptedException e) {
            return Optional.of(left(e, 0));
        }
    }

    /// What is said of a call that failed.
    private static Came.Left left(Exception failure, long sent) {
        String reason = switch (failure) {
            case SSLHandshakeException _ -> CERTIFICATE;
            case ConnectException _, HttpConnectTimeoutException _ -> "unreachable";
            case InterruptedException _ -> {
                Thread.currentThread().interrupt();
                yield INTERRUPTED;
            }
            default -> "lost";
        };
        String message = failure.getMessage();
        return new Came.Left(reason, message == null ? failure.getClass().getSimpleName() : message, sent);
    }

    private static Came notGivenUp(Said said) {
        return said.problem()
                .<Came>map(json -> new Came.Refused(NodeCalls.JSON.treeToValue(json, Problem.class), json, 0))
                .orElseGet(() -> new Came.Left("not-comity", "HTTP " + said.status(), 0));
    }

    private static String uploads(String exhibit) {
        return Paths.UPLOADS.replace("{exhibit}", encoded(exhibit));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// An answer, read.
    private record Said(int status, HttpResponse<byte[]> http) {
        boolean isGood() {
            return status / 100 == 2;
        }

        long number(String header) {
            return http.headers().firstValueAsLong(header).orElse(-1);
        }

        Optional<JsonNode> problem() {
            boolean said = http.headers().firstValue("Content-Type").orElse("").startsWith(Problem.MEDIA_TYPE);
            try {
                return said && status != 500
                        ? Optional.of(NodeCalls.JSON.readTree(Utf8.text(http.body())))
                        : Optional.empty();
            } catch (JacksonException e) {
                return Optional.empty();
            }
        }
    }

    /// One file on its way.
    private final class Run {
        private final Load load;
        private final Memory memory;
        private final LongConsumer progress;
        private final AtomicLong sent = new AtomicLong();
        private Optional<String> place;
        private long here = -1;
        private int vain;
        private int busy;

        Run(Load load, Memory memory, LongConsumer progress) {
            this.load = load;
            this.memory = memory;
            this.progress = progress;
            this.place = memory.place().filter(path -> path.startsWith(uploads() + "/"));
        }

        Came bring() {
            Optional<Came> end = Optional.empty();
            while (end.isEmpty()) {
                try {
                    end = place.isEmpty() ? begin() : goOn(place.get());
                } catch (IOException | InterruptedException e) {
                    end = failed(left(e, sent.get()));
                }
            }
            return end.get();
        }

        /// A line that is bad for now is tried again.
        private Optional<Came> failed(Came.Left left) {
            boolean forGood = left.reason().equals(CERTIFICATE) || left.reason().equals(INTERRUPTED);
            return forGood ? Optional.of(left) : inVain(left.reason(), left.detail());
        }

        private String uploads() {
            return Uploading.uploads(load.exhibit());
        }

        private Optional<Came> begin() throws IOException, InterruptedException {
            String metadata = "filename " + base64(load.name()) + ",sha256 " + base64(load.sha256());
            Said said = ask(call(uploads())
                    .timeout(SHORT_CALL)
                    .header("Upload-Length", Long.toString(load.bytes()))
                    .header("Upload-Metadata", metadata)
                    .POST(BodyPublishers.noBody())
                    .build());
            Optional<String> location = said.http().headers().firstValue("Location");
            if (!said.isGood() || location.isEmpty()) {
                return refused(said);
            }
            String path = URI.create(location.get()).getRawPath();
            if (!path.startsWith(uploads() + "/")) {
                return Optional.of(new Came.Left("not-comity", path, sent.get()));
            }
            if (load.bytes() == 0) {
                return Optional.of(new Came.In(0));
            }
            memory.keep(path);
            place = Optional.of(path);
            return piece(path, 0);
        }

        private Optional<Came> goOn(String path) throws IOException, InterruptedException {
            Said said = ask(call(path)
                    .timeout(SHORT_CALL)
                    .method("HEAD", BodyPublishers.noBody())
                    .build());
            if (said.isGood() && said.number("Upload-Length") == load.bytes()) {
                long offset = said.number("Upload-Offset");
                if (offset > here) {
                    here = offset;
                    vain = 0;
                }
                return piece(path, offset);
            }
            if (said.isGood() || said.status() == 404 || said.status() == 410) {
                return anew();
            }
            if (said.status() == 423 || said.status() >= 500) {
                return refused(said);
            }
            // An answer to HEAD has no words; the same no to a piece of nothing has.
            Said inWords = patch(path, 0, 0);
            return inWords.isGood() ? inVain("lost", "HTTP " + said.status()) : refused(inWords);
        }

        /// Brings pieces until the file is whole. A piece of nothing at the end asks whether it is.
        private Optional<Came> piece(String path, long from) throws IOException, InterruptedException {
            long offset = from;
            while (true) {
                Said said = patch(path, offset, Math.min(PIECE, load.bytes() - offset));
                if (!said.isGood()) {
                    return said.status() == 404 || said.status() == 410 ? anew() : refused(said);
                }
                long now = said.number("Upload-Offset");
                if (now == load.bytes()) {
                    memory.forget();
                    return Optional.of(new Came.In(sent.get()));
                }
                if (now <= offset) {
                    return inVain("lost", "HTTP " + said.status());
                }
                offset = now;
                here = now;
                vain = 0;
            }
        }

        private Optional<Came> anew() throws InterruptedException {
            memory.forget();
            place = Optional.empty();
            return inVain("lost", "HTTP 404");
        }

        private Said patch(String path, long offset, long length) throws IOException, InterruptedException {
            BodyPublisher bytes = length == 0
                    ? BodyPublishers.noBody()
                    : BodyPublishers.fromPublisher(
                            BodyPublishers.ofInputStream(() -> Piece.of(load.path(), offset, length, pace, some -> {
                                sent.addAndGet(some);
                                progress.accept(some);
                            })),
                            length);
            HttpRequest request = call(path)
                    .header("Upload-Offset", Long.toString(offset))
                    .header("Content-Type", "application/offset+octet-stream")
                    .method("PATCH", bytes)
                    .build();
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
            try {
                return whileItMoves(answer);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            } finally {
                answer.cancel(true);
            }
        }

        private Said whileItMoves(CompletableFuture<HttpResponse<byte[]>> answer)
                throws IOException, InterruptedException, ExecutionException {
            long seen = -1;
            while (seen != sent.get()) {
                seen = sent.get();
                try {
                    HttpResponse<byte[]> http = answer.get(NOTHING_MOVES.toSeconds(), TimeUnit.SECONDS);
                    return new Said(http.statusCode(), http);
                } catch (TimeoutException e) {
                    // A slow line is not a broken one.
                }
            }
            throw new IOException("Nothing moved for " + NOTHING_MOVES.toSeconds() + " s");
        }

        /// A no that is about the moment is asked again; any other ends it.
        private Optional<Came> refused(Said said) throws InterruptedException {
            Optional<JsonNode> json = said.problem();
            if (said.status() == 423 && busy < MOST_BUSY) {
                busy++;
                Thread.sleep(BUSY);
                return Optional.empty();
            }
            if (json.isEmpty() || said.status() >= 500 && said.status() != 507) {
                return inVain(said.status() >= 500 ? "failing" : "not-comity", "HTTP " + said.status());
            }
            Problem problem = NodeCalls.JSON.treeToValue(json.get(), Problem.class);
            if (problem.code().equals("upload-offset") || problem.code().equals("body-incomplete")) {
                return inVain("lost", problem.title());
            }
            if (said.status() == 422) {
                memory.forget();
            }
            return Optional.of(new Came.Refused(problem, json.get(), sent.get()));
        }

        private Optional<Came> inVain(String reason, String detail) {
            vain++;
            if (vain > TRIES) {
                return Optional.of(new Came.Left(reason, detail, sent.get()));
            }
            Duration own = Duration.ofMillis(125L << vain);
            try {
                Thread.sleep(own.compareTo(LONGEST_PAUSE) < 0 ? own : LONGEST_PAUSE);
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.of(new Came.Left(INTERRUPTED, detail, sent.get()));
            }
        }
    }

    private Said ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> http = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Said(http.statusCode(), http);
    }

    private HttpRequest.Builder call(String path) {
        String base = destination.node().toString().replaceFirst("/+$", "");
        HttpRequest.Builder building = HttpRequest.newBuilder(URI.create(base + path))
                .header("Tus-Resumable", "1.0.0")
                .header("Accept", "application/json, " + Problem.MEDIA_TYPE)
                .header("Accept-Language", destination.language());
        destination.token().ifPresent(token -> building.header("Authorization", "Bearer " + token));
        return building;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Utf8.bytes(text));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
