package comity.requests.identifiers;

import static comity.requests.identifiers.IdentifierType.CRYPTO_ADDRESS;
import static comity.requests.identifiers.IdentifierType.TRANSACTION_HASH;
import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.Utf8;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WalletsTest {
    private static Checked check(String address, String chain) {
        return IdentifierCheck.check(
                CRYPTO_ADDRESS, address, IdentifierContext.alone("/items/0").withChain(chain));
    }

    private static List<String> codes(Checked checked) {
        return checked.complaints().stream().map(Complaint::code).toList();
    }

    @Nested
    class Keccak {
        @ParameterizedTest
        @CsvSource({
            "'', c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470",
            "abc, 4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45",
            "testing, 5f16f4c7f149ac4f9510d9cf8cf384038ad348b3bcdc01915f95de12df9d1b02"
        })
        void gives_the_published_digests(String text, String digest) {
            assertThat(HexFormat.of().formatHex(Keccak256.digest(Utf8.bytes(text))))
                    .isEqualTo(digest);
        }

        @Test
        void takes_texts_of_every_length_around_its_block() {
            assertThat(List.of(135, 136, 137, 271, 272, 273))
                    .allSatisfy(length ->
                            assertThat(Keccak256.digest(new byte[length])).hasSize(32))
                    .extracting(length -> HexFormat.of().formatHex(Keccak256.digest(new byte[length])))
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class An_address_like_ethereums {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                    "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
                    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
                    "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
                    "0x52908400098527886E0F7030069857D2E4169EE7",
                    "0xde709f2102306220921060314715629080e2fb77"
                })
        void is_accepted_with_the_letters_that_its_digest_asks_for(String address) {
            assertThat(check(address, "ethereum").complaints()).isEmpty();
            assertThat(check(address, "ethereum").normalised()).isEqualTo(address);
        }

        @Test
        void with_one_letter_in_the_wrong_case_is_refused() {
            assertThat(codes(check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD", "ethereum")))
                    .containsExactly("crypto-checksum");
        }

        @Test
        void in_small_letters_is_accepted_without_its_safety_net_and_shown_with_it() {
            Checked checked = check("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "Polygon");
            assertThat(checked.normalised()).isEqualTo("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
            assertThat(codes(checked)).containsExactly("crypto-without-checksum");
        }

        @Test
        void needs_its_chain_because_many_share_it() {
            assertThat(codes(check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "")))
                    .containsExactly("crypto-chain-missing");
        }

        @Test
        void cannot_be_on_bitcoin() {
            assertThat(codes(check("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "btc")))
                    .containsExactly("crypto-chain-contradicts");
        }
    }

    @Nested
    class An_address_with_base_58 {
        @ParameterizedTest
        @CsvSource({
            "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa, bitcoin",
            "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy, bitcoin",
            "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L, dogecoin",
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t, tron"
        })
        void is_accepted_when_its_checksum_holds(String address, String chain) {
            assertThat(check(address, chain).complaints()).isEmpty();
            assertThat(check(address, chain).parts()).containsEntry("chain", chain);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divfna"})
        void with_one_wrong_letter_is_refused(String address) {
            assertThat(codes(check(address, "bitcoin"))).containsExactly("crypto-checksum");
        }

        @Test
        void that_two_chains_share_is_asked_about() {
            assertThat(codes(check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", ""))).containsExactly("crypto-chain-missing");
        }

        @Test
        void that_says_its_chain_itself_is_believed() {
            Checked checked = check("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "");
            assertThat(checked.complaints()).isEmpty();
            assertThat(checked.parts()).containsEntry("chain", "tron");
        }

        @Test
        void of_a_test_network_is_told_from_real_money() {
            assertThat(codes(check("mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", "bitcoin")))
                    .containsExactly("crypto-test-network");
        }

        @Test
        void on_a_chain_that_is_not_known_here_is_taken_as_written_and_says_so() {
            assertThat(codes(check("4ZUf9k2", "monero"))).containsExactly("crypto-not-checked");
        }
    }

    @Nested
    class An_address_with_bech_32 {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
                    "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
                    "BC1SW50QGDZ25J",
                    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
                })
        void is_accepted_as_the_standards_say(String address) {
            assertThat(check(address, "bitcoin").complaints()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    // The wrong one of the two checksums for its version.
                    "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
                    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
                    // A version above sixteen.
                    "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R",
                    // Too short, too long, and a length that version 0 does not have.
                    "bc1pw5dgrnzv",
                    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v8n0nx0muaewav253zgeav",
                    "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
                    // Two cases at once, and a letter that is not used.
                    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jJ0",
                    "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
                    // Padding that is not zero, and more than four bits of it.
                    "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7v07qwwzcrf",
                    "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3pjxtptv",
                    "tb1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vpggkg4j",
                    "bc1gmk9yu"
                })
        void is_refused_as_the_standards_say(String address) {
            assertThat(check(address, "bitcoin").isUsable()).isFalse();
        }

        @Test
        void of_a_test_network_is_welcome_in_a_drill() {
            IdentifierContext drill =
                    IdentifierContext.alone("/items/0").withChain("btc").inDrill(true);
            Checked checked = IdentifierCheck.check(
                    CRYPTO_ADDRESS, "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", drill);
            assertThat(checked.complaints()).isEmpty();
            assertThat(checked.parts()).containsEntry("network", "test");
        }
    }

    @Nested
    class A_transaction {
        private Checked transaction(String hash, String chain) {
            return IdentifierCheck.check(
                    TRANSACTION_HASH, hash, IdentifierContext.alone("/items/0").withChain(chain));
        }

        @Test
        void needs_its_chain() {
            assertThat(codes(transaction("0x" + "AB".repeat(32), ""))).containsExactly("transaction-chain-missing");
        }

        @Test
        void has_one_form_on_each_chain() {
            assertThat(transaction("AB".repeat(32), "eth").normalised()).isEqualTo("0x" + "ab".repeat(32));
            assertThat(transaction("AB".repeat(32), "btc").normalised()).isEqualTo("ab".repeat(32));
        }

        @Test
        void of_another_length_is_refused() {
            assertThat(codes(transaction("ab".repeat(31), "btc"))).containsExactly("transaction-malformed");
        }
    }
}
