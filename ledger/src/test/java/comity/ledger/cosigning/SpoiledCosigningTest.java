package comity.ledger.cosigning;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Vector;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.policy.Policy;
import comity.ledger.policy.PolicyRefused;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.Chance;
import comity.testkit.HandClock;
import comity.testkit.Mutation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Thousands of spoiled asks, answers, policies and forks: each is refused by name, or is what it was.
class SpoiledCosigningTest {
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final CosignerKey KEY =
            CosignerKey.generate("node.xb.example/cosigner", SignatureType.ED25519_COSIGNATURE);
    private static final HandClock CLOCK = HandClock.at("2027-03-18T02:00:00Z");

    private final MemoryTree tree = new MemoryTree();
    private final SignedCheckpoint five = grown(5);
    private final SignedCheckpoint eleven = grown(11);

    private SignedCheckpoint grown(int size) {
        while (tree.size() < size) {
            tree.append(new byte[] {(byte) tree.size()});
        }
        return LOG.sign(new Checkpoint(LOG.origin(), size, tree.root()));
    }

    @Nested
    class A_spoiled {
        @Test
        void ask_is_refused_by_name_and_never_takes_a_memory_astray() {
            byte[] good = Utf8.bytes(
                    CosigningAsk.of(eleven, new Proofs(tree).consistency(5, 11)).body());
            Chance.times(3000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                TransientMemory memory = new TransientMemory();
                Remembered before = new Remembered(five, CLOCK.instant());
                memory.advance(Optional.empty(), before);
                Cosigner cosigner = new Cosigner(List.of(KEY), _ -> List.of(LOG.verifier()), memory, CLOCK);

                CosignerAnswer answer = cosigner.answer(spoiled);

                assertThat(memory.latest(LOG.origin()).orElseThrow().checkpoint())
                        .isEqualTo(answer instanceof CosignerAnswer.Cosigned ? eleven : five);
                assertThat(memory.forks()).isEmpty();
                assertThat(answer.body()).endsWith("\n");
            });
        }

        @Test
        void reply_adds_nothing_that_the_cosigner_did_not_sign() {
            byte[] good = Utf8.bytes(KEY.sign(eleven, CLOCK.instant()).line());
            Chance.times(3000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                CosignerReply reply = CosignerReply.read(
                        200, CosignerAnswer.TEXT_TYPE, spoiled, eleven, List.of(KEY.verifier()), CLOCK.instant());
                if (reply instanceof CosignerReply.Given given) {
                    assertThat(given.lines()).containsExactly(KEY.sign(eleven, CLOCK.instant()));
                } else {
                    assertThat(reply).isInstanceOf(CosignerReply.Worthless.class);
                }
            });
        }

        @Test
        void policy_is_refused_by_name_or_means_one_thing() {
            byte[] good = Vector.named("policy", "groups-of-groups").body();
            Chance.times(1500, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                try {
                    Policy read = Policy.parse(spoiled);
                    assertThat(Policy.parse(Utf8.bytes(read.text()))).isEqualTo(read);
                } catch (PolicyRefused refused) {
                    assertThat(refused.fault()).isNotNull();
                    assertThat(refused.line()).isPositive();
                }
            });
        }

        @Test
        void fork_is_none_or_what_it_was() {
            Vector vector = Vector.named("fork", "grown");
            var keys = vector.texts("logKey").stream()
                    .map(comity.ledger.note.VerifierKey::parse)
                    .toList();
            Fork good = Fork.parse(vector.body(), _ -> keys).orElseThrow();
            Chance.times(3000, chance -> {
                byte[] spoiled = Mutation.of(vector.body(), chance);
                Fork.parse(spoiled, _ -> keys)
                        .ifPresent(read -> assertThat(read).isEqualTo(good));
            });
        }
    }
}
