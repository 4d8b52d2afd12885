package comity.directory.keys;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.StateCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CertificatesTest {
    private static final Instant NOW = Instant.parse("2027-03-13T01:14:00Z");
    private static final StateCode ARVENIA = new StateCode("XA");
    private static final StateCode BELMORA = new StateCode("XB");

    private final KeyCeremony.NodeKeys arvenia = KeyCeremony.hold(ARVENIA, List.of("localhost"), NOW);
    private final KeyCeremony.NodeKeys belmora = KeyCeremony.hold(BELMORA, List.of("localhost"), NOW);
    private final Certificates certificates = new Certificates();

    private Certificates.Verdict seal(Instant at) {
        return certificates.check(arvenia.seal().chain(), arvenia.root(), at, ARVENIA, Certificates.Use.SEAL);
    }

    @Nested
    class A_chain_is_believed {
        @Test
        void under_the_root_of_its_State_for_what_it_was_made_for() {
            assertThat(seal(NOW)).isEqualTo(Certificates.Verdict.TRUSTED);
            assertThat(certificates.check(
                            arvenia.channel().chain(), arvenia.root(), NOW, ARVENIA, Certificates.Use.CHANNEL))
                    .isEqualTo(Certificates.Verdict.TRUSTED);
        }

        @Test
        void with_its_root_at_the_end_too() {
            assertThat(certificates.check(
                            List.of(arvenia.seal().certificate(), arvenia.root()),
                            arvenia.root(),
                            NOW,
                            ARVENIA,
                            Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.TRUSTED);
        }
    }

    @Nested
    class A_chain_is_not_believed {
        @Test
        void under_another_root() {
            assertThat(certificates.check(arvenia.seal().chain(), belmora.root(), NOW, ARVENIA, Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.UNTRUSTED);
        }

        @Test
        void when_there_is_none() {
            assertThat(certificates.check(List.of(), arvenia.root(), NOW, ARVENIA, Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.UNTRUSTED);
        }

        @Test
        void when_it_is_only_the_root() {
            assertThat(certificates.check(List.of(arvenia.root()), arvenia.root(), NOW, ARVENIA, Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.UNTRUSTED);
        }

        @Test
        void for_another_State_even_under_its_root() {
            assertThat(certificates.check(arvenia.seal().chain(), arvenia.root(), NOW, BELMORA, Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.WRONG_STATE);
        }

        @Test
        void for_what_it_was_not_made_for() {
            assertThat(certificates.check(
                            arvenia.channel().chain(), arvenia.root(), NOW, ARVENIA, Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.WRONG_USE);
            assertThat(certificates.check(
                            arvenia.seal().chain(), arvenia.root(), NOW, ARVENIA, Certificates.Use.CHANNEL))
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
    class A_certificate {
        @Test
        void names_its_State() {
            assertThat(Certificates.stateOf(arvenia.seal().certificate())).contains(ARVENIA);
        }
    }
}
