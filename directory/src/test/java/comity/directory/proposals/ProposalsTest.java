package comity.directory.proposals;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.Entry;
import comity.directory.list.Entries;
import comity.directory.list.EntryJson;
import comity.directory.proposals.Outcome.Ground;
import comity.directory.proposals.store.SqlProposals;
import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.law.dispute.Dispute;
import comity.law.dispute.DisputeBook;
import comity.law.living.LivingLaw;
import comity.law.offence.ProvisionId;
import comity.testkit.Chance;
import comity.testkit.HandClock;
import comity.testkit.Mutation;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProposalsTest {
    private static final Who SECRETARIAT = new Who("1", "Secretariat", Optional.empty());
    private static final Who COLLEAGUE = new Who("2", "Secretariat 2", Optional.empty());
    private static final Who XA = new Who("3", "Mission XA", Optional.of(new StateCode("XA")));
    private static final Who XB = new Who("4", "Mission XB", Optional.of(new StateCode("XB")));
    private static final Subject.OfEntry ENTRY = new Subject.OfEntry(new StateCode("XA"));
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 13);

    private final HandClock clock = HandClock.at("2027-03-13T01:14:00Z");
    private final TestDatabase database = TestDatabase.with("directory");
    private final Shelf published = new Shelf();
    private final Proposals proposals = new Proposals(
            database.transactions(),
            new SqlProposals(),
            published,
            (name, book) -> Utf8.text(book).startsWith("{")
                    ? new LivingLaw.Proposed.Whole(Utf8.bytes(Utf8.text(book).strip()))
                    : new LivingLaw.Proposed.Refused(List.of(Complaint.blocks("/" + name, "no-object"))),
            clock);

    @AfterEach
    void close() {
        database.close();
    }

    /// What a registry has published, without its folder and its list.
    private final class Shelf implements Publication {
        private final Map<Subject, byte[]> documents = new ConcurrentHashMap<>();
        private long edition;
        private boolean full;

        @Override
        public Optional<byte[]> current(Subject subject) {
            return Optional.ofNullable(documents.get(subject));
        }

        @Override
        public void publish(Subject subject, byte[] document, ObjLongConsumer<Transaction> along) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            edition++;
            database.transactions().write(tx -> {
                along.accept(tx, edition);
                return tx;
            });
            documents.put(subject, document);
        }
    }

    private static byte[] json(Entry entry) {
        return Utf8.bytes(EntryJson.format(entry));
    }

    private static byte[] confirmed(int day) {
        return json(Entries.full("XA").confirmed(LocalDate.of(2027, 3, day)));
    }

    private UUID propose(Who who, byte[] document) {
        Outcome outcome = proposals.propose(who, ENTRY, document, TODAY);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).proposal().id();
    }

    private static void assertRefused(Ground ground, Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.ground()).isEqualTo(ground));
    }

    private Proposal kept(UUID id) {
        return proposals.find(id).orElseThrow();
    }

    @Nested
    class A_change {
        @Test
        void that_the_secretariat_approves_is_published_at_once_and_kept_with_who_and_when() {
            UUID id = propose(XA, confirmed(10));
            assertThat(proposals.open()).extracting(Proposal::id).containsExactly(id);
            assertThat(published.documents).isEmpty();
            proposals.approve(SECRETARIAT, id);
            assertThat(published.current(ENTRY)).contains(confirmed(10));
            Proposal done = kept(id);
            assertThat(done.status()).isEqualTo(Proposal.Status.PUBLISHED);
            assertThat(done.edition()).hasValue(1);
            assertThat(done.proposedBy().name()).isEqualTo("Mission XA");
            assertThat(done.decision().orElseThrow().by().name()).isEqualTo("Secretariat");
            assertThat(proposals.open()).isEmpty();
        }

        @Test
        void that_is_given_back_keeps_its_reason_and_is_not_published() {
            UUID id = propose(XA, confirmed(10));
            assertRefused(Ground.NO_REASON, proposals.giveBack(SECRETARIAT, id, "  "));
            proposals.giveBack(SECRETARIAT, id, "The number does not answer.");
            assertThat(kept(id).decision().orElseThrow().reason()).isEqualTo("The number does not answer.");
            assertRefused(Ground.NOT_OPEN, proposals.approve(SECRETARIAT, id));
            assertThat(published.documents).isEmpty();
        }

        @Test
        void is_decided_by_the_secretariat_and_never_by_its_proposer() {
            UUID ofMission = propose(XA, confirmed(10));
            assertRefused(Ground.NOT_THE_SECRETARIAT, proposals.approve(XB, ofMission));
            assertRefused(Ground.NOT_THE_SECRETARIAT, proposals.approve(XA, ofMission));
            UUID own = propose(SECRETARIAT, confirmed(11));
            assertRefused(Ground.OWN_PROPOSAL, proposals.approve(SECRETARIAT, own));
            assertThat(proposals.approve(COLLEAGUE, own)).isInstanceOf(Outcome.Done.class);
        }

        @Test
        void is_proposed_by_a_mission_for_its_own_State_only() {
            assertRefused(Ground.NOT_YOURS, proposals.propose(XB, ENTRY, confirmed(10), TODAY));
            assertRefused(Ground.ANOTHER_STATE, proposals.propose(XA, ENTRY, json(Entries.full("XB")), TODAY));
            assertRefused(
                    Ground.NOT_YOURS, proposals.propose(XA, new Subject.OfBook("treaties"), Utf8.bytes("{}"), TODAY));
        }

        @Test
        void of_the_status_is_not_a_mission_s_to_propose() {
            published.documents.put(ENTRY, confirmed(1));
            byte[] neither = Utf8.bytes(Utf8.text(confirmed(2)).replace("\"party\"", "\"neither\""));
            assertRefused(Ground.STATUS_CHANGED, proposals.propose(XA, ENTRY, neither, TODAY));
            assertThat(proposals.propose(SECRETARIAT, ENTRY, neither, TODAY)).isInstanceOf(Outcome.Done.class);
        }

        @Test
        void that_another_has_overtaken_is_not_published() {
            published.documents.put(ENTRY, confirmed(1));
            UUID slow = propose(XA, confirmed(2));
            UUID quick = propose(XA, confirmed(3));
            proposals.approve(SECRETARIAT, quick);
            assertRefused(Ground.STALE, proposals.approve(SECRETARIAT, slow));
            assertThat(published.current(ENTRY)).contains(confirmed(3));
        }

        @Test
        void for_a_later_day_is_published_on_that_day() {
            Outcome proposed = proposals.propose(XA, ENTRY, confirmed(10), TODAY.plusDays(2));
            UUID id = ((Outcome.Done) proposed).proposal().id();
            proposals.approve(SECRETARIAT, id);
            proposals.publishDue();
            assertThat(published.documents).isEmpty();
            assertThat(kept(id).status()).isEqualTo(Proposal.Status.APPROVED);
            clock.advance(Duration.ofDays(2));
            proposals.publishDue();
            assertThat(published.current(ENTRY)).contains(confirmed(10));
            assertThat(kept(id).status()).isEqualTo(Proposal.Status.PUBLISHED);
        }

        @Test
        void for_a_later_day_that_was_overtaken_is_given_back_on_that_day() {
            published.documents.put(ENTRY, confirmed(1));
            Outcome proposed = proposals.propose(XA, ENTRY, confirmed(10), TODAY.plusDays(2));
            UUID id = ((Outcome.Done) proposed).proposal().id();
            proposals.approve(SECRETARIAT, id);
            proposals.approve(SECRETARIAT, propose(XA, confirmed(5)));
            clock.advance(Duration.ofDays(3));
            proposals.publishDue();
            assertThat(kept(id).status()).isEqualTo(Proposal.Status.RETURNED);
            assertThat(published.current(ENTRY)).contains(confirmed(5));
        }

        @Test
        void that_cannot_be_laid_down_stays_open() {
            UUID id = propose(XA, confirmed(10));
            published.full = true;
            assertRefused(Ground.NOT_LAID, proposals.approve(SECRETARIAT, id));
            assertThat(kept(id).isOpen()).isTrue();
        }

        @Test
        void may_be_taken_back_by_its_mission_until_it_is_decided() {
            UUID id = propose(XA, confirmed(10));
            assertRefused(Ground.NOT_YOURS, proposals.withdraw(XB, id));
            assertThat(proposals.withdraw(XA, id)).isInstanceOf(Outcome.Done.class);
            assertRefused(Ground.NOT_OPEN, proposals.approve(SECRETARIAT, id));
        }

        @Test
        void that_is_none_is_refused_in_words() {
            published.documents.put(ENTRY, confirmed(1));
            assertRefused(Ground.NOTHING_CHANGES, proposals.propose(XA, ENTRY, confirmed(1), TODAY));
            assertRefused(Ground.UNREADABLE, proposals.propose(XA, ENTRY, Utf8.bytes("good evening"), TODAY));
            assertRefused(Ground.TOO_LARGE, proposals.propose(XA, ENTRY, new byte[300_000], TODAY));
            assertRefused(Ground.CONFIRMED_TOO_EARLY, proposals.propose(XA, ENTRY, confirmed(20), TODAY));
            assertThat(proposals.open()).isEmpty();
        }
    }

    @Nested
    class A_State {
        @Test
        void says_with_one_word_that_its_entry_still_holds_and_nobody_has_to_approve_it() {
            published.documents.put(ENTRY, confirmed(1));
            assertThat(proposals.confirm(XA, ENTRY)).isInstanceOf(Outcome.Done.class);
            assertThat(published.current(ENTRY)).contains(confirmed(13));
            assertThat(proposals.of(ENTRY)).hasSize(1);
            assertRefused(Ground.NOTHING_CHANGES, proposals.confirm(XA, ENTRY));
        }

        @Test
        void is_confirmed_by_nobody_else() {
            published.documents.put(ENTRY, confirmed(1));
            assertRefused(Ground.NOT_YOURS, proposals.confirm(XB, ENTRY));
            assertRefused(Ground.NOT_YOURS, proposals.confirm(SECRETARIAT, ENTRY));
        }
    }

    @Nested
    class A_book {
        private final Subject treaties = new Subject.OfBook("treaties");

        @Test
        void is_checked_by_the_area_that_reads_it_and_kept_in_the_form_that_it_gives() {
            assertThat(proposals.propose(SECRETARIAT, treaties, Utf8.bytes("[]"), TODAY))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.details())
                                    .containsExactly(Complaint.blocks("/treaties", "no-object")));
            Outcome good = proposals.propose(SECRETARIAT, treaties, Utf8.bytes("{} \n"), TODAY);
            proposals.approve(COLLEAGUE, ((Outcome.Done) good).proposal().id());
            assertThat(published.current(treaties)).contains(Utf8.bytes("{}"));
        }

        @Test
        void of_law_is_its_State_s_to_propose() {
            Subject law = Subject.of("book/law/XA").orElseThrow();
            assertThat(proposals.propose(XA, law, Utf8.bytes("{}"), TODAY)).isInstanceOf(Outcome.Done.class);
            assertRefused(Ground.NOT_YOURS, proposals.propose(XB, law, Utf8.bytes("{}"), TODAY));
        }
    }

    @Nested
    class A_dispute {
        private final Subject subject = Subject.of("book/disputes/XA").orElseThrow();
        private final ProvisionId nine = new ProvisionId("XA.cyber.9");

        private byte[] book(Who... who) {
            DisputeBook book = DisputeBook.empty();
            for (Who one : who) {
                book = book.with(new Dispute(nine, one.mission(), TODAY, "The penalty is another one."));
            }
            return book.write();
        }

        private UUID proposed(Who who, byte[] document) {
            Outcome outcome = proposals.propose(who, subject, document, TODAY);
            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            return ((Outcome.Done) outcome).proposal().id();
        }

        @Test
        void may_be_entered_by_every_mission_and_is_published_when_the_secretariat_has_looked() {
            UUID id = proposed(XB, book(XB));
            assertThat(published.current(subject)).isEmpty();
            assertRefused(Ground.NOT_THE_SECRETARIAT, proposals.approve(XA, id));
            assertThat(proposals.approve(SECRETARIAT, id)).isInstanceOf(Outcome.Done.class);
            assertThat(published.current(subject))
                    .contains(Utf8.bytes(Utf8.text(book(XB)).strip()));
        }

        @Test
        void of_one_mission_is_not_another_s_to_write_or_to_take_away() {
            assertRefused(Ground.ANOTHERS_DISPUTE, proposals.propose(XB, subject, book(XA), TODAY));
            proposals.approve(SECRETARIAT, proposed(XB, book(XB)));
            assertRefused(Ground.ANOTHERS_DISPUTE, proposals.propose(XA, subject, book(), TODAY));
            UUID again = proposed(XA, book(XA, XB));
            assertRefused(Ground.NOT_YOURS, proposals.withdraw(XB, again));
            assertThat(proposals.withdraw(XA, again)).isInstanceOf(Outcome.Done.class);
            proposals.approve(SECRETARIAT, proposed(XB, book()));
            assertThat(published.current(subject))
                    .contains(Utf8.bytes(Utf8.text(book()).strip()));
        }

        @Test
        void is_not_taken_when_twenty_of_the_same_person_wait() {
            for (int i = 0; i < 20; i++) {
                proposed(XB, book(XB));
            }
            assertRefused(Ground.TOO_MANY_OPEN, proposals.propose(XB, subject, book(XB), TODAY));
            proposed(XA, book(XA));
        }
    }

    @Nested
    class The_difference {
        @Test
        void is_told_field_by_field() {
            Differences told = Differences.of(
                    Utf8.bytes("{\"a\": 1, \"desks\": [{\"id\": \"x\", \"phones\": [\"1\"]}]}"),
                    Utf8.bytes("{\"desks\": [{\"id\": \"y\"}, {\"phones\": [\"1\", \"2\"], \"id\": \"x\"}]}"));
            assertThat(told.items())
                    .containsExactly(
                            new Differences.Item(List.of("a"), "1", ""),
                            new Differences.Item(List.of("desks", "x", "phones"), "1", "1, 2"),
                            new Differences.Item(List.of("desks", "y", "id"), "", "y"));
        }

        @Test
        void of_what_is_not_JSON_is_told_line_by_line() {
            assertThat(Differences.of(Utf8.bytes("a\nb\n"), Utf8.bytes("a\nc\n"))
                            .items())
                    .containsExactly(
                            new Differences.Item(List.of(), "b", ""), new Differences.Item(List.of(), "", "c"));
        }

        @Test
        void is_told_of_whatever_comes() {
            byte[] good = json(Entries.full("XA"));
            Chance.times(
                    300,
                    chance -> assertThat(Differences.of(good, Mutation.of(good, chance))
                                    .more())
                            .isNotNegative());
        }
    }

    @Test
    void what_is_addressed_is_an_entry_or_a_book_or_nothing() {
        assertThat(Subject.of("entry/XA")).contains(ENTRY);
        assertThat(Subject.of("book/law/XA")).contains(new Subject.OfBook("law/XA"));
        assertThat(Subject.of("entry/../keys")).isEmpty();
        assertThat(Subject.of("book/../../keys")).isEmpty();
        assertThat(Subject.of("")).isEmpty();
    }
}
