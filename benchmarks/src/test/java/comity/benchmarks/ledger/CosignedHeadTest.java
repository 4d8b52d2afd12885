package comity.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CosignedHeadTest {
    private static final Instant NOW = Instant.parse("2027-01-10T03:00:00Z");

    private final LogKey log = LogKey.generate("node.xa.example/ledger");
    private final SignedCheckpoint signed = log.sign(new Checkpoint(log.origin(), 12, Hash.EMPTY_TREE));

    private NoteSignature line(String cosigner, byte type) {
        return CosignerKey.generate(cosigner, type).sign(signed, NOW);
    }

    private CosignedHead head(NoteSignature... lines) {
        return CosignedHead.read(Utf8.bytes(signed.with(List.of(lines)).text()));
    }

    @Test
    void is_signed_when_enough_others_have_signed_it() {
        CosignedHead head = head(Stream.of("node.xb.example/cosigner", "registry.example/cosigner")
                .map(name -> line(name, SignatureType.ED25519_COSIGNATURE))
                .toArray(NoteSignature[]::new));
        assertThat(head.isSignedBy(2, 12)).isTrue();
        assertThat(head.isSignedBy(2, 13)).as("a leaf that it does not cover").isFalse();
        assertThat(head.isSignedBy(3, 12)).as("more cosigners than there are").isFalse();
    }

    @Test
    void counts_a_cosigner_with_two_keys_once() {
        CosignedHead head = head(
                line("node.xb.example/cosigner", SignatureType.ED25519_COSIGNATURE),
                line("node.xb.example/cosigner", SignatureType.ML_DSA_44_COSIGNATURE));
        assertThat(head.isSignedBy(1, 12)).isTrue();
        assertThat(head.isSignedBy(2, 12)).isFalse();
    }

    @Test
    void does_not_count_the_log_itself() {
        assertThat(head().cosigners()).isEmpty();
    }

    @Test
    void refuses_what_is_not_a_checkpoint() {
        assertThatThrownBy(() -> CosignedHead.read(Utf8.bytes("<html>"))).isInstanceOf(NoteRefused.class);
    }
}
