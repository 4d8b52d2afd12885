package comity.node.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.objects.BucketAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerBucketTest {
    static final String REST = """
            state: XA
            name: xa-1
            part: state
            data: data
            zone: UTC
            language: en
            web: {address: 127.0.0.1, port: 8080, publicUrl: "http://localhost:8080"}
            letters: {address: 127.0.0.1, port: 8443, publicUrl: "https://localhost:8443"}
            registry: {list: "http://localhost:8081/directory/list", key: registry-key.jwk}
            """;
    private static final String GOOD = """
            ledger:
              files:
                s3:
                  endpoint: https://s3.example.org
                  region: eu-west-3
                  bucket: comity-xa
                  prefix: ledger
                  accessKeyFile: access-key
                  secretKeyFile: secret-key
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void layKeys() throws IOException {
        Files.writeString(folder.resolve("access-key"), "AKIDEXAMPLE\n");
        Files.writeString(folder.resolve("secret-key"), "wJalrEXAMPLE\n");
    }

    private NodeSettings read(String ledger) throws IOException {
        return SettingsFile.read(Files.writeString(folder.resolve("node.yaml"), REST + ledger));
    }

    @Nested
    class A_bucket {
        @Test
        void is_read_with_its_keys_beside_the_settings() throws IOException {
            assertThat(read(GOOD).ledgerBucket())
                    .contains(new BucketSettings(
                            new BucketAddress(URI.create("https://s3.example.org"), "eu-west-3", "comity-xa", "ledger"),
                            folder.resolve("access-key"),
                            folder.resolve("secret-key")));
            assertThat(read(GOOD).ledgerRhythm()).isEqualTo(LedgerRhythm.AT_ONCE);
        }

        @Test
        void may_have_no_prefix_and_a_rhythm_beside_it() throws IOException {
            NodeSettings settings = read(GOOD.replace("      prefix: ledger\n", "")
                    .replace("ledger:\n", "ledger:\n  roundTo: 16\n  publishEvery: PT10M\n"));

            assertThat(settings.ledgerBucket().orElseThrow().address().prefix()).isEmpty();
            assertThat(settings.ledgerRhythm().roundTo()).isEqualTo(16);
        }

        @Test
        void is_not_there_when_nothing_is_said_of_it() throws IOException {
            assertThat(read("").ledgerBucket()).isEmpty();
        }

        @Test
        void is_written_as_it_is_read() throws IOException {
            NodeSettings settings = read(GOOD);
            Path written = folder.resolve("written.yaml");

            SettingsFile.write(written, settings);

            assertThat(SettingsFile.read(written).ledgerBucket()).isEqualTo(settings.ledgerBucket());
            assertThat(written).content().doesNotContain("wJalrEXAMPLE");
        }
    }

    @Nested
    class A_wrong_setting {
        private void assertNamed(String wrong, String... words) {
            assertThatThrownBy(() -> read(wrong))
                    .isInstanceOf(BadSettings.class)
                    .hasMessageContainingAll(words)
                    .message()
                    .doesNotContain("wJalr")
                    .doesNotContain("AKID");
        }

        @Test
        void is_named_with_its_field() {
            assertNamed(GOOD.replace("https://s3", "s3"), "ledger.files.s3.endpoint", "begins with https://");
            assertNamed(GOOD.replace(".org", ".org/comity"), "ledger.files.s3.endpoint", "more than a host");
            assertNamed(GOOD.replace("eu-west-3", "Paris"), "ledger.files.s3.region", "small letters");
            assertNamed(GOOD.replace("comity-xa", "Comity"), "ledger.files.s3.bucket", "3 to 63");
            assertNamed(GOOD.replace("prefix: ledger", "prefix: ../x"), "ledger.files.s3.prefix", "without a slash");
            assertNamed(GOOD.replace("bucket: comity-xa", "buckets: x"), "ledger.files.s3.buckets: is not a setting");
        }

        @Test
        void is_named_when_it_is_missing() {
            assertNamed(
                    "ledger:\n  files:\n    s3:\n      prefix: x\n",
                    "ledger.files.s3.endpoint: is missing",
                    "ledger.files.s3.region: is missing",
                    "ledger.files.s3.bucket: is missing",
                    "ledger.files.s3.accessKeyFile: is missing",
                    "ledger.files.s3.secretKeyFile: is missing");
        }

        @Test
        void of_a_key_that_cannot_be_read_is_named_without_what_it_holds() throws IOException {
            assertNamed(
                    GOOD.replace("accessKeyFile: access-key", "accessKeyFile: nowhere"),
                    "ledger.files.s3.accessKeyFile: cannot be read");
            Files.writeString(folder.resolve("secret-key"), "wJalr EXAMPLE\n");
            assertNamed(GOOD, "ledger.files.s3.secretKeyFile", "does not hold one word");
        }
    }
}
