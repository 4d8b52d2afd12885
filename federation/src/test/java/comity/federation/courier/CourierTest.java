package comity.federation.courier;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.federation.Await;
import comity.federation.Handling;
import comity.federation.House;
import comity.federation.LetterLine;
import comity.federation.OutgoingLetter;
import comity.federation.QuarantinedEnvelope;
import comity.federation.Receipt;
import comity.federation.envelope.ProblemDocument;
import comity.federation.inbox.Inbox;
import comity.federation.inbox.InboxSettings;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.OutcomeUnknown;
import comity.kernel.transaction.Transaction;
import comity.ledger.journal.LeafRecord;
import comity.ledger.note.LogKey;
import comity.testkit.HandClock;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Two States joined by a real connection, with what goes wrong on it.
class CourierTest {
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

    private void awaitReceipts(int number) {
        Await.until(number + " receipts are heard", () -> arvenia.heard().size() >= number);
    }

    private long waiting() {
        return arvenia.database.reader().number("select count(*) from federation.waiting");
    }

    private List<LetterLine> written(String thread) {
        return arvenia.transactions().read(tx -> arvenia.letters.ofThread(tx, thread));
    }

    private List<String> labels(UUID letter) {
        return arvenia.transactions().read(tx -> arvenia.journal.leavesOf(tx, letter)).stream()
                .map(LeafRecord::label)
                .toList();
    }

    /// Both ledgers hold the same statements about letters, in the order of each thread.
    private void assertLedgersAgree() {
        assertThat(statements(belmora, "letter.in"))
                .containsExactlyInAnyOrderElementsOf(statements(arvenia, "letter.out"));
    }

    private static List<String> statements(House house, String label) {
        List<String> found = new ArrayList<>();
        long size = house.journal.latest().checkpoint().size();
        for (long index = 0; index < size; index++) {
            long at = index;
            LeafRecord leaf =
                    house.transactions().read(tx -> house.journal.leaf(tx, at)).orElseThrow();
            if (leaf.label().equals(label)) {
                found.add(Utf8.text(leaf.opening().orElseThrow().event()));
            }
        }
        return found;
    }

    @Nested
    class A_letter {
        @Test
        void arrives_and_its_receipt_comes_back() {
            arvenia.startCourier();
            UUID letter = arvenia.write(belmora, "T-1", "please keep this");
            awaitReceipts(1);
            Receipt receipt = arvenia.heard().getFirst();
            assertThat(belmora.texts()).containsExactly("please keep this");
            assertThat(receipt.letter()).isEqualTo(letter);
            assertThat(receipt.thread()).isEqualTo("T-1");
            assertThat(receipt.event()).isEqualTo(Receipt.Event.RELAY_ACCEPTED);
            assertThat(receipt.place()).contains(belmora.came.getFirst().place());
            assertThat(waiting()).isZero();
            assertLedgersAgree();
        }

        @Test
        void is_shown_with_its_places_in_both_ledgers_and_the_signed_receipt() {
            arvenia.startCourier();
            UUID letter = arvenia.write(belmora, "T-1", "please keep this");
            awaitReceipts(1);
            LetterLine line = written("T-1").getFirst();
            assertThat(line.id()).isEqualTo(letter);
            assertThat(line.theirPlace()).contains(belmora.came.getFirst().place());
            assertThat(line.digest()).isEqualTo(belmora.came.getFirst().digest());
            LetterLine.Evidence evidence = line.latest().orElseThrow();
            assertThat(evidence.signer()).isEqualTo(belmora.state);
            Optional<byte[]> document =
                    arvenia.transactions().read(tx -> arvenia.letters.document(tx, evidence.document()));
            assertThat(document).isPresent();
        }

