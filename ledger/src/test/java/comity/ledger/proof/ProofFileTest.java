package comity.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.policy.Judgement;
import comity.ledger.policy.Policy;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProofFileTest {
    private static final Instant NOW = Instant.parse("2027-03-18T02:00:00Z");
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final CosignerKey COSIGNER =
            CosignerKey.generate("node.xb.example/cosigner", SignatureType.ML_DSA_44_COSIGNATURE);
    private static final Policy POLICY = new Policy(
            List.of(new Policy.Log(LOG.verifier(), Optional.empty())),
            List.of(new Policy.Cosigner("B", COSIGNER.verifier(), Optional.empty())),
            List.of(),
            "B");

    private final Opening opening = Opening.fresh(new SecureRandom(), Utf8.bytes("the letter of 02:14"));
    private final MemoryTree tree = new MemoryTree();
    private final SignedCheckpoint own = grown();
    private final SignedCheckpoint cosigned = own.with(List.of(COSIGNER.sign(own, NOW)));

    private SignedCheckpoint grown() {
        for (int i = 0; i < 300; i++) {
            tree.append(i == 123 ? opening.commitment() : Hash.ofContent(new byte[] {(byte) i}));
        }
        return LOG.sign(new Checkpoint(LOG.origin(), 300, tree.root()));
    }

    private ProofFile open(SignedCheckpoint checkpoint) {
        return ProofFile.open(opening, new Proofs(tree).inclusion(123, 300), checkpoint);
    }

    @Nested
    class An_open_proof {
        @Test
        void shows_the_event_the_place_and_who_signed() {
            ProofFile read = ProofFile.parse(Utf8.bytes(open(cosigned).text()));

            assertThat(read).isEqualTo(open(cosigned));
            assertThat(read.opening()).contains(opening);
            assertThat(read.judge(POLICY, NOW)).isInstanceOfSatisfying(ProofVerdict.Proved.class, proved -> {
                assertThat(proved.place().index()).isEqualTo(123);
                assertThat(proved.place().entry()).isEqualTo(opening.commitment());
                assertThat(proved.judgement().signed())
                        .extracting(Judgement.Word::name)
                        .containsExactly("B");
            });
        }

        @Test
        void without_the_cosigner_shows_the_place_and_what_is_missing() {
            assertThat(open(own).judge(POLICY, NOW))
                    .isInstanceOfSatisfying(
                            ProofVerdict.TooFewCosigners.class,
                            few -> assertThat(few.judgement().notSigned())
                                    .extracting(Judgement.Word::name)
                                    .containsExactly("B"));
        }

        @Test
        void is_made_for_the_tree_of_its_checkpoint_only() {
            assertThatThrownBy(() -> ProofFile.closed(new Proofs(tree).inclusion(5, 200), own))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_closed_proof {
        private final ProofFile closed =
                ProofFile.parse(Utf8.bytes(open(cosigned).closed().text()));

        @Test
        void tells_a_stranger_nothing() {
            assertThat(closed.opening()).isEmpty();
            assertThat(closed.judge(POLICY, NOW)).isEqualTo(new ProofVerdict.NothingToProve());
            assertThat(closed.text()).doesNotContain("extra");
            assertThat(open(cosigned).toString()).doesNotContain("letter");
        }

        @Test
        void proves_the_commitment_that_the_reader_has() {
            assertThat(closed.judge(opening.commitment(), POLICY, NOW)).isInstanceOf(ProofVerdict.Proved.class);
            assertThat(closed.judge(Hash.EMPTY_TREE, POLICY, NOW)).isInstanceOf(ProofVerdict.OtherEntry.class);
        }
    }

    @Nested
    class A_spoiled_proof {
        @Test
        void is_refused_by_name_or_proves_what_it_did() {
            byte[] good = Utf8.bytes(open(cosigned).text());
            Chance.times(3000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                try {
                    ProofFile read = ProofFile.parse(spoiled);
                    assertThat(Utf8.bytes(read.text())).isEqualTo(spoiled);
                    if (read.judge(POLICY, NOW) instanceof ProofVerdict.Proved proved) {
                        assertThat(proved.place().entry()).isEqualTo(opening.commitment());
                        assertThat(read.opening()).contains(opening);
                    }
                } catch (ProofRefused refused) {
                    assertThat(refused.fault()).isNotNull();
                }
            });
        }
    }
}
