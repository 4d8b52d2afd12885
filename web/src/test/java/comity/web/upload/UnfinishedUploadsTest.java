package comity.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.testkit.HandClock;
import comity.web.UploadSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Objects;
import java.util.Properties;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person has begun to bring is found without a look into what others bring.
class UnfinishedUploadsTest {
    private static final Owner SAGAR = new Owner("sagar", "XA-2027-0001/E1");
    private static final Owner LINDA = new Owner("linda", "XA-2027-0001/E1");

    private final HandClock clock = HandClock.at("2027-03-01T00:00:00Z");

    @TempDir
    private Path folder;

    private Uploads started() {
        return new Uploads(new UploadSettings(folder, 1 << 20, 32), clock);
    }

    private static String begin(Landing landing, Owner owner, String name) throws IOException {
        UploadInfo wished = new UploadInfo();
        wished.setLength(10L);
        wished.setEncodedMetadata("filename " + base64(name) + ",sha256 " + base64(Sha256.hex(Utf8.bytes(name))));
        return landing.create(wished, owner.key()).getId().toString();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Utf8.bytes(text));
    }

    @Test
    void are_found_again_when_the_node_was_started_anew() throws IOException {
        Landing before = new Landing(folder, clock);
        String mine = begin(before, SAGAR, "disk.img");
        String taken = begin(before, SAGAR, "taken.img");
        begin(before, LINDA, "other.img");
        before.end(taken, before.kept(taken).orElseThrow(), Kept.End.TAKEN);
        try (Uploads uploads = started()) {
            assertThat(uploads.unfinished(SAGAR)).extracting(Begun::id).containsExactly(mine);
            assertThat(uploads.giveUp(SAGAR, mine)).isEqualTo(GivenUp.DONE);
            assertThat(uploads.unfinished(SAGAR)).isEmpty();
            assertThat(uploads.unfinished(LINDA)).extracting(Begun::name).containsExactly("other.img");
        }
    }

    @Test
    void are_told_without_reading_those_of_others() throws IOException {
        String theirs = begin(new Landing(folder, clock), LINDA, "other.img");
        try (Uploads uploads = started()) {
            nowSaysThatItBelongsTo(SAGAR, folder.resolve("uploads").resolve(theirs));
            assertThat(uploads.unfinished(SAGAR))
                    .as("whoever reads it finds it")
                    .isEmpty();
        }
        try (Uploads anew = started()) {
            assertThat(anew.unfinished(SAGAR)).extracting(Begun::id).containsExactly(theirs);
        }
    }

    private static void nowSaysThatItBelongsTo(Owner owner, Path landing) throws IOException {
        Path file = landing.resolve(Kept.FILE);
        Properties lines = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            lines.load(in);
        }
        lines.setProperty("owner", owner.key());
        try (var out = Files.newBufferedWriter(file)) {
            lines.store(out, null);
        }
    }

    @Test
    void are_those_that_were_begun_since_the_start_and_nobody_has_ended() throws IOException {
        Landing landing = new Landing(folder, clock);
        String first = begin(landing, SAGAR, "first.img");
        String second = begin(landing, SAGAR, "second.img");
        String third = begin(landing, SAGAR, "third.img");
        assertThat(landing.unfinishedOf(SAGAR.key())).containsExactlyInAnyOrder(first, second, third);
        landing.end(first, landing.kept(first).orElseThrow(), Kept.End.EXPIRED);
        landing.terminateUpload(Objects.requireNonNull(landing.getUploadInfo(new UploadId(second))));
        assertThat(landing.unfinishedOf(SAGAR.key())).containsExactly(third);
        assertThat(landing.unfinishedOf(LINDA.key())).isEmpty();
    }
}