        @Test
        void is_not_sent_when_its_transaction_is_undone() {
            arvenia.startCourier();
            try {
                arvenia.transactions().write(tx -> {
                    arvenia.outbox.put(tx, arvenia.note(belmora, "T-1", "never mind"));
                    throw new IllegalStateException("changed my mind");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("changed my mind");
            }
            arvenia.write(belmora, "T-1", "this one");
            awaitReceipts(1);
            assertThat(belmora.texts()).containsExactly("this one");
        }

        @Test
        void that_is_rejected_is_settled_with_the_other_States_signature() {
            belmora.judge = _ -> Handling.refused("not-competent", "ask somebody else");
            arvenia.startCourier();
            UUID letter = arvenia.write(belmora, "T-1", "please keep this");
            awaitReceipts(1);
            Receipt receipt = arvenia.heard().getFirst();
            assertThat(receipt.event()).isEqualTo(Receipt.Event.RELAY_REJECTED);
            assertThat(receipt.code()).contains("not-competent");
            assertThat(waiting()).isZero();
            assertThat(labels(letter)).containsExactly("letter.out", "letter.refused");
        }
    }

    @Nested
    class Many_letters {
        @Test
        void of_one_thread_arrive_in_the_order_they_were_put() {
            arvenia.startCourier();
            List<String> texts = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                texts.add("letter " + i);
                arvenia.write(belmora, "T-1", "letter " + i);
            }
            awaitReceipts(20);
            assertThat(belmora.texts()).containsExactlyElementsOf(texts);
            assertLedgersAgree();
        }

        @Test
        void of_which_many_cannot_be_taken_go_one_by_one() {
            CourierSettings usual = CourierSettings.USUAL;
            CourierSettings soonShared = new CourierSettings(
                    usual.inFlight(), 20, usual.term(), usual.end(), usual.firstPause(), usual.longestPause());
            houses.forEach(House::close);
            houses = House.of(clock, soonShared, InboxSettings.USUAL, "XA", "XB");
            arvenia = houses.get(0);
            belmora = houses.get(1);
            belmora.judge = letter -> Utf8.text(letter.body()).startsWith("good")
                    ? Handling.accepted()
                    : Handling.refused("wrong-state", "");
            arvenia.transactions().write(tx -> {
                for (int i = 0; i < 30; i++) {
                    String text = (i % 3 == 0 ? "bad " : "good ") + i;
                    arvenia.outbox.put(tx, arvenia.note(belmora, "T-" + i, text));
                }
                return tx;
            });
            arvenia.startCourier();
            awaitReceipts(30);
            assertThat(belmora.came).hasSize(20);
            assertThat(waiting()).isZero();
        }

        @Test
        void put_in_one_transaction_all_arrive() {
            arvenia.startCourier();
            arvenia.transactions().write(tx -> {
                for (int i = 0; i < 40; i++) {
                    arvenia.outbox.put(tx, arvenia.note(belmora, "T-" + i % 8, "letter " + i));
                }
                return tx;
            });
            awaitReceipts(40);
            assertThat(belmora.came).hasSize(40);
            assertLedgersAgree();
        }
    }

    @Nested
    class A_line_that_breaks {
        @Test
        void after_the_letter_was_taken_leads_to_the_same_receipt() {
            List<Inbox.Reply> replies = Collections.synchronizedList(new ArrayList<>());
            belmora.onTheWayBack(reply -> {
                replies.add(reply);
                return replies.size() <= 2 ? null : reply;
            });
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until("it was tried twice", () -> replies.size() >= 2);
            Await.until(
                    "the failure is written down",
                    () -> arvenia.database
                                    .reader()
                                    .rows(
                                            "select 1 from federation.waiting where last_problem <> '' and leased_until is null")
                                    .size()
                            == 1);
            clock.advance(Duration.ofMinutes(1));
            awaitReceipts(1);
            assertThat(belmora.came).hasSize(1);
            assertThat(replies.getLast().body()).isEqualTo(replies.getFirst().body());
            assertLedgersAgree();
        }

