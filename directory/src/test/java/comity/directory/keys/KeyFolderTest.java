package comity.directory.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.StateCode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {
    private final KeyCeremony.NodeKeys keys =
            KeyCeremony.hold(new StateCode("XA"), List.of("localhost", "127.0.0.1"), Instant.EPOCH);

    @TempDir
    private Path folder;

    @Nested
    class The_keys_of_a_ceremony {
        @Test
        void can_be_read_again() throws Exception {
            KeyFolder files = new KeyFolder(folder);
            assertThat(files.isComplete()).isFalse();
            files.write(keys);
            assertThat(files.isComplete()).isTrue();
            assertThat(files.root()).isEqualTo(keys.root());
            assertThat(files.seal().chain()).isEqualTo(keys.seal().chain());
            assertThat(files.seal().key()).isEqualTo(keys.seal().key());
            assertThat(files.channel().chain()).isEqualTo(keys.channel().chain());
            assertThat(files.encryption().publicJwk())
                    .isEqualTo(keys.encryption().publicJwk());
        }

        @Test
        void are_never_written_over() throws Exception {
            new KeyFolder(folder).write(keys);
            assertThatThrownBy(() -> new KeyFolder(folder).write(keys)).isInstanceOf(FileAlreadyExistsException.class);
        }

        @Test
        void can_be_read_by_their_owner_only_when_they_are_secret() throws Exception {
            new KeyFolder(folder).write(keys);
            for (String secret : List.of("root-key.pem", "channel-key.pem", "seal-key.pem", "encryption.jwk")) {
                assertThat(Files.getPosixFilePermissions(folder.resolve(secret)))
                        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            }
        }

        @Test
        void do_not_need_the_root_key_any_more() throws Exception {
            new KeyFolder(folder).write(keys);
            Files.delete(folder.resolve("root-key.pem"));
            assertThat(new KeyFolder(folder).isComplete()).isTrue();
        }

        @Test
        void may_be_followed_by_new_ones_while_old_letters_are_still_read() throws Exception {
            new KeyFolder(folder).write(keys);
            Files.move(folder.resolve("encryption.jwk"), folder.resolve("encryption-2026.jwk"));
            EncryptionKeys next = EncryptionKeys.generate();
            Files.writeString(folder.resolve("encryption.jwk"), next.privateJwk());
            EncryptionKeys both = new KeyFolder(folder).encryption();
            assertThat(both.publicJwk()).isEqualTo(next.publicJwk());
            String oldId = com.nimbusds.jose.jwk.ECKey.parse(keys.encryption().publicJwk())
                    .getKeyID();
            assertThat(both.find(oldId)).isPresent();
            assertThat(both.find("somebody else's")).isEmpty();
        }
    }

    @Nested
    class A_registry_key {
        @Test
        void can_be_told_to_everybody_without_its_private_half() {
            RegistryKey key = RegistryKey.generate();
            RegistryKey told = RegistryKey.parse(key.publicJwk());
            assertThat(told.id()).isEqualTo(key.id());
            assertThatThrownBy(told::privateKey).isInstanceOf(IllegalStateException.class);
            assertThat(RegistryKey.parse(key.privateJwk()).privateKey()).isEqualTo(key.privateKey());
        }
    }

    @Nested
    class Text_that_is_no_key {
        @Test
        void is_refused() {
            assertThatThrownBy(() -> Pem.certificates("hello")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Pem.privateKey("hello")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> RegistryKey.parse("{}")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
