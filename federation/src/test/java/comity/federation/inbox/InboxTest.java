package comity.federation.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.Revocation;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.SealKey;
import comity.federation.Forger;
import comity.federation.Handling;
import comity.federation.House;
import comity.federation.LetterLine;
import comity.federation.PeerIdentity;
import comity.federation.Problem;
import comity.federation.QuarantinedEnvelope;
import comity.federation.Receipt;
import comity.federation.courier.CourierSettings;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.ReceiptDocument;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.ledger.journal.LeafRecord;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import comity.ledger.tree.InclusionProof;
import comity.testkit.HandClock;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;

class InboxTest {
    private final HandClock clock = HandClock.at(Clock.systemUTC().instant());
    private List<House> houses = List.of();
    private House arvenia;
    private House belmora;

    @BeforeEach
    void build() {
        houses = House.of(clock, "XA", "XB");
        arvenia = houses.get(0);
        belmora = houses.get(1);
    }

    @AfterEach
    void close() {
        houses.forEach(House::close);
    }

    private Inbox.Reply bring(byte[] envelope) {
        return belmora.inbox.receive(arvenia.identity(), envelope);
    }

    private Forger letter(String thread, int number) {
        return Forger.of(arvenia, belmora, thread, number);
    }

    private static ReceiptDocument receipt(Inbox.Reply reply) throws Exception {
        assertThat(Utf8.text(reply.body())).doesNotContain("urn:comity:problem");
        assertThat(reply.status()).isEqualTo(200);
        SignedReader.Signed signed = new SignedReader().read(reply.body(), Seal.RECEIPT);
        signed.requireSignature();
        return ReceiptDocument.read(signed.payload());
    }

    /// The problem is named, a copy is kept for inspection, and nothing else has changed.
    private void assertRefused(Problem problem, Inbox.Reply reply) {
        assertThat(ProblemDocument.code(reply.body())).contains(problem.code());
        assertThat(reply.status()).isEqualTo(problem.status());
        assertThat(reply.contentType()).isEqualTo("application/problem+json");
        assertNothingReceived();
        assertThat(quarantined()).extracting(QuarantinedEnvelope::code).containsExactly(problem.code());
    }

    private void assertNothingReceived() {
        assertThat(belmora.came).isEmpty();
        assertThat(belmora.database.reader().number("select count(*) from federation.letter_in"))
                .isZero();
        assertThat(belmora.database.reader().number("select count(*) from federation.signed"))
                .isZero();
        assertThat(belmora.journal.latest().checkpoint().size()).isZero();
    }

    private Entry revoking(Revocation revocation) {
        NodeAddress node = arvenia.entry().node().orElseThrow();
        return arvenia.entry().withNode(node.revoking(List.of(revocation)));
    }

    private List<QuarantinedEnvelope> quarantined() {
        return belmora.transactions().read(tx -> belmora.letters.quarantined(tx, 100));
    }

    @Nested
    class A_good_letter {
        @Test
        void is_handed_over_and_receipted_with_its_place_under_a_checkpoint() throws Exception {
            Forger letter = letter("T-1", 1);
            ReceiptDocument receipt = receipt(bring(letter.sign()));
            assertThat(belmora.texts()).containsExactly("a note");
            ReceiptDocument.Outcome outcome = receipt.letters().getFirst();
            assertThat(outcome.event()).isEqualTo(Receipt.Event.RELAY_ACCEPTED);
            assertThat(outcome.place()).isEqualTo(belmora.came.getFirst().place());
            VerifierKey key =
                    VerifierKey.parse(belmora.entry().node().orElseThrow().ledgerKey());
            SignedCheckpoint checkpoint = SignedCheckpoint.open(receipt.checkpoint(), key);
            assertThat(new InclusionProof(
                                    outcome.place().index(),
                                    checkpoint.checkpoint().size(),
                                    outcome.path())
                            .proves(
                                    outcome.place().entry(),
                                    checkpoint.checkpoint().root()))
                    .isTrue();
        }

        @Test
        void is_committed_to_in_the_same_words_on_both_sides() throws Exception {
            UUID id = arvenia.write(belmora, "T-1", "a note");
            byte[] written = arvenia.transactions()
                    .read(tx -> arvenia.journal.leavesOf(tx, id))
                    .getFirst()
                    .opening()
                    .orElseThrow()
                    .event();
            receipt(bring(letter("T-1", 1)
                    .withLetter(json -> json.put("id", id.toString()))
                    .sign()));
            LeafRecord received = belmora.transactions()
                    .read(tx -> belmora.journal.leavesOf(tx, id))
                    .getFirst();
            assertThat(received.label()).isEqualTo("letter.in");
            assertThat(received.opening().orElseThrow().event()).isEqualTo(written);
        }

