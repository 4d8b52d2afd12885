package comity.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketAddressTest {
    @Nested
    class An_address {
        @Test
        void is_a_host_and_perhaps_a_port() {
            assertThat(BucketAddress.endpoint("https://s3.example.org:9000/"))
                    .isEqualTo(URI.create("https://s3.example.org:9000"));
            for (String wrong : new String[] {
                "s3.example.org",
                "ftp://s3.example.org",
                "https://",
                "https://a:b@s3.example.org",
                "https://s3.example.org/bucket",
                "https://s3.example.org?x=1",
                "https://s3 .example.org"
            }) {
                assertThatThrownBy(() -> BucketAddress.endpoint(wrong))
                        .as(wrong)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }

        @Test
        void has_a_region_a_bucket_and_a_prefix_of_these_forms() {
            assertThat(BucketAddress.region("eu-west-3")).isEqualTo("eu-west-3");
            assertThat(BucketAddress.bucket("comity-xa.ledger")).isEqualTo("comity-xa.ledger");
            assertThat(BucketAddress.prefix("")).isEmpty();
            assertThat(BucketAddress.prefix("xa/ledger")).isEqualTo("xa/ledger");
            assertRefused(() -> BucketAddress.region("Europe West"));
            assertRefused(() -> BucketAddress.bucket("XA"));
            assertRefused(() -> BucketAddress.bucket("../../etc"));
            assertRefused(() -> BucketAddress.prefix("/xa"));
            assertRefused(() -> BucketAddress.prefix("xa/"));
            assertRefused(() -> BucketAddress.prefix("xa/../xb"));
        }

        private void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable wrong) {
            assertThatThrownBy(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_key {
        @TempDir
        private Path folder;

        @Test
        void is_read_from_two_files() throws IOException {
            Path id = Files.writeString(folder.resolve("id"), "AKIDEXAMPLE\n");
            Path secret = Files.writeString(folder.resolve("secret"), "wJalr/EXAMPLE+KEY\n");

            assertThat(AccessKey.read(id, secret)).isEqualTo(new AccessKey("AKIDEXAMPLE", "wJalr/EXAMPLE+KEY"));
        }

        @Test
        void does_not_say_its_secret() {
            assertThat(new AccessKey("AKIDEXAMPLE", "wJalr")).asString().doesNotContain("wJalr");
            assertThatThrownBy(() -> new AccessKey("AKIDEXAMPLE", "two words"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("words ")
                    .doesNotContain("two");
        }
    }
}
