package comity.web.rest;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/// A program that brings files by tus, for tests.
final class Tus {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final OneNode node;
    private final Map<String, String> headers;

    private Tus(OneNode node, Map<String, String> headers) {
        this.node = node;
        this.headers = headers;
    }

    static Tus withToken(OneNode node, String token) {
        return nobody(node).with("Authorization", "Bearer " + token);
    }

    static Tus nobody(OneNode node) {
        return new Tus(node, Map.of("Tus-Resumable", "1.0.0"));
    }

    Tus with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Tus(node, more);
    }

    record Answer(int status, HttpResponse<String> http) {
        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        long offset() {
            return Long.parseLong(header("Upload-Offset"));
        }

        /// The last part of a problem's type.
        String problem() {
            return JsonMapper.shared()
                    .readTree(http.body())
                    .path("type")
                    .asString("")
                    .replace("urn:comity:problem:", "");
        }

        String body() {
            return http.body();
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.digest(bytes));
    }

    static String metadata(String name, String sha256) {
        return "filename " + base64(name) + ",sha256 " + base64(sha256);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Utf8.bytes(text));
    }

    Answer create(String exhibit, String name, long length, String sha256) {
        return with("Upload-Length", Long.toString(length))
                .with("Upload-Metadata", metadata(name, sha256))
                .call("POST", "/api/v1/exhibits/" + exhibit + "/uploads", BodyPublishers.noBody());
    }

    /// Begins an upload and gives its path.
    String begun(String exhibit, String name, byte[] file) {
        Answer answer = create(exhibit, name, file.length, sha256(file));
        if (answer.status() != 201) {
            throw new AssertionError("It was not begun: " + answer.status() + " " + answer.body());
        }
        return answer.header("Location");
    }

    Answer head(String path) {
        return call("HEAD", path, BodyPublishers.noBody());
    }

    /// Asks until something has come after some bytes, and nobody else has the upload in hand.
    long offsetBeyond(String path, long offset) {
        return askedFor(path, offset, 10_000).orElseThrow(() -> new AssertionError("Nothing came after " + offset));
    }

    private OptionalLong askedFor(String path, long offset, int times) {
        for (int i = 0; i < times; i++) {
            Answer answer = head(path);
            if (answer.status() / 100 == 2 && answer.offset() > offset) {
                return OptionalLong.of(answer.offset());
            }
            Thread.onSpinWait();
        }
        return OptionalLong.empty();
    }

    /// Sends what comes after an offset over a line that breaks, until some of it has come: the server may still have
    /// the line before in hand, and then takes nothing.
    long brokenBeyond(String path, byte[] file, long offset, int most) {
        for (int i = 0; i < 20; i++) {
            patchThatBreaks(path, offset, Arrays.copyOfRange(file, (int) offset, file.length), most);
            OptionalLong here = askedFor(path, offset, 500);
            if (here.isPresent()) {
                return here.getAsLong();
            }
        }
        throw new AssertionError("Nothing came after " + offset);
    }

    /// Sends what is missing, as a program does: it asks how far the file has come, and asks again when the server says
    /// that more has come meanwhile, or that it has the line before in hand.
    void patchRest(String path, byte[] file) {
        for (int i = 0; i < 1_000; i++) {
            Answer asked = head(path);
            if (asked.status() / 100 == 2) {
                long here = asked.offset();
                Answer sent = patch(path, here, Arrays.copyOfRange(file, (int) here, file.length));
                if (sent.status() == 204) {
                    return;
                }
            }
        }
        throw new AssertionError("The rest was never taken");
    }

    Answer patch(String path, long offset, byte[] bytes) {
        return patch(path, offset, BodyPublishers.ofByteArray(bytes));
    }

    Answer patch(String path, long offset, BodyPublisher body) {
        return with("Upload-Offset", Long.toString(offset))
                .with("Content-Type", UploadCalls.BYTES)
                .call("PATCH", path, body);
    }

    Answer delete(String path) {
        return call("DELETE", path, BodyPublishers.noBody());
    }

    Answer call(String method, String path, BodyPublisher body) {
        HttpRequest.Builder building =
                HttpRequest.newBuilder(URI.create(node.address() + path)).method(method, body);
        headers.forEach(building::header);
        try {
            HttpResponse<String> response = CLIENT.send(building.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Brings a piece and lets the line break after some bytes of it.
    void patchThatBreaks(String path, long offset, byte[] piece, int after) {
        try (Socket line = open(path, offset, piece.length)) {
            OutputStream out = line.getOutputStream();
            out.write(Arrays.copyOf(piece, after));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A line on which the head of a `PATCH` was sent, and none of its bytes.
    Socket open(String path, long offset, long length) throws IOException {
        Socket line = new Socket(node.address().getHost(), node.address().getPort());
        StringBuilder head = new StringBuilder("PATCH " + path + " HTTP/1.1\r\nHost: localhost\r\n");
        with("Upload-Offset", Long.toString(offset))
                .with("Content-Type", UploadCalls.BYTES)
                .with("Content-Length", Long.toString(length))
                .with("Connection", "close")
                .headers
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        line.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        return line;
    }
}
