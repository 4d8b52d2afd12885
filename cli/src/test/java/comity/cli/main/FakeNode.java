package comity.cli.main;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.kernel.Utf8;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// What a node could answer, one answer after the other, and what it was asked.
final class FakeNode implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ArrayDeque<>();
    final List<Asked> asked = new ArrayList<>();

    /// @param status 0 to break the line instead of answering
    record Answer(int status, String type, String body) {}

    record Asked(String method, String path, String key, String authorization) {}

    FakeNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakeNode answers(int status, String type, String body) {
        answers.add(new Answer(status, type, body));
        return this;
    }

    FakeNode breaks() {
        answers.add(new Answer(0, "", ""));
        return this;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"))));
        exchange.getRequestBody().readAllBytes();
        Answer answer = answers.remove();
        if (answer.status() == 0) {
            // Closes without an answer.
            exchange.close();
            return;
        }
        byte[] body = Utf8.bytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