        @Test
        void is_shown_with_what_was_answered() {
            bring(letter("T-1", 1).sign());
            LetterLine line = belmora.transactions()
                    .read(tx -> belmora.letters.ofThread(tx, "T-1"))
                    .getFirst();
            assertThat(line.direction()).isEqualTo(LetterLine.Direction.IN);
            assertThat(line.peer()).isEqualTo(arvenia.state);
            assertThat(line.latest().orElseThrow().event()).isEqualTo(Receipt.Event.RELAY_ACCEPTED);
            assertThat(line.digest()).isEqualTo(belmora.came.getFirst().digest());
        }

        @Test
        void may_carry_members_that_a_newer_node_has_added() throws Exception {
            byte[] envelope = letter("T-1", 1)
                    .with(json -> json.put("colour", "blue"))
                    .withLetter(json -> json.put("weight", 3))
                    .sign();
            assertThat(receipt(bring(envelope)).letters()).hasSize(1);
        }

        @Test
        void may_share_its_signature_with_others() throws Exception {
            Forger letters = letter("T-1", 1);
            ArrayNode array = (ArrayNode) letters.envelope.path("letters");
            String key = belmora.keys.encryption().publicJwk();
            array.add(Forger.letter(clock.instant(), "T-1", 2, "second", key));
            array.add(Forger.letter(clock.instant(), "T-2", 1, "other thread", key));
            ReceiptDocument receipt = receipt(bring(letters.sign()));
            assertThat(belmora.texts()).containsExactly("a note", "second", "other thread");
            assertThat(receipt.letters())
                    .extracting(outcome -> outcome.place().index())
                    .containsExactly(0L, 1L, 2L);
        }
    }

    @Nested
    class A_letter_that_comes_again {
        @Test
        void is_answered_with_the_first_receipt_byte_for_byte() {
            byte[] envelope = letter("T-1", 1).sign();
            byte[] first = bring(envelope).body();
            clock.advance(Duration.ofHours(5));
            assertThat(bring(envelope).body()).isEqualTo(first);
            assertThat(belmora.came).hasSize(1);
            assertThat(belmora.journal.latest().checkpoint().size()).isEqualTo(1);
        }