        @Test
        void before_anything_was_sent_changes_nothing_in_what_is_sent_later() {
            belmora.closePort();
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until(
                    "a failure is written down",
                    () -> arvenia.database
                                    .reader()
                                    .rows("select 1 from federation.waiting where last_problem <> ''")
                                    .size()
                            == 1);
            String sealed = arvenia.database
                    .reader()
                    .text("select encode(sha256(bytes), 'hex') from federation.signed where kind = 'envelope'");
            belmora.openPort();
            clock.advance(Duration.ofMinutes(1));
            awaitReceipts(1);
            assertThat(belmora.database
                            .reader()
                            .text("select encode(sha256(bytes), 'hex') from federation.signed where kind = 'envelope'"))
                    .isEqualTo(sealed);
        }
    }

    @Nested
    class A_node_that_dies {
        @Test
        void between_commit_and_sending_sends_after_its_next_start() {
            arvenia.write(belmora, "T-1", "written, then the power failed");
            arvenia.startCourier();
            awaitReceipts(1);
            assertThat(belmora.came).hasSize(1);
        }

        @Test
        void while_a_letter_is_on_its_way_sends_the_same_bytes_again() {
            AtomicInteger calls = new AtomicInteger();
            belmora.onTheWayBack(_ -> {
                calls.incrementAndGet();
                return null;
            });
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until("the letter is taken", () -> calls.get() >= 1);
            arvenia.stopCourier();
            arvenia.database
                    .reader()
                    .rows("update federation.waiting set leased_until = put_at + interval '2 minutes' returning 1");
            belmora.onTheWayBack(reply -> reply);
            clock.advance(Duration.ofSeconds(30));
            arvenia.startCourier();
            awaitReceipts(1);
            assertThat(belmora.came).hasSize(1);
            assertThat(arvenia.database
                            .reader()
                            .number("select count(*) from federation.signed where kind = 'envelope'"))
                    .isEqualTo(1);
            assertLedgersAgree();
        }

        @Test
        void on_the_other_side_gives_the_receipt_it_had_written() {
            List<byte[]> receipts = Collections.synchronizedList(new ArrayList<>());
            belmora.onTheWayBack(reply -> {
                receipts.add(reply.body());
                return null;
            });
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until("a receipt was written", () -> !receipts.isEmpty());
            belmora.inbox = belmora.inbox(InboxSettings.USUAL);
            belmora.onTheWayBack(reply -> {
                receipts.add(reply.body());
                return reply;
            });
            Await.until("the letter is settled", () -> {
                clock.advance(Duration.ofSeconds(10));
                return !arvenia.heard().isEmpty();
            });
            assertThat(receipts.getLast()).isEqualTo(receipts.getFirst());
            assertThat(belmora.came).hasSize(1);
        }
    }

    @Nested
    class Keys_that_are_replaced {
        private void assertSettledOnce() {
            Await.until("the letter is settled", () -> {
                clock.advance(Duration.ofSeconds(10));
                return waiting() == 0;
            });
            assertThat(arvenia.heard()).extracting(Receipt::event).containsExactly(Receipt.Event.RELAY_ACCEPTED);
            assertThat(belmora.texts()).containsExactly("please keep this");
            assertLedgersAgree();
        }

        private void loseTheReceipt() {
            AtomicInteger calls = new AtomicInteger();
            belmora.onTheWayBack(_ -> {
                calls.incrementAndGet();
                return null;
            });
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until("the letter is taken", () -> calls.get() >= 1);
            arvenia.stopCourier();
        }

        @Test
        void by_the_writer_seal_anew_what_was_on_its_way_and_it_is_received_once() {
            loseTheReceipt();
            arvenia.renewKeys(houses);
            belmora.onTheWayBack(reply -> reply);
            arvenia.startCourier();
            assertSettledOnce();
            assertThat(arvenia.database
                            .reader()
                            .number("select count(*) from federation.signed where kind = 'envelope'"))
                    .isEqualTo(2);
        }

