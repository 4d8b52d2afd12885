package comity.federation.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import comity.directory.keys.EncryptionKeys;
import comity.kernel.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {
    private final EncryptionKeys keys = EncryptionKeys.generate();
    private final Bodies bodies = new Bodies();
    private final UUID letter = UUID.randomUUID();
    private final byte[] body = Utf8.bytes("Please preserve the data of 203.0.113.77 – bitte, пожалуйста, من فضلكم");

    @Nested
    class A_body {
        @Test
        void is_read_by_the_authority_it_was_written_to() {
            assertThat(bodies.decrypt(bodies.encrypt(letter, body, keys.publicJwk()), keys))
                    .contains(body);
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 4095, 65_537})
        void may_have_any_length(int length) {
            byte[] some = new byte[length];
            Arrays.fill(some, (byte) 0x5a);
            assertThat(bodies.decrypt(bodies.encrypt(letter, some, keys.publicJwk()), keys))
                    .contains(some);
        }

        @Test
        void looks_different_each_time() {
            assertThat(bodies.encrypt(letter, body, keys.publicJwk()))
                    .isNotEqualTo(bodies.encrypt(letter, body, keys.publicJwk()));
        }

        @Test
        void is_closed_to_every_other_authority() {
            assertThat(bodies.decrypt(bodies.encrypt(letter, body, keys.publicJwk()), EncryptionKeys.generate()))
                    .isEmpty();
        }

        @Test
        void is_not_written_to_a_key_that_is_none() {
            assertThatThrownBy(() -> bodies.encrypt(letter, body, "{\"kty\":\"EC\"}"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Bodies_in_one_envelope {
        private final Bodies.Packet packet = bodies.packet(keys.publicJwk());
        private final UUID other = UUID.randomUUID();

        @Test
        void are_each_read_in_any_order() {
            String first = packet.encrypt(letter, body);
            String second = packet.encrypt(other, Utf8.bytes("another"));
            Bodies.Reading reading = bodies.reading(keys);
            assertThat(reading.decrypt(second)).contains(Utf8.bytes("another"));
            assertThat(reading.decrypt(first)).contains(body);
            assertThat(bodies.decrypt(second, keys)).contains(Utf8.bytes("another"));
        }

        @Test
        void share_an_agreement_and_no_key() {
            String first = packet.encrypt(letter, body);
            String second = packet.encrypt(other, body);
            assertThat(once(first)).isEqualTo(once(second));
            String swapped = Compact.parts(first).getFirst() + second.substring(second.indexOf('.'));
            assertThat(bodies.decrypt(swapped, keys)).isEmpty();
        }

        @Test
        void may_each_have_an_agreement_of_their_own() {
            Bodies.Reading reading = bodies.reading(keys);
            assertThat(reading.decrypt(bodies.encrypt(letter, body, keys.publicJwk())))
                    .contains(body);
            assertThat(reading.decrypt(bodies.encrypt(other, body, keys.publicJwk())))
                    .contains(body);
        }

        private String once(String jwe) {
            String header =
                    Utf8.text(Compact.decode(Compact.parts(jwe).getFirst()).orElseThrow());
            return header.replaceAll(".*(\"epk\":\\{[^}]*}).*", "$1");
        }
    }

    @Nested
    class Another_JOSE_library {
        @Test
        void reads_what_we_write() throws Exception {
            JWEObject read = JWEObject.parse(bodies.encrypt(letter, body, keys.publicJwk()));
            read.decrypt(
                    new ECDHDecrypter(keys.find(read.getHeader().getKeyID()).orElseThrow()));
            assertThat(read.getPayload().toBytes()).isEqualTo(body);
        }

        @Test
        void writes_what_we_read() throws Exception {
            assertThat(bodies.decrypt(theirs(header().build()), keys)).contains(body);
        }

        @Test
        void may_bind_the_names_of_both_parties_into_the_key() throws Exception {
            JWEHeader named = header().agreementPartyUInfo(Base64URL.encode("XA"))
                    .agreementPartyVInfo(Base64URL.encode("XB"))
                    .build();
            assertThat(bodies.decrypt(theirs(named), keys)).contains(body);
        }

        @Test
        void is_not_read_when_it_compresses() throws Exception {
            assertThat(bodies.decrypt(
                            theirs(header().compressionAlgorithm(CompressionAlgorithm.DEF)
                                    .build()),
                            keys))
                    .isEmpty();
        }

        @Test
        void is_not_read_when_it_uses_another_cipher() throws Exception {
            JWEHeader weaker = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                    .keyID(ECKey.parse(keys.publicJwk()).getKeyID())
                    .build();
            assertThat(bodies.decrypt(theirs(weaker), keys)).isEmpty();
        }

        private JWEHeader.Builder header() throws Exception {
            return new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                    .keyID(ECKey.parse(keys.publicJwk()).getKeyID());
        }

        private String theirs(JWEHeader header) throws Exception {
            JWEObject written = new JWEObject(header, new Payload(body));
            written.encrypt(new ECDHEncrypter(ECKey.parse(keys.publicJwk()).toECPublicKey()));
            return written.serialize();
        }
    }

    @Nested
    class A_damaged_body {
        @Test
        void stays_closed_whichever_part_was_changed() {
            List<String> parts = Compact.parts(bodies.encrypt(letter, body, keys.publicJwk()));
            for (int changed = 0; changed < parts.size(); changed++) {
                List<String> damaged = new java.util.ArrayList<>(parts);
                String part = parts.get(changed);
                damaged.set(changed, part.isEmpty() ? "AAAA" : (part.startsWith("A") ? "B" : "A") + part.substring(1));
                assertThat(bodies.decrypt(String.join(".", damaged), keys))
                        .as("part " + changed)
                        .isEmpty();
            }
        }

        @Test
        void stays_closed_when_its_key_lies_beside_the_curve() {
            List<String> parts = Compact.parts(bodies.encrypt(letter, body, keys.publicJwk()));
            String header = Utf8.text(Compact.decode(parts.getFirst()).orElseThrow());
            String y = header.replaceAll(".*\"y\":\"([^\"]*)\".*", "$1");
            byte[] moved = Compact.decode(y).orElseThrow();
            moved[31] ^= 1;
            String beside = Compact.encode(Utf8.bytes(header.replace(y, Compact.encode(moved))));
            String jwe = beside + "." + String.join(".", parts.subList(1, parts.size()));
            assertThat(bodies.decrypt(jwe, keys)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "....", "e30....", "e30.a.b.c.d", "no base64!....", "bnVsbA....", "W10...."})
        void is_nothing_at_all_without_raising_an_error(String jwe) {
            assertThat(bodies.decrypt(jwe, keys)).isEmpty();
        }
    }
}
