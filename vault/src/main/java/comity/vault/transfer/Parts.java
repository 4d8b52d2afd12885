package comity.vault.transfer;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/// Brings the small parts of a package, each whole or not at all.
public final class Parts {
    /// A manifest with a hundred thousand long names.
    public static final long LONGEST_MANIFEST = 256L << 20;

    private final HttpClient client;
    private final URI place;
    private final Path folder;
    private final Duration patience;

    /// @param place the address of the package, with a slash at the end
    /// @param folder where they are kept
    public Parts(HttpClient client, URI place, Path folder, Duration patience) {
        this.client = client;
        this.place = place;
        this.folder = folder;
        this.patience = patience;
    }

    /// Brings a part, unless it is here already.
    ///
    /// @param digest as the seal says
    /// @param longest no more bytes than these are read
    /// @throws IOException when the line broke, or the other end is away
    /// @throws EvidenceRefused with [EvidenceFault#PART_CHANGED] when it is another than the one that was sealed
    public byte[] bring(String name, Hash digest, long longest) throws IOException, InterruptedException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            byte[] kept = Files.readAllBytes(target);
            if (Hash.ofContent(kept).equals(digest)) {
                return kept;
            }
        }
        byte[] come = get(name, (int) Math.min(longest, Integer.MAX_VALUE - 16));
        if (!Hash.ofContent(come).equals(digest)) {
            throw new EvidenceRefused(EvidenceFault.PART_CHANGED, name);
        }
        Path part = folder.resolve(name + ".part");
        Files.write(part, come);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return come;
    }

    private byte[] get(String name, int longest) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(place.resolve(name))
                .timeout(patience)
                .GET()
                .build();
        HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            if (answer.statusCode() != 200) {
                throw new IOException("The other end answers " + answer.statusCode());
            }
            byte[] bytes = body.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new EvidenceRefused(EvidenceFault.PART_CHANGED, name);
            }
            return bytes;
        }
    }
}