        @Test
        void by_the_reader_give_a_receipt_under_the_new_seal() {
            loseTheReceipt();
            belmora.renewKeys(houses);
            belmora.onTheWayBack(reply -> reply);
            arvenia.startCourier();
            assertSettledOnce();
        }
    }

    @Nested
    class A_State_that_is_silent {
        @Test
        void for_a_week_gets_everything_afterwards_in_order_under_few_signatures() {
            belmora.closePort();
            arvenia.startCourier();
            arvenia.write(belmora, "T-0", "first");
            Await.until(
                    "the silence is noticed",
                    () -> arvenia.database
                                    .reader()
                                    .rows("select 1 from federation.waiting where last_problem <> ''")
                                    .size()
                            == 1);
            List<String> texts = new ArrayList<>();
            arvenia.transactions().write(tx -> {
                for (int i = 0; i < 600; i++) {
                    arvenia.outbox.put(tx, arvenia.note(belmora, "T-" + i % 7, "letter " + i));
                }
                return tx;
            });
            for (int day = 0; day < 7; day++) {
                clock.advance(Duration.ofDays(1));
            }
            Await.until(
                    "the silence is stated for every letter",
                    () -> arvenia.heard().size() == 601);
            assertThat(arvenia.heard())
                    .allSatisfy(receipt -> assertThat(receipt.event()).isEqualTo(Receipt.Event.RELAY_TIMED_OUT));
            arvenia.heard.clear();
            belmora.openPort();
            Await.until("everything is receipted", () -> {
                clock.advance(Duration.ofSeconds(1));
                return arvenia.heard().size() >= 601;
            });
            assertThat(belmora.came).hasSize(601);
            for (int thread = 0; thread < 7; thread++) {
                String name = "T-" + thread;
                texts.clear();
                belmora.came.stream()
                        .filter(letter -> letter.thread().equals(name))
                        .forEach(letter -> texts.add(Utf8.text(letter.body())));
                assertThat(texts).containsExactlyElementsOf(expected(thread));
            }
            long envelopes =
                    belmora.database.reader().number("select count(*) from federation.signed where kind = 'envelope'");
            assertThat(envelopes).isLessThan(400);
            assertThat(waiting()).isZero();
            assertLedgersAgree();
        }

        private List<String> expected(int thread) {
            List<String> texts = new ArrayList<>();
            if (thread == 0) {
                texts.add("first");
            }
            for (int i = thread; i < 600; i += 7) {
                texts.add("letter " + i);
            }
            return texts;
        }

        @Test
        void leaves_signed_negative_evidence_and_the_letter_still_arrives() {
            belmora.closePort();
            arvenia.startCourier();
            UUID letter = arvenia.write(belmora, "T-1", "please keep this");
            clock.advance(Duration.ofMinutes(16));
            awaitReceipts(1);
            Receipt silence = arvenia.heard().getFirst();
            assertThat(silence.event()).isEqualTo(Receipt.Event.RELAY_TIMED_OUT);
            assertThat(silence.letter()).isEqualTo(letter);
            belmora.openPort();
            // The clock runs so fast here that a lease may end while a call is on its way: then the letter goes twice.
            Await.until("the letter arrives after all", () -> {
                clock.advance(Duration.ofSeconds(10));
                return arvenia.heard().stream().anyMatch(receipt -> receipt.event() == Receipt.Event.RELAY_ACCEPTED);
            });
            assertThat(written("T-1").getFirst().evidence())
                    .extracting(LetterLine.Evidence::event)
                    .containsExactly(Receipt.Event.RELAY_TIMED_OUT, Receipt.Event.RELAY_ACCEPTED);
            assertThat(labels(letter)).containsExactly("letter.out", "letter.timed-out");
        }

