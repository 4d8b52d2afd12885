package comity.node.demo;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.PeerTrust;
import comity.directory.list.EntryJson;
import comity.federation.envelope.Bodies;
import comity.federation.envelope.Envelope;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.Seal;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import comity.node.keys.NodeKeys;
import java.io.IOException;
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

/// A letter that somebody forges: whoever got hold of a State's connection, but not of its seal, asks in its
/// name. It is sent to the other State's real port, which must refuse it, change nothing and keep it to be
/// looked at.
final class Forgery {
    private static final String REFUSED_AS = "forged";

    private final StateCode pretended;
    private final NodeKeys stolen;
    private final Clock clock = Clock.systemUTC();

    /// @param pretended in whose name
    /// @param stolen its keys; of them only the connection's is used
    Forgery(StateCode pretended, NodeKeys stolen) {
        this.pretended = pretended;
        this.stolen = stolen;
    }

    /// Sends the letter to a State.
    ///
    /// @param entry the file of that State's entry
    /// @throws DemoFailed when it is not refused as it must be
    void send(Path entry) throws IOException {
        Entry victim = EntryJson.parse(Files.readAllBytes(entry));
        NodeAddress node = victim.node().orElseThrow(() -> new DemoFailed("There is no node of " + victim.state()));
        Directory directory = new Directory();
        directory.replace(ListVersion.NONE, List.of(victim));
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(stolen.channel().context(PeerTrust.in(victim.state(), new Certificates(directory), clock)))
                .build()) {
            byte[] letter = letter(victim.state(), node.encryptionKey());
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(node.letters().resolve("/letters"))
                            .timeout(Duration.ofSeconds(30))
                            .header("Content-Type", Seal.MEDIA_TYPE)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(letter))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (!ProblemDocument.code(answer.body()).filter(REFUSED_AS::equals).isPresent()) {
                throw new DemoFailed("%s answered %d to a forged letter: %s"
                        .formatted(victim.state(), answer.statusCode(), Utf8.text(answer.body())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Stopped while a forged letter was sent");
        }
    }

    /// The header names the State's true certificates; the signature is made with a key of the forger's own.
    private byte[] letter(StateCode to, String encryptionKey) {
        Instant now = clock.instant();
        UUID id = TimeOrderedId.at(now);
        Envelope.Enclosed request = new Envelope.Enclosed(
                id,
                "preservation",
                1,
                pretended + "-forged",
                1,
                new Bodies().encrypt(id, Utf8.bytes("{}"), encryptionKey));
        byte[] document = new Envelope(
                        TimeOrderedId.at(now), pretended, to, now, now.plus(Duration.ofDays(30)), List.of(request))
                .write();
        Seal forger = new Seal(KeyCeremony.hold(pretended, List.of(), now).seal());
        return Utf8.bytes(withoutSignature(new Seal(stolen.seal()).sign(Seal.LETTERS, document, now))
                + signature(forger.sign(Seal.LETTERS, document, now)));
    }

    private static String withoutSignature(byte[] signed) {
        String text = Utf8.text(signed);
        return text.substring(0, text.lastIndexOf('.') + 1);
    }

    private static String signature(byte[] signed) {
        String text = Utf8.text(signed);
        return text.substring(text.lastIndexOf('.') + 1);
    }
}
