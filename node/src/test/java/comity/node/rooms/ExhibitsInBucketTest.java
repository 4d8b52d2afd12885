package comity.node.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.evidence.PackageFiles;
import comity.objects.AccessKey;
import comity.objects.Bucket;
import comity.objects.BucketAddress;
import comity.testkit.Chance;
import comity.testkit.S3Server;
import comity.vault.shelf.Depot.DepotUnavailable;
import comity.vault.shelf.Shelf;
import comity.vault.shelf.StoredPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sealed exhibits in a bucket of a real server, and a shelf that holds them only while somebody works on them.
class ExhibitsInBucketTest {
    @TempDir
    private static Path temporary;

    private static S3Server server;
    private static Path stored;

    private final UUID exhibit = UUID.randomUUID();
    private final byte[] payload = Chance.ofSeed(9).bytes(40 << 20);
    private Bucket bucket;
    private Shelf shelf;

    @BeforeAll
    static void start() {
        server = S3Server.start(temporary.resolve("store"));
        stored = server.bucket("sealed");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws IOException {
        bucket = new Bucket(
                new BucketAddress(server.endpoint(), "us-east-1", "sealed", "xa"),
                new AccessKey(S3Server.KEY, S3Server.SECRET));
        shelf = new Shelf(temporary.resolve("shelf-" + exhibit), Optional.of(new ExhibitsInBucket(bucket)));
        Path folder = Files.createDirectories(shelf.sealed(exhibit));
        for (Map.Entry<String, byte[]> part : Map.of(
                        PackageFiles.PAYLOAD, payload,
                        PackageFiles.SEALED_MANIFEST, new byte[300],
                        PackageFiles.SEGMENTS, new byte[160],
                        PackageFiles.SIGNATURE, new byte[2000],
                        PackageFiles.SEAL, new byte[900])
                .entrySet()) {
            Files.write(folder.resolve(part.getKey()), part.getValue());
        }
    }

    @AfterEach
    void close() {
        bucket.close();
    }

    private Path payloadOnShelf() {
        return shelf.sealed(exhibit).resolve(PackageFiles.PAYLOAD);
    }

    @Test
    void what_is_kept_leaves_the_disk_and_comes_back_when_it_is_needed() throws IOException {
        shelf.keep(exhibit);
        shelf.release(exhibit);
        assertThat(payloadOnShelf()).doesNotExist();

        shelf.need(exhibit);

        assertThat(payloadOnShelf()).hasBinaryContent(payload);
        assertThat(shelf.sealed(exhibit).resolve(PackageFiles.SEAL)).exists();
    }

    @Test
    void a_peer_is_given_ranges_without_the_whole_coming_back() throws IOException {
        shelf.keep(exhibit);
        shelf.release(exhibit);

        StoredPart part = shelf.part(exhibit, PackageFiles.PAYLOAD).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.write(3_000_000, 20_000_000, out, _ -> {});

        assertThat(part.size()).isEqualTo(payload.length);
        assertThat(out.toByteArray()).isEqualTo(Arrays.copyOfRange(payload, 3_000_000, 20_000_000));
        assertThat(payloadOnShelf()).doesNotExist();
    }

    @Test
    void a_store_that_is_away_is_said_and_nothing_is_lost() {
        server.stop();
        try {
            assertThatThrownBy(() -> shelf.keep(exhibit)).isInstanceOf(DepotUnavailable.class);
            assertThat(payloadOnShelf()).hasBinaryContent(payload);
        } finally {
            server.startAgain();
        }
        shelf.keep(exhibit);
        assertThat(stored.resolve("xa").resolve(exhibit.toString()).resolve(PackageFiles.PAYLOAD))
                .hasBinaryContent(payload);
    }

    @Test
    void what_is_destroyed_is_gone_from_the_store() {
        shelf.keep(exhibit);

        shelf.clear(exhibit);

        assertThat(shelf.part(exhibit, PackageFiles.PAYLOAD)).isEmpty();
        assertThat(stored.resolve("xa").resolve(exhibit.toString()).resolve(PackageFiles.PAYLOAD))
                .doesNotExist();
    }
}