        @Test
        void until_a_letter_ends_has_it_and_those_behind_it_given_up() {
            belmora.closePort();
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "first");
            clock.advance(Duration.ofDays(20));
            arvenia.write(belmora, "T-1", "second");
            arvenia.write(belmora, "T-2", "on its own");
            clock.advance(Duration.ofDays(11));
            Await.until(
                    "two letters are given up",
                    () -> arvenia.heard().stream()
                                    .filter(receipt -> receipt.event() == Receipt.Event.RELAY_FAILED)
                                    .count()
                            == 2);
            Map<StateCode, Integer> left = arvenia.transactions().read(tx -> arvenia.letters.waiting(tx));
            assertThat(left).isEqualTo(Map.of(belmora.state, 1));
            belmora.openPort();
            Await.until("the other thread arrives", () -> {
                clock.advance(Duration.ofSeconds(10));
                return !belmora.texts().isEmpty();
            });
            assertThat(belmora.texts()).containsExactly("on its own");
        }
    }

    @Nested
    class An_answer {
        private void assertNotBelieved(String problem) {
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until(
                    "the answer is noticed",
                    () -> arvenia.database
                                    .reader()
                                    .rows(
                                            "select 1 from federation.waiting where last_problem like ?",
                                            "%" + problem + "%")
                                    .size()
                            == 1);
            assertThat(arvenia.heard()).isEmpty();
            belmora.onTheWayBack(reply -> reply);
            Await.until("a good receipt settles it", () -> {
                clock.advance(Duration.ofSeconds(2));
                return waiting() == 0;
            });
            assertThat(arvenia.heard().getLast().event()).isEqualTo(Receipt.Event.RELAY_ACCEPTED);
            assertThat(belmora.came).hasSize(1);
        }

        @Test
        void with_a_forged_signature_is_not_a_receipt() {
            belmora.onTheWayBack(reply -> {
                byte[] body = reply.body().clone();
                body[body.length - 10] = (byte) (body[body.length - 10] == 'A' ? 'B' : 'A');
                return new Inbox.Reply(200, reply.contentType(), body, Map.of());
            });
            assertNotBelieved("forged");
        }

        @Test
        void that_is_the_receipt_of_another_letter_is_not_a_receipt() {
            byte[] other = belmora.inbox
                    .receive(
                            arvenia.identity(),
                            comity.federation.Forger.of(arvenia, belmora, "T-9", 1)
                                    .sign())
                    .body();
            belmora.came.clear();
            belmora.onTheWayBack(_ -> new Inbox.Reply(200, "application/jose", other, Map.of()));
            assertNotBelieved("receipt-of-another");
            assertThat(kept()).containsExactly("receipt-of-another");
        }

        @Test
        void with_a_checkpoint_of_another_ledger_is_not_a_receipt() {
            NodeAddress real = belmora.entry().node().orElseThrow();
            NodeAddress other = new NodeAddress(
                    real.letters(),
                    real.web(),
                    real.ledgerOrigin(),
                    LogKey.generate(real.ledgerOrigin()).verifier().text(),
                    real.rootCertificate(),
                    real.encryptionKey());
            arvenia.goBy(arvenia.entry(), belmora.entry().withNode(other));
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until("the receipt is kept for inspection", () -> kept().contains("note-not-signed"));
            assertThat(arvenia.heard()).isEmpty();
            assertThat(waiting()).isOne();
            House.introduce(houses);
            Await.until("with the right key it is believed", () -> {
                clock.advance(Duration.ofSeconds(2));
                return waiting() == 0;
            });
            assertThat(belmora.came).hasSize(1);
        }

        private List<String> kept() {
            return arvenia.transactions().read(tx -> arvenia.letters.quarantined(tx, 9)).stream()
                    .map(QuarantinedEnvelope::code)
                    .distinct()
                    .toList();
        }

        @Test
        void without_a_signature_is_not_a_rejection() {
            belmora.onTheWayBack(_ -> new Inbox.Reply(
                    403,
                    "application/problem+json",
                    ProblemDocument.write(comity.federation.Problem.UNKNOWN_PEER, "go away"),
                    Map.of()));
            assertNotBelieved("unknown-peer");
        }

