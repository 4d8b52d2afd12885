package comity.evidence.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.interop.OtherTools;
import comity.evidence.signature.SignatureFinding.Kind;
import comity.kernel.Utf8;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Signatures as courts' tools read them, with a real time-stamp authority behind HTTP.
class SignatureTest {
    private static final byte[] CONTENT = Utf8.bytes("{\"v\":1}\n");
    private static final Duration DAY = Duration.ofDays(1);
    private static final TestAuthority BELMORA = new TestAuthority("Belmora");
    private static final TestAuthority TIME = new TestAuthority("Time");
    private static final TestAuthority.Timestamps SERVER = TIME.timestamps(Instant::now);
    private static final SigningKey KEY = BELMORA.signer();

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    private static byte[] sign(SigningKey key, URI authority) {
        try (TimestampAuthority timestamps = new TimestampAuthority(authority)) {
            return new CadesSigner(key, Optional.of(timestamps), Clock.systemUTC()).sign(CONTENT);
        }
    }

    private static byte[] signWithoutTime(SigningKey key) {
        return new CadesSigner(key, Optional.empty(), Clock.systemUTC()).sign(CONTENT);
    }

    private static Trust trust(X509CRL... lists) {
        return new Trust(List.of(BELMORA.root(), TIME.root()), List.of(lists));
    }

    private static SignatureFinding check(byte[] signature, Trust trust, Instant now) {
        return new SignatureVerifier(trust, now).check(CONTENT, signature);
    }

    private static SignatureFinding check(byte[] signature) {
        return check(signature, trust(), Instant.now());
    }

    @Nested
    class A_signature {
        @Test
        void is_good_with_its_time() {
            SignatureFinding found = check(sign(KEY, SERVER.address()));
            assertThat(found.integrity().kind()).isEqualTo(Kind.YES);
            assertThat(found.signer().kind()).isEqualTo(Kind.YES);
            assertThat(found.time().kind()).isEqualTo(Kind.YES);
            assertThat(found.signerName()).contains("CN=Belmora seal");
            assertThat(found.signedAt().orElseThrow())
                    .isBetween(Instant.now().minus(DAY), Instant.now().plus(DAY));
        }

        @Test
        void is_accepted_by_openssl() throws Exception {
            Files.write(folder.resolve("seal.json"), CONTENT);
            Files.write(folder.resolve("seal.json.p7s"), sign(KEY, SERVER.address()));
            Files.writeString(folder.resolve("roots.pem"), TestAuthority.pem(BELMORA.root()));
            List<String> command = List.of(
                    "openssl",
                    "cms",
                    "-verify",
                    "-binary",
                    "-inform",
                    "DER",
                    "-in",
                    "seal.json.p7s",
                    "-content",
                    "seal.json",
                    "-CAfile",
                    "roots.pem",
                    "-purpose",
                    "any",
                    "-out",
                    "/dev/null");
            assertThat(OtherTools.run(folder, command).text()).contains("CMS Verification successful");
            Files.write(folder.resolve("seal.json"), Utf8.bytes("{\"v\":2}\n"));
            assertThat(OtherTools.run(folder, command).exit()).isNotZero();
        }

        @Test
        void is_wrong_over_other_bytes_and_whichever_of_its_bytes_is_changed() {
            byte[] signature = sign(KEY, SERVER.address());
            assertThat(new SignatureVerifier(trust(), Instant.now())
                            .check(Utf8.bytes("{\"v\":2}\n"), signature)
                            .integrity()
                            .kind())
                    .isEqualTo(Kind.NO);
            int harmless = 0;
            for (int i = 0; i < signature.length; i++) {
                byte[] spoiled = signature.clone();
                spoiled[i] ^= 1;
                SignatureFinding found = check(spoiled);
                boolean allGood = found.integrity().kind() == Kind.YES
                        && found.signer().kind() == Kind.YES
                        && found.time().kind() == Kind.YES;
                harmless += allGood ? 1 : 0;
            }
            // Bytes that nothing depends on: the version numbers, and a root that is known anyway.
            assertThat(harmless).isLessThan(600);
        }

        @Test
        void without_roots_leaves_open_who_signed() {
            SignatureFinding found = check(sign(KEY, SERVER.address()), Trust.NONE, Instant.now());
            assertThat(found.integrity().kind()).isEqualTo(Kind.YES);
            assertThat(found.signer().kind()).isEqualTo(Kind.UNKNOWN);
            assertThat(found.time().kind()).isEqualTo(Kind.UNKNOWN);
        }

