package comity.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.directory.Directory;
import comity.federation.cosigning.DirectoryLogs;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transactions;
import comity.ledger.cosigning.Cosigner;
import comity.ledger.cosigning.CosignerAnswer;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.cosigning.CosigningAsk;
import comity.ledger.cosigning.store.DurableMemory;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.SignatureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// What a node shows to everybody, for tests: the files of its ledger and its cosigner, on a real port.
public final class PublicFace implements AutoCloseable {
    private final HttpServer server;
    private final List<CosignerKey> keys;
    public final CosignerMemory memory;
    public final Cosigner cosigner;
    private volatile @Nullable Path files;
    private volatile boolean signs = true;

    PublicFace(String cosignerName, Directory directory, Transactions transactions, Clock clock) {
        this.keys = List.of(
                CosignerKey.generate(cosignerName, SignatureType.ED25519_COSIGNATURE),
                CosignerKey.generate(cosignerName, SignatureType.ML_DSA_44_COSIGNATURE));
        this.memory = new DurableMemory(transactions);
        this.cosigner = new Cosigner(keys, new DirectoryLogs(directory), memory, clock);
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/ledger/", this::file);
        server.createContext("/cosigner/" + CosigningAsk.PATH, this::sign);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI web() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public List<String> cosignerKeys() {
        return keys.stream().map(key -> key.verifier().text()).toList();
    }

    /// From which folder the ledger is shown.
    public void show(Path folder) {
        files = folder;
    }

    /// Whether it answers those who ask for its signature.
    public void signs(boolean will) {
        signs = will;
    }

    private void file(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path folder = files;
            Path file = folder == null
                    ? Path.of("nowhere")
                    : folder.resolve(exchange.getRequestURI().getPath().substring("/ledger/".length()));
            if (Files.isRegularFile(file)) {
                byte[] bytes = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private void sign(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] ask = exchange.getRequestBody().readAllBytes();
            if (!signs) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            CosignerAnswer answer = cosigner.answer(ask);
            byte[] body = Utf8.bytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
