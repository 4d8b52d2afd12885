package comity.directory.list;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.Book;
import comity.directory.keys.RegistryKey;
import comity.kernel.Utf8;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Thousands of spoiled lists and entries.
class SpoiledListsTest {
    private static final RegistryKey KEY = RegistryKey.generate();

    @Nested
    class A_spoiled {
        @Test
        void list_is_refused_by_name() {
            byte[] good = DirectoryList.sign(1, Instant.EPOCH, Duration.ofDays(30), List.of(Entries.full("XA")), KEY)
                    .bytes();
            Chance.times(1500, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                try {
                    DirectoryList.verify(spoiled, KEY);
                    assertThat(Arrays.equals(spoiled, good)).isTrue();
                } catch (DirectoryList.Refused refused) {
                    assertThat(refused.code()).startsWith("list-");
                }
            });
        }

        @Test
        void document_under_a_good_signature_is_refused_by_name_or_read() {
            byte[] good = new ListDocument(
                            1,
                            Instant.EPOCH,
                            Instant.EPOCH.plusSeconds(1),
                            Optional.empty(),
                            List.of(Book.of("treaties", new byte[0]).listing()),
                            List.of(Entries.full("XA")))
                    .write();
            Chance.times(1500, chance -> {
                try {
                    assertThat(ListDocument.read(Mutation.of(good, chance)).number())
                            .isPositive();
                } catch (DirectoryList.Refused refused) {
                    assertThat(refused.code()).startsWith("list-");
                }
            });
        }

        @Test
        void entry_is_refused_in_words_or_read() {
            byte[] good = Utf8.bytes(EntryJson.format(Entries.full("XA")));
            Chance.times(1500, chance -> {
                try {
                    assertThat(EntryJson.parse(Mutation.of(good, chance)).names())
                            .isNotEmpty();
                } catch (IllegalArgumentException refused) {
                    assertThat(refused.getMessage()).isNotBlank();
                }
            });
        }
    }
}