        @Test
        void that_is_no_answer_at_all_is_silence() {
            belmora.onTheWayBack(_ -> new Inbox.Reply(500, "text/html", Utf8.bytes("<h1>Oh</h1>"), Map.of()));
            assertNotBelieved("status 500");
        }
    }

    @Nested
    class A_State_that_the_directory_does_not_know {
        @Test
        void is_written_to_as_soon_as_it_does() {
            arvenia.directory.replace(ListVersion.NONE, List.of(arvenia.entry()));
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            House.introduce(houses);
            awaitReceipts(1);
            assertThat(belmora.came).hasSize(1);
        }

        @Test
        void is_not_let_in() {
            belmora.directory.replace(ListVersion.NONE, List.of(belmora.entry()));
            arvenia.startCourier();
            arvenia.write(belmora, "T-1", "please keep this");
            Await.until(
                    "the closed door is noticed",
                    () -> arvenia.database
                                    .reader()
                                    .rows("select 1 from federation.waiting where last_problem <> ''")
                                    .size()
                            == 1);
            assertThat(belmora.came).isEmpty();
        }

        @Test
        void with_another_root_than_its_node_shows_is_not_believed() {
            House impostor = House.of(clock, "XB").getFirst();
            try {
                arvenia.directory.replace(ListVersion.NONE, List.of(arvenia.entry(), belmora.entryAt(impostor.port())));
                arvenia.startCourier();
                arvenia.write(belmora, "T-1", "please keep this");
                Await.until(
                        "the false node is noticed",
                        () -> arvenia.database
                                        .reader()
                                        .rows("select 1 from federation.waiting where last_problem like '%SSL%'")
                                        .size()
                                == 1);
                assertThat(impostor.came).isEmpty();
            } finally {
                impostor.close();
            }
        }
    }

    @Nested
    class A_State_that_asks_for_patience {
        @Test
        void gets_the_rest_later() {
            houses.forEach(House::close);
            houses = House.of(clock, CourierSettings.USUAL, new InboxSettings(2, 3), "XA", "XB");
            arvenia = houses.get(0);
            belmora = houses.get(1);
            arvenia.startCourier();
            for (int i = 0; i < 10; i++) {
                arvenia.write(belmora, "T-" + i, "letter " + i);
            }
            Await.until("all are receipted", () -> {
                clock.advance(Duration.ofMillis(200));
                return arvenia.heard().size() == 10;
            });
            assertThat(belmora.came).hasSize(10);
            assertLedgersAgree();
        }
    }

    @Nested
    class A_database_that_goes_away {
        @Test
        void and_returns_loses_and_doubles_nothing() {
            arvenia.startCourier();
            for (int i = 0; i < 30; i++) {
                writeUntilWritten(arvenia.note(belmora, "T-" + i % 5, "letter " + i));
                if (i % 10 == 5) {
                    belmora.database.cutConnections();
                }
                if (i % 10 == 8) {
                    cutOwn();
                }
            }
            Await.until("all are receipted", () -> {
                clock.advance(Duration.ofSeconds(10));
                return waiting() == 0;
            });
            assertThat(belmora.database.reader().number("select count(*) from federation.letter_in"))
                    .isEqualTo(30);
            assertLedgersAgree();
        }

        /// As a person does who is told that the database was away: looks, and asks again.
        private void writeUntilWritten(OutgoingLetter letter) {
            Await.until("the letter is written", () -> {
                try {
                    return arvenia.transactions()
                            .write(tx -> isWritten(tx, letter) || arvenia.outbox.put(tx, letter) != null);
                } catch (DatabaseUnavailable | OutcomeUnknown e) {
                    return false;
                }
            });
        }

        private boolean isWritten(Transaction tx, OutgoingLetter letter) {
            return arvenia.letters.writtenBody(tx, letter.id()).isPresent();
        }

        private void cutOwn() {
            arvenia.database.cutConnections();
        }
    }
}
