package comity.benchmarks.evidence;

import comity.benchmarks.load.Commands;
import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyFolder;
import comity.evidence.PackageFiles;
import comity.evidence.age.Progress;
import comity.evidence.paper.Seal;
import comity.federation.PeerLine;
import comity.ledger.Hash;
import comity.vault.transfer.HttpSource;
import comity.vault.transfer.Parts;
import comity.vault.transfer.Pull;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/// The node that pulls, in a process of its own.
final class PullingNode {
    /// A node's settings when its operator says nothing.
    static final Pull.Settings AS_USUAL = new Pull.Settings(4, 0, Duration.ofSeconds(2), 5);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PeerLine line;
    private final URI other;

    private PullingNode(PeerLine line, URI other) {
        this.line = line;
        this.other = other;
    }

    /// Arguments: the folder with this node's keys, the one with the other node's root, and its port.
    public static void main(String[] arguments) throws IOException {
        KeyFolder own = new KeyFolder(Path.of(arguments[0]));
        int port = Integer.parseInt(arguments[2]);
        Directory directory = Parties.directory(
                Parties.entry(Parties.HOLDING, new KeyFolder(Path.of(arguments[1])).root(), port, "", List.of()));
        PullingNode node = new PullingNode(
                new PeerLine(own.channel(), new Certificates(directory), Clock.systemUTC()),
                URI.create("https://127.0.0.1:" + port));
        Commands.serve("ready", words -> switch (words.getFirst()) {
            case "pull" -> node.pull(Path.of(words.get(1)), Path.of(words.get(2)));
            default -> throw new IllegalArgumentException(words.getFirst());
        });
    }

    /// Pulls what the seal says, which a letter has brought, with connections opened anew. The answer is the
    /// time in nanoseconds.
    private String pull(Path sealFile, Path folder) throws Exception {
        Seal seal = Seal.read(Files.readAllBytes(sealFile));
        URI place = other.resolve("/exhibits/" + seal.packageId() + "/");
        long begun = System.nanoTime();
        try (HttpClient client = line.to(Parties.HOLDING)) {
            byte[] segments = new Parts(client, place, folder, PATIENCE)
                    .bring(
                            PackageFiles.SEGMENTS,
                            seal.segments(),
                            seal.payload().segments() * Hash.LENGTH);
            HttpSource source = new HttpSource(
                    line.sockets(Parties.HOLDING),
                    place.resolve(PackageFiles.PAYLOAD),
                    seal.root(),
                    seal.payload().fileLength(),
                    PATIENCE);
            Pull.Ended ended =
                    new Pull(seal, segments, source, AS_USUAL, Progress.NONE).run(folder.resolve(PackageFiles.PAYLOAD));
            long nanos = System.nanoTime() - begun;
            if (!(ended instanceof Pull.Ended.Whole)) {
                throw new IllegalStateException("The pull ended: " + ended);
            }
            return String.valueOf(nanos);
        }
    }
}
