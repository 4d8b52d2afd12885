package comity.federation.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.SealKey;
import comity.federation.Problem;
import comity.federation.Refused;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import java.security.cert.CertificateEncodingException;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
    private static final Instant NOW = Instant.parse("2027-03-13T02:14:00Z");
    private static final KeyCeremony.NodeKeys KEYS = KeyCeremony.hold(new StateCode("XA"), List.of("localhost"), NOW);

    private final byte[] document = Utf8.bytes("{\"v\":1,\"text\":\"é ش 漢\"}");
    private final Seal seal = new Seal(KEYS.seal());
    private final SignedReader reader = new SignedReader();

    private static @Nullable Problem problemOf(SignedReader reader, byte[] bytes) {
        try {
            reader.read(bytes, Seal.LETTERS).requireSignature();
            return null;
        } catch (Refused e) {
            return e.problem();
        }
    }

    private static byte[] with(byte[] signed, int part, String replacement) {
        List<String> parts = new java.util.ArrayList<>(Compact.parts(Utf8.text(signed)));
        parts.set(part, replacement);
        return Utf8.bytes(String.join(".", parts));
    }

    @Nested
    class A_sealed_document {
        @Test
        void is_read_with_its_moment_and_its_certificate() throws Refused {
            var signed = reader.read(seal.sign(Seal.LETTERS, document, NOW.plusMillis(900)), Seal.LETTERS);
            signed.requireSignature();
            assertThat(signed.payload()).isEqualTo(document);
            assertThat(signed.signedAt()).isEqualTo(NOW);
            assertThat(signed.chain()).isEqualTo(KEYS.seal().chain());
        }

        @Test
        void is_verified_by_another_JOSE_library() throws Exception {
            JWSObject theirs = JWSObject.parse(Utf8.text(seal.sign(Seal.RECEIPT, document, NOW)));
            assertThat(theirs.verify(new ECDSAVerifier(
                            (ECPublicKey) KEYS.seal().certificate().getPublicKey())))
                    .isTrue();
            assertThat(theirs.getPayload().toBytes()).isEqualTo(document);
            assertThat(theirs.getHeader().getType().getType()).isEqualTo(Seal.RECEIPT);
            assertThat(theirs.getHeader().getX509CertSHA256Thumbprint())
                    .hasToString(SealKey.thumbprint(KEYS.seal().certificate()));
        }

        @Test
        void of_another_JOSE_library_is_read() throws Exception {
            byte[] theirs = theirs(header(JWSAlgorithm.ES256).build());
            assertThat(problemOf(reader, theirs)).isNull();
        }
    }

    @Nested
    class A_document_is_refused {
        @Test
        void when_its_text_was_changed() {
            byte[] changed = with(
                    seal.sign(Seal.LETTERS, document, NOW), 1, Compact.encode(Utf8.bytes("{\"v\":1,\"text\":\"e\"}")));
            assertThat(problemOf(reader, changed)).isEqualTo(Problem.FORGED);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 63, 64, 65, 96})
        void when_its_signature_is_a_row_of_zeros(int length) {
            byte[] zeros = with(seal.sign(Seal.LETTERS, document, NOW), 2, Compact.encode(new byte[length]));
            assertThat(problemOf(reader, zeros)).isEqualTo(Problem.FORGED);
        }

        @Test
        void when_its_signature_is_written_in_two_ways() {
            byte[] signed = seal.sign(Seal.LETTERS, document, NOW);
            assertThat(problemOf(reader, Utf8.bytes(Utf8.text(signed) + "=="))).isEqualTo(Problem.MALFORMED);
        }

        @Test
        void when_it_is_signed_as_something_else() {
            assertThatThrownBy(() -> reader.read(seal.sign(Seal.RECEIPT, document, NOW), Seal.LETTERS))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.problem()).isEqualTo(Problem.UNKNOWN_TYPE));
        }

        @Test
        void when_it_names_an_algorithm_of_another_curve() {
            String header = Utf8.text(Compact.decode(Compact.parts(Utf8.text(seal.sign(Seal.LETTERS, document, NOW)))
                            .getFirst())
                    .orElseThrow());
            byte[] renamed = with(
                    seal.sign(Seal.LETTERS, document, NOW),
                    0,
                    Compact.encode(Utf8.bytes(header.replace("ES256", "ES384"))));
            assertThat(problemOf(reader, renamed)).isEqualTo(Problem.FORGED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"none", "HS256", "RS256", "es256", ""})
        void when_its_algorithm_is_not_one_of_ours(String name) {
            byte[] other = with(
                    seal.sign(Seal.LETTERS, document, NOW),
                    0,
                    Compact.encode(Utf8.bytes("{\"alg\":\"" + name + "\",\"typ\":\"" + Seal.LETTERS + "\"}")));
            assertThat(problemOf(reader, other)).isEqualTo(Problem.UNSUPPORTED_SIGNATURE);
        }

        @Test
        void when_a_header_must_be_understood_and_is_not() throws Exception {
            byte[] critical = theirs(header(JWSAlgorithm.ES256)
                    .criticalParams(Set.of("sigT"))
                    .customParam("sigT", "2027-03-13T02:14:00Z")
                    .build());
            assertThat(problemOf(reader, critical)).isEqualTo(Problem.UNKNOWN_CRITICAL_HEADER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a.b", "a.b.c.d", "bnVsbA..", "W10..", "e30.e30", "ä.b.c"})
        void when_it_is_not_a_JWS(String text) {
            assertThat(problemOf(reader, Utf8.bytes(text))).isEqualTo(Problem.MALFORMED);
        }

        @Test
        void when_a_header_stands_twice() {
            byte[] twice = with(
                    seal.sign(Seal.LETTERS, document, NOW),
                    0,
                    Compact.encode(Utf8.bytes("{\"alg\":\"ES256\",\"alg\":\"ES256\"}")));
            assertThat(problemOf(reader, twice)).isEqualTo(Problem.MALFORMED);
        }
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm) throws CertificateEncodingException {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType(Seal.LETTERS))
                .x509CertChain(List.of(Base64.encode(KEYS.seal().certificate().getEncoded())))
                .x509CertSHA256Thumbprint(
                        new Base64URL(SealKey.thumbprint(KEYS.seal().certificate())))
                .customParam("iat", NOW.getEpochSecond());
    }

    private byte[] theirs(JWSHeader header) throws Exception {
        JWSObject signed = new JWSObject(header, new Payload(document));
        signed.sign(new ECDSASigner(KEYS.seal().key(), Curve.P_256));
        return Utf8.bytes(signed.serialize());
    }
}