        @Test
        void is_received_once_when_it_comes_many_times_at_the_same_moment() throws Exception {
            byte[] envelope = letter("T-1", 1).sign();
            List<Callable<Inbox.Reply>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> bring(envelope));
            }
            List<byte[]> receipts = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Inbox.Reply> reply : threads.invokeAll(calls)) {
                    receipts.add(reply.get().body());
                }
            }
            assertThat(receipts).allSatisfy(receipt -> assertThat(receipt).isEqualTo(receipts.getFirst()));
            assertThat(belmora.came).hasSize(1);
            assertThat(belmora.journal.latest().checkpoint().size()).isEqualTo(1);
        }

        @Test
        void is_known_in_a_new_envelope_too() throws Exception {
            Forger letter = letter("T-1", 1);
            ReceiptDocument first = receipt(bring(letter.sign()));
            clock.advance(Duration.ofMinutes(1));
            Forger again = letter("T-1", 1);
            again.firstLetter().put("id", letter.firstLetter().path("id").stringValue());
            again.envelope
                    .withArray("letters")
                    .add(Forger.letter(
                            clock.instant(),
                            "T-1",
                            2,
                            "second",
                            belmora.keys.encryption().publicJwk()));
            ReceiptDocument second = receipt(bring(again.sign()));
            assertThat(second.letters().getFirst().place())
                    .isEqualTo(first.letters().getFirst().place());
            assertThat(second.letters().getFirst().receivedAt())
                    .isEqualTo(first.letters().getFirst().receivedAt());
            assertThat(second.letters()).hasSize(2);
            assertThat(belmora.texts()).containsExactly("a note", "second");
        }

        @Test
        void with_another_content_is_refused() {
            Forger letter = letter("T-1", 1);
            bring(letter.sign());
            Forger other = letter("T-1", 1);
            other.envelope.withArray("letters").removeAll();
            other.envelope
                    .withArray("letters")
                    .add(Forger.letter(
                                    clock.instant(),
                                    "T-1",
                                    1,
                                    "changed",
                                    belmora.keys.encryption().publicJwk())
                            .put("id", letter.firstLetter().path("id").stringValue()));
            Inbox.Reply reply = bring(other.sign());
            assertThat(ProblemDocument.code(reply.body())).contains("letter-id-reused");
            assertThat(belmora.texts()).containsExactly("a note");
        }
    }

    @Nested
    class A_letter_before_its_turn {
        @Test
        void is_put_off_until_the_one_before_has_come() throws Exception {
            byte[] second = letter("T-1", 2).sign();
            Inbox.Reply early = bring(second);
            assertThat(early.status()).isEqualTo(409);
            assertThat(ProblemDocument.code(early.body())).contains("out-of-order");
            assertThat(early.headers()).containsKey("Retry-After");
            assertNothingReceived();
            assertThat(quarantined()).isEmpty();
            receipt(bring(letter("T-1", 1).sign()));
            receipt(bring(second));
            assertThat(belmora.came).extracting(letter -> letter.threadNumber()).containsExactly(1, 2);
        }

        @Test
        void does_not_hold_up_another_thread() throws Exception {
            bring(letter("T-1", 2).sign());
            receipt(bring(letter("T-2", 1).sign()));
            assertThat(belmora.came).hasSize(1);
        }

        @Test
        void cannot_take_the_place_of_one_that_came() {
            bring(letter("T-1", 1).sign());
            Inbox.Reply reply = bring(letter("T-1", 1).sign());
            assertThat(ProblemDocument.code(reply.body())).contains("out-of-order");
            assertThat(belmora.came).hasSize(1);
        }
    }

    @Nested
    class An_envelope_is_refused {
        @Test
        void when_its_signature_does_not_fit() {
            byte[] envelope = letter("T-1", 1).sign();
            int last = envelope.length - 10;
            envelope[last] = (byte) (envelope[last] == 'A' ? 'B' : 'A');
            assertRefused(Problem.FORGED, bring(envelope));
        }

        @Test
        void when_its_text_was_changed_after_signing() {
            String[] parts = Utf8.text(letter("T-1", 1).sign()).split("\\.");
            String[] others = Utf8.text(letter("T-2", 1).sign()).split("\\.");
            assertRefused(Problem.FORGED, bring(Utf8.bytes(parts[0] + "." + others[1] + "." + parts[2])));
        }

        @Test
        void when_its_seal_is_not_under_the_root_of_the_State() {
            SealKey impostor =
                    KeyCeremony.hold(arvenia.state, List.of(), clock.instant()).seal();
            Forger forged =
                    new Forger(impostor, "XA", "XB", belmora.keys.encryption().publicJwk(), clock.instant(), "T-1", 1);
            assertRefused(Problem.CERTIFICATE_UNTRUSTED, bring(forged.sign()));
        }

        @Test
        void when_it_is_signed_with_the_key_for_connections() {
            SealKey channel = new SealKey(
                    arvenia.keys.channel().key(), arvenia.keys.channel().chain());
            Forger forged =
                    new Forger(channel, "XA", "XB", belmora.keys.encryption().publicJwk(), clock.instant(), "T-1", 1);
            assertRefused(Problem.CERTIFICATE_WRONG_USE, bring(forged.sign()));
        }

        @Test
        void when_it_is_over() {
            byte[] envelope = letter("T-1", 1).sign();
            clock.advance(Duration.ofDays(31));
            assertRefused(Problem.EXPIRED, bring(envelope));
        }

        @Test
        void when_it_comes_from_the_future() {
            clock.advance(Duration.ofMinutes(3));
            byte[] envelope = letter("T-1", 1).sign();
            clock.advance(Duration.ofMinutes(-3));
            assertRefused(Problem.FROM_THE_FUTURE, bring(envelope));
        }

        @Test
        void when_it_wants_to_be_taken_for_too_long() {
            byte[] envelope = letter("T-1", 1)
                    .with(json -> json.put(
                            "expiresAt",
                            clock.instant().plus(Duration.ofDays(91)).toString()))
                    .sign();
            assertRefused(Problem.TERM_TOO_LONG, bring(envelope));
        }

        @Test
        void when_it_is_written_to_another_State() {
            assertRefused(
                    Problem.WRONG_ADDRESSEE,
                    bring(letter("T-1", 1).with(json -> json.put("to", "XC")).sign()));
        }

        @Test
        void when_another_State_brings_it() {
            byte[] written = Forger.of(belmora, belmora, "T-1", 1).sign();
            assertRefused(Problem.PEER_MISMATCH, bring(written));
        }

        @Test
        void when_the_directory_does_not_know_the_State() {
            KeyCeremony.NodeKeys stranger = KeyCeremony.hold(new StateCode("XZ"), List.of(), clock.instant());
            PeerIdentity peer = new PeerIdentity(stranger.channel().chain());
            Forger letter = new Forger(
                    stranger.seal(), "XZ", "XB", belmora.keys.encryption().publicJwk(), clock.instant(), "T-1", 1);
            assertRefused(Problem.UNKNOWN_PEER, belmora.inbox.receive(peer, letter.sign()));
        }

        @Test
        void when_the_connection_is_not_under_the_root_of_the_State_it_names() {
            KeyCeremony.NodeKeys impostor = KeyCeremony.hold(arvenia.state, List.of(), clock.instant());
            PeerIdentity peer = new PeerIdentity(impostor.channel().chain());
            assertRefused(
                    Problem.CERTIFICATE_UNTRUSTED,
                    belmora.inbox.receive(peer, letter("T-1", 1).sign()));
        }

        @Test
        void when_the_certificates_have_ended() {
            clock.advance(Duration.ofDays(800));
            assertRefused(
                    Problem.CERTIFICATE_OUT_OF_TIME, bring(letter("T-1", 1).sign()));
        }

        @Test
        void when_its_seal_is_revoked() {
            X509Certificate seal = arvenia.keys.seal().certificate();
            belmora.goBy(belmora.entry(), revoking(Revocation.of(seal, clock.instant())));
            assertRefused(Problem.CERTIFICATE_REVOKED, bring(letter("T-1", 1).sign()));
        }

        @Test
        void when_the_key_of_the_connection_is_revoked() {
            X509Certificate channel = arvenia.keys.channel().chain().getFirst();
            belmora.goBy(belmora.entry(), revoking(Revocation.ofKey(channel, clock.instant())));
            assertRefused(Problem.CERTIFICATE_REVOKED, bring(letter("T-1", 1).sign()));
        }

        @Test
        void when_its_header_wants_to_write_a_line_of_our_log() {
            Inbox.Reply reply = bring(letter("T-1", 1)
                    .header("alg", "none\n2027 INFO all is well\0")
                    .sign());
            assertRefused(Problem.UNSUPPORTED_SIGNATURE, reply);
            assertThat(quarantined().getFirst().detail()).isEqualTo("\"alg\" is none?2027 INFO all is well?");
        }

        @Test
        void when_its_certificate_is_made_to_fill_a_memory() {
            assertRefused(
                    Problem.UNSUPPORTED_SIGNATURE,
                    bring(letter("T-1", 1)
                            .header("x5c", List.of("A".repeat(500_000)))
                            .sign()));
        }

        @Test
        void when_it_is_too_large() {
            assertRefused(Problem.TOO_LARGE, bring(new byte[Inbox.LARGEST + 1]));
            QuarantinedEnvelope kept = quarantined().getFirst();
            assertThat(kept.size()).isEqualTo(Inbox.LARGEST + 1);
            byte[] bytes = belmora.transactions()
                    .read(tx -> belmora.letters.quarantinedBytes(tx, kept.id()))
                    .orElseThrow();
            assertThat(bytes).hasSize(64 * 1024);
        }

        @Test
        void when_it_is_no_envelope_at_all() {
            assertRefused(Problem.MALFORMED, bring(Utf8.bytes("good evening")));
        }

        @Test
        void when_its_version_is_unknown() {
            assertRefused(
                    Problem.UNKNOWN_VERSION,
                    bring(letter("T-1", 1).with(json -> json.put("v", 2)).sign()));
        }

        @Test
        void when_its_header_asks_for_something_unknown() {
            byte[] envelope = letter("T-1", 1)
                    .header("crit", List.of("sigT"))
                    .header("sigT", "2026-01-01T00:00:00Z")
                    .sign();
            assertRefused(Problem.UNKNOWN_CRITICAL_HEADER, bring(envelope));
        }

        @Test
        void when_it_is_another_kind_of_document() {
            byte[] envelope =
                    letter("T-1", 1).header("typ", "comity-receipt+jws").sign();
            assertRefused(Problem.UNKNOWN_TYPE, bring(envelope));
        }

        @Test
        void when_it_is_not_signed_at_all() {
            byte[] envelope = letter("T-1", 1).header("alg", "none").sign();
            assertThat(ProblemDocument.code(bring(envelope).body()))
                    .isPresent()
                    .get()
                    .isIn("malformed", "unsupported-signature");
            assertNothingReceived();
        }

        @Test
        void when_too_many_letters_share_it() {
            Forger letters = letter("T-1", 1);
            String body = letters.firstLetter().path("body").stringValue();
            for (int number = 2; number <= 129; number++) {
                letters.envelope
                        .withArray("letters")
                        .addObject()
                        .put("id", UUID.randomUUID().toString())
                        .put("kind", House.KIND)
                        .put("version", 1)
                        .put("thread", "T-1")
                        .put("threadNumber", number)
                        .put("body", body);
            }
            assertRefused(Problem.TOO_MANY_LETTERS, bring(letters.sign()));
        }

        @Test
        void and_counted_when_the_same_bytes_come_again() {
            byte[] envelope = letter("T-1", 1).with(json -> json.put("v", 2)).sign();
            bring(envelope);
            bring(envelope);
            assertThat(quarantined())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.seen()).isEqualTo(2));
        }

        @Test
        void and_pushes_out_only_the_oldest_of_the_same_peer() {
            Inbox.Reply stranger = belmora.inbox.receive(new PeerIdentity(List.of()), Utf8.bytes("stranger"));
            assertThat(stranger.status()).isEqualTo(403);
            for (int i = 0; i < 300; i++) {
                clock.advance(Duration.ofSeconds(1));
                bring(Utf8.bytes("rubbish " + i));
            }
            assertThat(belmora.database.reader().number("select count(*) from federation.quarantine where peer = 'XA'"))
                    .isEqualTo(256);
            assertThat(belmora.database.reader().number("select count(*) from federation.quarantine where peer = '?'"))
                    .isEqualTo(1);
        }
    }

    @Nested
    class A_letter_from_before_a_revocation {
        @Test
        void stays_what_it_was_and_its_certificate_can_be_shown_to_have_been_good_when_it_came() throws Exception {
            bring(letter("T-1", 1).sign());
            Instant came = clock.instant();
            clock.advance(Duration.ofHours(1));
            X509Certificate seal = arvenia.keys.seal().certificate();
            belmora.goBy(belmora.entry(), revoking(Revocation.of(seal, clock.instant())));
            byte[] kept = Utf8.bytes(belmora.database
                    .reader()
                    .text("select convert_from(bytes, 'UTF8') from federation.signed where kind = 'envelope'"));
            SignedReader.Signed signed = new SignedReader().read(kept, Seal.LETTERS);
            signed.requireSignature();
            assertThat(belmora.certificates.check(arvenia.state, signed.chain(), came, Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.TRUSTED);
            assertThat(belmora.certificates.check(
                            arvenia.state, signed.chain(), clock.instant(), Certificates.Use.SEAL))
                    .isEqualTo(Certificates.Verdict.REVOKED);
            assertThat(belmora.texts()).containsExactly("a note");
        }
    }

    @Nested
    class Clocks_that_differ {
        @Test
        void by_two_minutes_do_no_harm() throws Exception {
            clock.advance(Duration.ofSeconds(119));
            byte[] envelope = letter("T-1", 1).sign();
            clock.advance(Duration.ofSeconds(-119));
            assertThat(receipt(bring(envelope)).letters()).hasSize(1);
        }
    }

    @Nested
    class A_letter_that_cannot_be_taken {
        private void assertRejected(String code, Inbox.Reply reply) throws Exception {
            ReceiptDocument.Outcome outcome = receipt(reply).letters().getFirst();
            assertThat(outcome.event()).isEqualTo(Receipt.Event.RELAY_REJECTED);
            assertThat(outcome.code()).contains(code);
            assertThat(belmora.came).isEmpty();
            LeafRecord leaf = belmora.transactions()
                    .read(tx -> belmora.journal.leaf(tx, outcome.place().index()))
                    .orElseThrow();
            assertThat(leaf.label()).isEqualTo("letter.rejected");
        }

        @Test
        void because_nobody_knows_its_kind_is_rejected_with_a_signature() throws Exception {
            byte[] envelope = letter("T-1", 1)
                    .withLetter(json -> json.put("kind", "extradition.request"))
                    .sign();
            assertRejected("unknown-kind", bring(envelope));
        }

        @Test
        void because_it_is_newer_than_this_node_is_rejected_with_a_signature() throws Exception {
            byte[] envelope =
                    letter("T-1", 1).withLetter(json -> json.put("version", 2)).sign();
            assertRejected("unknown-kind-version", bring(envelope));
        }

        @Test
        void because_it_was_encrypted_to_somebody_else_is_rejected_with_a_signature() throws Exception {
            Forger forger = new Forger(
                    arvenia.keys.seal(), "XA", "XB", arvenia.keys.encryption().publicJwk(), clock.instant(), "T-1", 1);
            byte[] envelope = forger.sign();
            assertRejected("body-unreadable", bring(envelope));
            assertThat(bring(envelope).status()).isEqualTo(200);
        }

        @Test
        void because_an_area_refuses_it_leaves_nothing_of_what_the_area_wrote() throws Exception {
            belmora.judge = _ -> Handling.refused("not-competent", "ask somebody else");
            assertRejected("not-competent", bring(letter("T-1", 1).sign()));
            assertThat(belmora.journal.latest().checkpoint().size()).isEqualTo(1);
        }

        @Test
        void because_an_area_breaks_over_it_is_rejected_and_its_thread_goes_on() throws Exception {
            belmora.judge = _ -> {
                throw new IllegalStateException("a fault of ours");
            };
            assertRejected("not-processed", bring(letter("T-1", 1).sign()));
            belmora.judge = _ -> Handling.accepted();
            receipt(bring(letter("T-1", 2).sign()));
            assertThat(belmora.came).hasSize(1);
        }

        @Test
        void because_an_area_refuses_it_may_not_be_one_of_many() {
            belmora.judge = letter ->
                    Utf8.text(letter.body()).equals("good") ? Handling.accepted() : Handling.refused("wrong-state", "");
            Forger many = letter("T-1", 1);
            for (int i = 0; i < 20; i++) {
                many.envelope
                        .withArray("letters")
                        .add(Forger.letter(
                                clock.instant(),
                                "T-" + (i + 2),
                                1,
                                i % 2 == 0 ? "good" : "bad",
                                belmora.keys.encryption().publicJwk()));
            }
            assertRefused(Problem.TOO_MANY_LETTERS, bring(many.sign()));
        }

        @Test
        void does_not_spoil_the_others_in_its_envelope() throws Exception {
            belmora.judge = letter -> letter.thread().equals("T-1") ? Handling.refused("no", "") : Handling.accepted();
            Forger letters = letter("T-1", 1);
            letters.envelope
                    .withArray("letters")
                    .add(Forger.letter(
                            clock.instant(),
                            "T-2",
                            1,
                            "good",
                            belmora.keys.encryption().publicJwk()));
            ReceiptDocument receipt = receipt(bring(letters.sign()));
            assertThat(receipt.letters())
                    .extracting(ReceiptDocument.Outcome::event)
                    .containsExactly(Receipt.Event.RELAY_REJECTED, Receipt.Event.RELAY_ACCEPTED);
            assertThat(belmora.texts()).containsExactly("good");
        }
    }

    @Nested
    class A_peer_that_calls_too_often {
        @Test
        void is_asked_to_wait_while_others_are_heard() throws Exception {
            houses.forEach(House::close);
            houses = House.of(clock, CourierSettings.USUAL, new InboxSettings(1, 2), "XA", "XB", "XC");
            arvenia = houses.get(0);
            belmora = houses.get(1);
            House corvan = houses.get(2);
            receipt(bring(letter("T-1", 1).sign()));
            receipt(bring(letter("T-1", 2).sign()));
            byte[] third = letter("T-1", 3).sign();
            Inbox.Reply reply = bring(third);
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.headers()).containsEntry("Retry-After", "1");
            receipt(belmora.inbox.receive(
                    corvan.identity(), Forger.of(corvan, belmora, "T-1", 1).sign()));
            clock.advance(Duration.ofSeconds(1));
            receipt(bring(third));
            assertThat(belmora.came).hasSize(4);
        }
    }

    @Nested
    class When_the_database_is_away {
        @Test
        void nothing_is_receipted_and_the_letter_is_taken_later() throws Exception {
            byte[] envelope = letter("T-1", 1).sign();
            belmora.database.refuseConnections();
            belmora.database.cutConnections();
            Inbox.Reply reply = bring(envelope);
            assertThat(reply.status()).isEqualTo(503);
            belmora.database.allowConnections();
            assertNothingReceived();
            receipt(bring(envelope));
            assertThat(belmora.came).hasSize(1);
        }
    }
}