        @Test
        void of_a_stranger_is_not_vouched_for() {
            SignatureFinding found = check(sign(new TestAuthority("Belmora").signer(), SERVER.address()));
            assertThat(found.integrity().kind()).isEqualTo(Kind.YES);
            assertThat(found.signer()).isEqualTo(SignatureFinding.Answer.no("not-vouched-for"));
        }
    }

    @Nested
    class A_certificate {
        @Test
        void that_ran_out_afterwards_does_not_matter_when_the_time_is_vouched_for() {
            Instant later = Instant.now().plus(Duration.ofDays(800));
            assertThat(check(sign(KEY, SERVER.address()), trust(), later)
                            .signer()
                            .kind())
                    .isEqualTo(Kind.YES);
            assertThat(check(signWithoutTime(KEY), trust(), later).signer())
                    .isEqualTo(SignatureFinding.Answer.no("expired"));
        }

        @Test
        void that_had_run_out_vouches_for_nothing() {
            SigningKey old = BELMORA.signer(
                    Instant.now().minus(Duration.ofDays(60)), Instant.now().minus(DAY));
            // Its holder set the clock back to sign with it; the time-stamp authority did not.
            byte[] signature;
            try (TimestampAuthority timestamps = new TimestampAuthority(SERVER.address())) {
                Clock back = Clock.offset(Clock.systemUTC(), Duration.ofDays(-10));
                signature = new CadesSigner(old, Optional.of(timestamps), back).sign(CONTENT);
            }
            assertThat(check(signature).signer()).isEqualTo(SignatureFinding.Answer.no("expired"));
        }

        @Test
        void of_a_channel_vouches_for_no_evidence() {
            assertThat(check(sign(BELMORA.channel(), SERVER.address())).signer())
                    .isEqualTo(SignatureFinding.Answer.no("wrong-use"));
        }

        @Test
        void that_was_taken_back_before_vouches_for_nothing_and_afterwards_still_does() {
            byte[] signature = sign(KEY, SERVER.address());
            X509Certificate certificate = KEY.chain().getFirst();
            X509CRL before = BELMORA.revoked(certificate, Instant.now().minus(DAY));
            X509CRL after = BELMORA.revoked(certificate, Instant.now().plus(DAY));
            assertThat(check(signature, trust(before), Instant.now()).signer())
                    .isEqualTo(SignatureFinding.Answer.no("revoked"));
            assertThat(check(signature, trust(after), Instant.now()).signer().kind())
                    .isEqualTo(Kind.YES);
        }
    }

    @Nested
    class A_time_stamp {
        @Test
        void of_an_authority_that_nobody_trusts_is_no_time() {
            try (TestAuthority.Timestamps own = new TestAuthority("Own").timestamps(Instant::now)) {
                SignatureFinding found = check(sign(KEY, own.address()));
                assertThat(found.integrity().kind()).isEqualTo(Kind.YES);
                assertThat(found.time().kind()).isEqualTo(Kind.NO);
            }
        }

        @Test
        void by_a_certificate_for_other_purposes_is_no_time() {
            byte[] without = signWithoutTime(KEY);
            assertThat(check(without).time()).isEqualTo(SignatureFinding.Answer.absent("not-timestamped"));
        }

        @Test
        void that_cannot_be_had_stops_the_signature() {
            assertThatThrownBy(() -> sign(KEY, URI.create("http://127.0.0.1:9/")))
                    .isInstanceOfSatisfying(EvidenceRefused.class, refused -> {
                        assertThat(refused.fault()).isEqualTo(EvidenceFault.TIMESTAMP);
                        assertThat(refused.subject()).contains("127.0.0.1:9");
                    });
        }
    }

    @Nested
    class A_signing_key {
        @Test
        void is_read_from_a_store() throws Exception {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "seal", KEY.key(), "open".toCharArray(), KEY.chain().toArray(new X509Certificate[0]));
            var bytes = new java.io.ByteArrayOutputStream();
            store.store(bytes, "open".toCharArray());
            SigningKey read = SigningKey.ofStore(bytes.toByteArray(), "open".toCharArray(), "seal.p12");
            assertThat(check(signWithoutTime(read)).integrity().kind()).isEqualTo(Kind.YES);
            assertThat(read.toString()).contains("Belmora seal");
            for (String password : List.of("", "wrong")) {
                assertThatThrownBy(() -> SigningKey.ofStore(bytes.toByteArray(), password.toCharArray(), "seal.p12"))
                        .isInstanceOf(EvidenceRefused.class)
                        .hasMessage("signing-key: seal.p12");
            }
        }

        @Test
        void of_another_kind_is_refused() throws Exception {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            assertThatThrownBy(() -> new SigningKey(pair.getPrivate(), KEY.chain()))
                    .isInstanceOf(EvidenceRefused.class);
        }
    }
}
