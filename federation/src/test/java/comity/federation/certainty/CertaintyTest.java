package comity.federation.certainty;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.LedgerAddress;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.federation.Await;
import comity.federation.House;
import comity.federation.LetterLine;
import comity.federation.PublicFace;
import comity.federation.cosigning.CosignerPolicy;
import comity.federation.cosigning.Cosigners;
import comity.kernel.Utf8;
import comity.ledger.cosigning.WatchedCosigner;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.policy.Policy;
import comity.ledger.proof.ProofFile;
import comity.ledger.proof.ProofVerdict;
import comity.ledger.tiles.TileFolder;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Arvenia writes to Belmora; Cadmora and the registry sign Belmora's ledger, or do not.
class CertaintyTest {
    private final HandClock clock = HandClock.at("2027-03-14T02:41:00Z");

    @TempDir
    private Path folder;

    private House arvenia;
    private House belmora;
    private House cadmora;
    /// The registry's ledger and cosigner live in a house of their own; nobody writes letters to it.
    private House registry;
    private PublicFace ours;
    private PublicFace theirs;
    private PublicFace neutral;
    private PublicFace third;
    private Cosigners cosigners;
    private Certainty certainty;

    @BeforeEach
    void build() {
        List<House> houses = House.of(clock, "XA", "XB", "XC", "ZZ");
        arvenia = houses.get(0);
        belmora = houses.get(1);
        cadmora = houses.get(2);
        registry = houses.get(3);
        ours = arvenia.showFace();
        theirs = belmora.showFace();
        third = cadmora.showFace();
        neutral = registry.showFace();
        LedgerAddress ofRegistry =
                new LedgerAddress(neutral.web(), registry.logKey.verifier().text(), neutral.cosignerKeys());
        for (House house : houses) {
            house.directory.replace(
                    new ListVersion(2, clock.instant(), clock.instant(), ""),
                    Optional.of(ofRegistry),
                    List.of(arvenia.entry(), belmora.entry(), cadmora.entry()));
        }
        cosigners = new Cosigners(belmora.directory, belmora.journal, belmora.transactions(), clock);
        certainty = new Certainty(
                arvenia.directory,
                new CosignerPolicy(arvenia.directory, Optional.empty()),
                ours.memory,
                arvenia.transactions(),
                clock);
        theirs.show(folder);
        arvenia.startCourier();
    }

    @AfterEach
    void close() {
        cosigners.close();
        certainty.close();
        List.of(arvenia, belmora, cadmora, registry).forEach(House::close);
    }

    private UUID received(String text) {
        int before = arvenia.heard().size();
        UUID letter = arvenia.write(belmora, "T-1", text);
        Await.until("the receipt comes", () -> arvenia.heard().size() == before + 1);
        return letter;
    }

    private void publish() {
        belmora.journal.publish(folder);
    }

