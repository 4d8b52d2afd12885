package comity.system;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.keys.Certificates;
import comity.directory.keys.ChannelKey;
import comity.directory.keys.KeyFolder;
import comity.directory.keys.PeerTrust;
import comity.directory.keys.SealKey;
import comity.directory.list.EntryJson;
import comity.federation.envelope.Bodies;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.Seal;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Another State's node as somebody else might write it, good and bad: it has the keys of the demo's XC, whose own node
/// does not run, and writes its envelopes by hand, as docs/protocol/letters.md says.
final class ForeignPeer implements AutoCloseable {
    static final String STATE = "XC";
    private static final JsonMapper JSON = new JsonMapper();

    private final NodeAddress addressee;
    private final SealKey seal;
    private final HttpClient http;

    private ForeignPeer(NodeAddress addressee, SealKey seal, HttpClient http) {
        this.addressee = addressee;
        this.seal = seal;
        this.http = http;
    }

    /// A peer that writes to a State of the demo.
    static ForeignPeer writingTo(RunningDemo demo, String state) {
        try {
            Path data = demo.folder().resolve("data");
            Entry entry =
                    EntryJson.parse(Files.readAllBytes(data.resolve("world").resolve(state + ".json")));
            KeyFolder keys = new KeyFolder(data.resolve(STATE).resolve("keys"));
            return new ForeignPeer(entry.node().orElseThrow(), keys.seal(), http(entry, keys.channel()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpClient http(Entry entry, ChannelKey channel) {
        Directory directory = new Directory();
        directory.replace(ListVersion.NONE, List.of(entry));
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(
                        channel.context(PeerTrust.in(entry.state(), new Certificates(directory), Clock.systemUTC())))
                .build();
    }

    /// A good envelope with one letter, sealed at a moment of this peer's own clock.
    Written written(String thread, int number, Instant at) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("v", 1);
        envelope.put("id", TimeOrderedId.at(at).toString());
        envelope.put("from", STATE);
        envelope.put("to", "XB");
        envelope.put("sentAt", at.toString());
        envelope.put("expiresAt", at.plus(Duration.ofDays(30)).toString());
        UUID id = TimeOrderedId.at(at);
        envelope.putArray("letters")
                .addObject()
                .put("id", id.toString())
                .put("kind", "greeting")
                .put("version", 1)
                .put("thread", thread)
                .put("threadNumber", number)
                .put("body", new Bodies().encrypt(id, Utf8.bytes("{}"), addressee.encryptionKey()));
        return new Written(envelope, at);
    }

    /// An envelope before it is sealed.
    final class Written {
        private final ObjectNode envelope;
        private final Instant at;

        private Written(ObjectNode envelope, Instant at) {
            this.envelope = envelope;
            this.at = at;
        }

        Written with(Consumer<ObjectNode> change) {
            change.accept(envelope);
            return this;
        }

        byte[] sealed() {
            return sealedBy(seal);
        }

        /// The header says who this peer is, the signature is somebody else's.
        byte[] signedBy(SealKey other) {
            String own = Utf8.text(sealed());
            String theirs = Utf8.text(sealedBy(other));
            return Utf8.bytes(own.substring(0, own.lastIndexOf('.')) + theirs.substring(theirs.lastIndexOf('.')));
        }

        private byte[] sealedBy(SealKey key) {
            return new Seal(key).sign(Seal.LETTERS, Utf8.bytes(envelope.toString()), at);
        }
    }

    /// What came back.
    ///
    /// @param problem the name of the refusal; empty when it was taken
    record Answer(int status, byte[] body, String problem) {}

    Answer send(byte[] envelope) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(addressee.letters().resolve("/letters"))
                            .timeout(Duration.ofSeconds(30))
                            .header("Content-Type", Seal.MEDIA_TYPE)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(envelope))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            boolean taken = answer.statusCode() == 200;
            return new Answer(
                    answer.statusCode(),
                    answer.body(),
                    taken ? "" : ProblemDocument.code(answer.body()).orElse("?"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    StateCode state() {
        return new StateCode(STATE);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
