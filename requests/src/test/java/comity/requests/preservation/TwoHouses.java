package comity.requests.preservation;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterStatement;
import comity.federation.Outbox;
import comity.federation.OutgoingLetter;
import comity.federation.Receipt;
import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.law.Law;
import comity.law.living.LivingLaw;
import comity.ledger.LeafPlace;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.requests.RequestEvent;
import comity.requests.store.SqlPreservations;
import comity.safeguards.Safeguards;
import comity.safeguards.oversight.HeadKeeper;
import comity.safeguards.oversight.Looks;
import comity.safeguards.store.SqlLooks;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/// Two States with real databases, ledgers and acts; only the wire between them is a queue that the test carries by
/// hand.
final class TwoHouses implements AutoCloseable {
    final HandClock clock = HandClock.at("2027-03-13T01:14:00Z");
    final Directory directory = new Directory();
    final OneHouse asking;
    final OneHouse asked;

    TwoHouses() {
        directory.replace(new ListVersion(1, Instant.EPOCH, Instant.MAX, ""), Requests.entries());
        asking = new OneHouse(Requests.XA);
        asked = new OneHouse(Requests.XB);
    }

    /// Carries letters both ways until nothing is left.
    void carry() {
        boolean moved;
        do {
            moved = asking.sendTo(asked) | asked.sendTo(asking);
        } while (moved);
    }

    @Override
    public void close() {
        asking.database.close();
        asked.database.close();
    }

    /// One State.
    final class OneHouse {
        final StateCode state;
        final TestDatabase database = TestDatabase.with("ledger", "safeguards", "requests");
        final Queue<OutgoingLetter> outbox = new ArrayDeque<>();
        final List<OutgoingLetter> sent = new ArrayList<>();
        final List<RequestEvent> heard = new ArrayList<>();
        final Map<String, Integer> threads = new HashMap<>();
        final Journal journal;
        final House house;
        final Preservations preservations;
        final PreservationLetters letters;
        final PreservationReceipts receipts;
        final Looks looks;

        OneHouse(StateCode state) {
            this.state = state;
            this.journal = new Journal(
                    database.transactions(),
                    LogKey.generate("ledger." + state.code().toLowerCase(java.util.Locale.ROOT) + ".example"),
                    clock);
            Law law = Law.load();
            LivingLaw living = new LivingLaw(law);
            this.looks = new Looks(new SqlLooks(), HeadKeeper.nobody(), clock);
            this.house = new House(
                    state,
                    database.transactions(),
                    new SqlPreservations(),
                    directory,
                    law,
                    living,
                    new Safeguards(law, living.cooperations()),
                    looks,
                    journal,
                    put(),
                    clock,
                    heard::add,
                    true);
            this.preservations = Preservations.in(house);
            this.letters = new PreservationLetters(house);
            this.receipts = new PreservationReceipts(house);
        }

        private Outbox put() {
            return (tx, letter) -> {
                LeafPlace place = journalOf(tx, "letter.out", letter);
                tx.afterCommit(() -> {
                    outbox.add(letter);
                    sent.add(letter);
                });
                return place;
            };
        }

        private LeafPlace journalOf(Transaction tx, String label, OutgoingLetter letter) {
            return journal.append(
                    tx, label, letter.id(), LetterStatement.of(letter, state, 1).bytes());
        }

        Actor officer() {
            return new Actor("officer-" + state, state, Set.of(Role.DUTY_OFFICER));
        }

        Actor lawyer() {
            return new Actor("lawyer-" + state, state, Set.of(Role.CENTRAL_AUTHORITY));
        }

        Actor investigator() {
            return new Actor("investigator-" + state, state, Set.of(Role.INVESTIGATOR));
        }

        Actor oversight() {
            return new Actor("oversight-" + state, state, Set.of(Role.OVERSIGHT));
        }

        Actor administrator() {
            return new Actor("administrator-" + state, state, Set.of(Role.ADMINISTRATOR));
        }

        boolean sendTo(OneHouse other) {
            OutgoingLetter letter = outbox.poll();
            if (letter == null) {
                return false;
            }
            Handling handling = other.receive(this, letter);
            acknowledge(letter, handling);
            return true;
        }

        Handling receive(OneHouse from, OutgoingLetter letter) {
            int number = threads.merge(letter.thread(), 1, Integer::sum);
            try {
                return database.transactions().write(tx -> {
                    LeafPlace place = journalOf(tx, "letter.in", letter);
                    Handling handling = letters.handle(
                            tx,
                            new IncomingLetter(
                                    letter.id(),
                                    from.state,
                                    letter.kind(),
                                    letter.version(),
                                    letter.thread(),
                                    number,
                                    clock.instant(),
                                    letter.body(),
                                    place,
                                    ""));
                    if (handling instanceof Handling.Refused refused) {
                        throw new NothingKept(refused);
                    }
                    return handling;
                });
            } catch (NothingKept e) {
                return e.refused;
            }
        }

        private void acknowledge(OutgoingLetter letter, Handling handling) {
            Receipt.Event event =
                    handling instanceof Handling.Accepted ? Receipt.Event.RELAY_ACCEPTED : Receipt.Event.RELAY_REJECTED;
            Optional<String> code =
                    handling instanceof Handling.Refused refused ? Optional.of(refused.code()) : Optional.empty();
            database.transactions().write(tx -> {
                receipts.heard(
                        tx,
                        new Receipt(
                                letter.id(),
                                letter.to(),
                                letter.thread(),
                                letter.kind(),
                                event,
                                code,
                                "",
                                clock.instant(),
                                Optional.empty(),
                                Optional.empty()));
                return true;
            });
        }
    }

    /// Rolls a refused letter back, as the inbox does.
    private static final class NothingKept extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Handling.Refused refused;

        NothingKept(Handling.Refused refused) {
            this.refused = refused;
        }
    }
}
