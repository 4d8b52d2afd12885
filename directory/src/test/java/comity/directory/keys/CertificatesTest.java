package comity.directory.keys;

import static comity.directory.keys.Certificates.Use.CHANNEL;
import static comity.directory.keys.Certificates.Use.SEAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.Revocation;
import comity.directory.list.Entries;
import comity.kernel.StateCode;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    private static final Instant NOW = Instant.parse("2027-03-13T01:14:00Z");
    private static final StateCode ARVENIA = new StateCode("XA");
    private static final StateCode BELMORA = new StateCode("XB");

    private final KeyCeremony.NodeKeys arvenia = KeyCeremony.hold(ARVENIA, List.of("localhost"), NOW);
    private final KeyCeremony.NodeKeys belmora = KeyCeremony.hold(BELMORA, List.of("localhost"), NOW);
    private final Directory directory = new Directory();
    private final Certificates certificates = new Certificates(directory);

    @BeforeEach
    void publish() {
        publish(arvenia.root(), List.of());
    }

    /// What the directory says of Arvenia.
    private void publish(X509Certificate root, List<Revocation> revoked) {
        NodeAddress node = new NodeAddress(
                        URI.create("https://node.example:8443"),
                        URI.create("https://www.example"),
                        "ledger.example",
                        "ledger.example+1+key",
                        Pem.of(root),
                        "{}")
                .revoking(revoked);
        directory.replace(ListVersion.NONE, List.of(Entries.full(ARVENIA.code()).withNode(node)));
    }

    private Certificates.Verdict seal(Instant at) {
        return certificates.check(ARVENIA, arvenia.seal().chain(), at, SEAL);
    }

    private Certificates.Verdict channel(Instant at) {
        return certificates.check(ARVENIA, arvenia.channel().chain(), at, CHANNEL);
    }

    @Nested
    class A_chain_is_believed {
        @Test
        void under_the_root_of_its_State_for_what_it_was_made_for() {
            assertThat(seal(NOW)).isEqualTo(Certificates.Verdict.TRUSTED);
            assertThat(channel(NOW)).isEqualTo(Certificates.Verdict.TRUSTED);
        }

        @Test
        void with_its_root_at_the_end_too() {
            List<X509Certificate> chain = List.of(arvenia.seal().certificate(), arvenia.root());
            assertThat(certificates.check(ARVENIA, chain, NOW, SEAL)).isEqualTo(Certificates.Verdict.TRUSTED);
        }
    }

    @Nested
    class A_chain_is_not_believed {
        @Test
        void when_the_directory_has_no_node_of_its_State() {
            assertThat(certificates.check(BELMORA, belmora.seal().chain(), NOW, SEAL))
                    .isEqualTo(Certificates.Verdict.NO_NODE);
        }

        @Test
        void under_another_root_also_when_it_was_good_under_the_old_one() {
            assertThat(seal(NOW)).isEqualTo(Certificates.Verdict.TRUSTED);
            publish(belmora.root(), List.of());
            assertThat(seal(NOW)).isEqualTo(Certificates.Verdict.UNTRUSTED);
        }

        @Test
        void when_there_is_none() {
            assertThat(certificates.check(ARVENIA, List.of(), NOW, SEAL)).isEqualTo(Certificates.Verdict.UNTRUSTED);
        }

        @Test
        void when_it_is_only_the_root() {
            assertThat(certificates.check(ARVENIA, List.of(arvenia.root()), NOW, SEAL))
                    .isEqualTo(Certificates.Verdict.UNTRUSTED);
        }

        @Test
        void for_another_State_even_under_its_root() {
            publish(belmora.root(), List.of());
            assertThat(certificates.check(ARVENIA, belmora.seal().chain(), NOW, SEAL))
                    .isEqualTo(Certificates.Verdict.WRONG_STATE);
        }

        @Test
        void for_what_it_was_not_made_for() {
            assertThat(certificates.check(ARVENIA, arvenia.channel().chain(), NOW, SEAL))
                    .isEqualTo(Certificates.Verdict.WRONG_USE);
            assertThat(certificates.check(ARVENIA, arvenia.seal().chain(), NOW, CHANNEL))
                    .isEqualTo(Certificates.Verdict.WRONG_USE);
        }

        @Test
        void before_and_after_its_time_also_when_it_was_found_good_before() {
            assertThat(seal(NOW)).isEqualTo(Certificates.Verdict.TRUSTED);
            assertThat(seal(NOW.plus(Duration.ofDays(732)))).isEqualTo(Certificates.Verdict.OUT_OF_TIME);
            assertThat(seal(NOW.minus(Duration.ofDays(1)))).isEqualTo(Certificates.Verdict.OUT_OF_TIME);
        }
    }

    @Nested
    class A_revocation {
        private final Instant stolen = NOW.plus(Duration.ofDays(3));

        @Test
        void of_a_certificate_counts_from_its_moment_on_and_not_before() {
            assertThat(seal(stolen)).isEqualTo(Certificates.Verdict.TRUSTED);
            publish(arvenia.root(), List.of(Revocation.of(arvenia.seal().certificate(), stolen)));
            assertThat(seal(stolen)).isEqualTo(Certificates.Verdict.REVOKED);
            assertThat(seal(stolen.plus(Duration.ofDays(300)))).isEqualTo(Certificates.Verdict.REVOKED);
            assertThat(seal(stolen.minusMillis(1))).isEqualTo(Certificates.Verdict.TRUSTED);
        }

        @Test
        void of_one_certificate_leaves_the_others_alone() {
            publish(arvenia.root(), List.of(Revocation.of(arvenia.seal().certificate(), stolen)));
            assertThat(channel(stolen)).isEqualTo(Certificates.Verdict.TRUSTED);
        }

        @Test
        void of_a_key_strikes_every_certificate_that_carries_it() {
            publish(
                    arvenia.root(),
                    List.of(Revocation.ofKey(arvenia.channel().chain().getFirst(), stolen)));
            assertThat(channel(stolen)).isEqualTo(Certificates.Verdict.REVOKED);
            assertThat(seal(stolen)).isEqualTo(Certificates.Verdict.TRUSTED);
        }

        @Test
        void of_the_root_strikes_everything_under_it_whether_it_is_shown_or_not() {
            publish(arvenia.root(), List.of(Revocation.ofKey(arvenia.root(), stolen)));
            assertThat(seal(stolen)).isEqualTo(Certificates.Verdict.REVOKED);
            assertThat(channel(stolen)).isEqualTo(Certificates.Verdict.REVOKED);
        }

        @Test
        void names_what_it_revokes_by_a_digest_in_its_one_form() {
            String hex = "0".repeat(64);
            assertThatThrownBy(() -> new Revocation(Revocation.Of.KEY, hex, stolen))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_certificate {
        @Test
        void names_its_State() {
            assertThat(Certificates.stateOf(arvenia.seal().certificate())).contains(ARVENIA);
        }
    }
}