    private SignedCheckpoint publishSigned() {
        publish();
        try {
            SignedCheckpoint signed = cosigners.ask(belmora.journal.latest());
            belmora.journal.publish(new TileFolder(folder), signed);
            return signed;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private LedgerStanding.Word looked() {
        certainty.round();
        return certainty.standings().getFirst().word();
    }

    private boolean isCertain(UUID letter) {
        return arvenia.transactions().read(tx -> arvenia.letters.ofThread(tx, "T-1")).stream()
                .filter(line -> line.id().equals(letter))
                .map(LetterLine::certainSince)
                .findFirst()
                .orElseThrow()
                .isPresent();
    }

    @Nested
    class A_letter {
        @Test
        void is_received_for_certain_when_the_registry_and_a_State_have_signed() {
            UUID letter = received("please keep this");
            assertThat(certainty.awaited()).containsEntry(belmora.state, 1L);
            publishSigned();

            assertThat(looked()).isEqualTo(LedgerStanding.Word.GOOD);
            assertThat(isCertain(letter)).isTrue();
            assertThat(certainty.awaited()).isEmpty();
        }

        @Test
        void has_a_proof_then_that_whoever_has_the_policy_accepts() {
            UUID letter = received("please keep this");
            publishSigned();
            certainty.round();

            ProofFile proof = arvenia.transactions()
                    .read(tx -> arvenia.letters.proof(tx, letter))
                    .orElseThrow();
            Policy policy = new CosignerPolicy(cadmora.directory, Optional.empty())
                    .of(belmora.entry().node().orElseThrow().ledger())
                    .orElseThrow();
            assertThat(proof.judge(belmora.came.getFirst().place().entry(), policy, clock.instant()))
                    .isInstanceOf(ProofVerdict.Proved.class);
            assertThat(proof.opening()).isEmpty();
        }

        @Test
        void is_not_certain_while_too_few_have_signed_and_is_when_they_have() {
            neutral.signs(false);
            UUID letter = received("please keep this");
            publishSigned();
            assertThat(looked()).isEqualTo(LedgerStanding.Word.TOO_FEW_COSIGNERS);
            assertThat(isCertain(letter)).isFalse();

            neutral.signs(true);
            clock.advance(Duration.ofMinutes(2));
            publishSigned();
            assertThat(looked()).isEqualTo(LedgerStanding.Word.GOOD);
            assertThat(isCertain(letter)).isTrue();
        }

        @Test
        void waits_while_the_files_are_behind_or_nobody_answers() {
            UUID letter = received("please keep this");
            assertThat(looked()).isEqualTo(LedgerStanding.Word.BEHIND);
            theirs.close();
            assertThat(looked()).isEqualTo(LedgerStanding.Word.SILENT);
            assertThat(isCertain(letter)).isFalse();
        }

        @Test
        void goes_by_the_policy_that_the_State_has_chosen() {
            UUID letter = received("please keep this");
            publish();
            try (Certainty trusting = new Certainty(
                    arvenia.directory,
                    new CosignerPolicy(arvenia.directory, Optional.of(Policy.parse(Utf8.bytes("quorum none\n")))),
                    theirs.memory,
                    arvenia.transactions(),
                    clock)) {
                trusting.round();
            }
            assertThat(isCertain(letter)).isTrue();
        }

        @Test
        void is_never_certain_where_the_directory_names_too_few_who_could_sign() {
            UUID letter = received("please keep this");
            publishSigned();
            arvenia.goBy(belmora.entry());
            assertThat(looked()).isEqualTo(LedgerStanding.Word.NO_POLICY);
            assertThat(isCertain(letter)).isFalse();
        }
    }

    @Nested
    class A_ledger {
        @Test
        void with_two_histories_is_found_out_and_the_evidence_is_kept() {
            UUID letter = received("please keep this");
            received("and this");
            // The same key, another history, as long and signed by everybody who has not seen the first.
            try (TestDatabase other = TestDatabase.with("ledger")) {
                Journal second = new Journal(other.transactions(), belmora.logKey, clock);
                for (int leaf = 0; leaf < 8; leaf++) {
                    byte[] event = Utf8.bytes("nothing " + leaf);
                    other.transactions().write(tx -> second.append(tx, "letter.in", UUID.randomUUID(), event));
                }
                second.publish(folder);
            }
            assertThat(looked()).isEqualTo(LedgerStanding.Word.FORKED);
            assertThat(isCertain(letter)).isFalse();
            assertThat(ours.memory.forks()).hasSize(1);
        }

        @Test
        void whose_key_the_directory_has_wrong_holds_up_nobody_else() {
            UUID letter = received("please keep this");
            arvenia.write(cadmora, "T-2", "to another State");
            Await.until("both receipts come", () -> arvenia.heard().size() == 2);
            NodeAddress spoiled = belmora.entry().node().orElseThrow();
            NodeAddress wrong = new NodeAddress(
                            spoiled.letters(),
                            spoiled.web(),
                            spoiled.ledgerOrigin(),
                            "no key at all",
                            spoiled.rootCertificate(),
                            spoiled.encryptionKey())
                    .cosigning(List.of("no key either"));
            arvenia.goBy(belmora.entry().withNode(wrong), cadmora.entry());
            certainty.round();
            assertThat(certainty.standings())
                    .extracting(
                            standing -> standing.peer() + " " + standing.word().code())
                    .containsExactly("XB ledger-unusable", "XC ledger-behind");
            assertThat(isCertain(letter)).isFalse();
        }

        @Test
        void with_a_spoiled_tile_proves_nothing() throws IOException {
            UUID letter = received("please keep this");
            received("and this");
            publishSigned();
            Path tile = Files.list(folder.resolve("tile").resolve("0"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            Path file = Files.isDirectory(tile) ? Files.list(tile).findFirst().orElseThrow() : tile;
            byte[] bytes = Files.readAllBytes(file);
            bytes[0] ^= 1;
            Files.write(file, bytes);

            assertThat(looked()).isEqualTo(LedgerStanding.Word.UNUSABLE);
            assertThat(isCertain(letter)).isFalse();
        }

        @Test
        void under_another_key_than_the_directorys_proves_nothing() throws IOException {
            UUID letter = received("please keep this");
            publishSigned();
            SignedCheckpoint stolen = LogKey.generate(belmora.logKey.origin())
                    .sign(belmora.journal.latest().checkpoint());
            Files.writeString(folder.resolve("checkpoint"), stolen.text());

            assertThat(looked()).isEqualTo(LedgerStanding.Word.UNUSABLE);
            assertThat(isCertain(letter)).isFalse();
        }
    }

    @Nested
    class A_cosigner {
        private WatchedCosigner.Health health(String state) {
            return cosigners.standings().stream()
                    .filter(standing -> name(standing).equals(state))
                    .findFirst()
                    .orElseThrow()
                    .watched()
                    .health(belmora.journal.latest().checkpoint().size(), clock.instant(), Duration.ofMinutes(2));
        }

        private static String name(Cosigners.Standing standing) {
            return standing.state().map(Object::toString).orElse("registry");
        }

        @Test
        void is_named_with_its_State_and_how_far_it_has_signed() {
            received("please keep this");
            publishSigned();
            assertThat(cosigners.standings()).extracting(A_cosigner::name).containsExactly("registry", "XA", "XC");
            assertThat(cosigners.standings())
                    .allMatch(standing -> standing.watched().signedSize()
                            == belmora.journal.latest().checkpoint().size());
        }

        @Test
        void that_stops_is_seen_to_be_silent_and_costs_the_others_nothing() {
            neutral.signs(false);
            received("please keep this");
            SignedCheckpoint signed = publishSigned();
            assertThat(signed.text()).contains(cadmora.logKey.origin()).doesNotContain(registry.logKey.origin());
            clock.advance(Duration.ofMinutes(3));
            publishSigned();
            assertThat(health("registry")).isEqualTo(WatchedCosigner.Health.SILENT);
            assertThat(health("XC")).isEqualTo(WatchedCosigner.Health.GOOD);
        }

        @Test
        void that_has_seen_another_history_accuses_and_keeps_the_evidence() {
            received("please keep this");
            publishSigned();
            // Belmora forgets what it wrote, and writes something else under the same key.
            try (TestDatabase other = TestDatabase.with("ledger")) {
                Journal second = new Journal(other.transactions(), belmora.logKey, clock);
                while (second.latest().checkpoint().size()
                        < belmora.journal.latest().checkpoint().size()) {
                    other.transactions()
                            .write(tx -> second.append(tx, "letter.in", UUID.randomUUID(), Utf8.bytes("nothing")));
                }
                try (Cosigners asked = new Cosigners(belmora.directory, second, other.transactions(), clock)) {
                    asked.ask(second.latest());
                    assertThat(asked.standings())
                            .extracting(standing -> standing.watched()
                                    .health(
                                            second.latest().checkpoint().size(),
                                            clock.instant(),
                                            Duration.ofMinutes(2)))
                            .containsOnly(WatchedCosigner.Health.ACCUSES_US);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            assertThat(neutral.memory.forks()).hasSize(1);
            assertThat(third.memory.forks()).hasSize(1);
        }
    }
}
