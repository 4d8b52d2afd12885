package comity.requests.preservation;

import comity.directory.Directory;
import comity.directory.ListVersion;
import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
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
import comity.requests.emergency.Emergencies;
import comity.requests.store.SqlEmergencies;
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
public final class TwoHouses implements AutoCloseable {
    public final HandClock clock = HandClock.at("2027-03-13T01:14:00Z");
    final Directory directory = new Directory();
    public final OneHouse asking;
    public final OneHouse asked;

    public TwoHouses() {
        directory.replace(new ListVersion(1, Instant.EPOCH, Instant.MAX, ""), Requests.entries());
        asking = new OneHouse(Requests.XA);
        asked = new OneHouse(Requests.XB);
    }

    /// Carries letters both ways until nothing is left.
    public void carry() {
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
    public final class OneHouse {
        public final StateCode state;
        public final TestDatabase database = TestDatabase.with("ledger", "safeguards", "requests");
        final Queue<OutgoingLetter> outbox = new ArrayDeque<>();
        public final List<OutgoingLetter> sent = new ArrayList<>();
        public final List<RequestEvent> heard = new ArrayList<>();
        final Map<String, Integer> threads = new HashMap<>();
        public final Journal journal;
        final House house;
        final Preservations preservations;
        final PreservationLetters letters;
        final PreservationReceipts receipts;
        public final Emergencies emergencies;
        public final Looks looks;

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
            this.emergencies = new Emergencies(house, new SqlEmergencies());
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

        public Actor officer() {
            return new Actor("officer-" + state, state, Set.of(Role.DUTY_OFFICER));
        }

        public Actor lawyer() {
            return new Actor("lawyer-" + state, state, Set.of(Role.CENTRAL_AUTHORITY));
        }

        public Actor investigator() {
            return new Actor("investigator-" + state, state, Set.of(Role.INVESTIGATOR));
        }

        public Actor oversight() {
            return new Actor("oversight-" + state, state, Set.of(Role.OVERSIGHT));
        }

        public Actor administrator() {
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

        public Handling receive(OneHouse from, OutgoingLetter letter) {
            int number = threads.merge(letter.thread(), 1, Integer::sum);
            try {
                return database.transactions().write(tx -> {
                    LeafPlace place = journalOf(tx, "letter.in", letter);
                    Handling handling = handlerOf(letter)
                            .handle(
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

        private LetterHandler handlerOf(OutgoingLetter letter) {
            LetterHandler emergency = emergencies.letters();
            return letter.kind().equals(emergency.kind()) ? emergency : letters;
        }

        private void acknowledge(OutgoingLetter letter, Handling handling) {
            Receipt.Event event =
                    handling instanceof Handling.Accepted ? Receipt.Event.RELAY_ACCEPTED : Receipt.Event.RELAY_REJECTED;
            Optional<String> code =
                    handling instanceof Handling.Refused refused ? Optional.of(refused.code()) : Optional.empty();
            Receipt receipt = new Receipt(
                    letter.id(),
                    letter.to(),
                    letter.thread(),
                    letter.kind(),
                    event,
                    code,
                    "",
                    clock.instant(),
                    Optional.empty(),
                    Optional.empty());
            database.transactions().write(tx -> {
                receipts.heard(tx, receipt);
                emergencies.receipts().heard(tx, receipt);
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
