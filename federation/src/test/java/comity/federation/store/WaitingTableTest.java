package comity.federation.store;

import static org.assertj.core.api.Assertions.assertThat;

import comity.federation.LetterStatement;
import comity.federation.OutgoingLetter;
import comity.kernel.Sha256;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transactions;
import comity.ledger.LeafPlace;
import comity.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaitingTableTest {
    private static final StateCode OWN = new StateCode("XA");
    private static final StateCode PEER = new StateCode("XB");
    private static final Instant START = Instant.parse("2027-03-13T02:14:00Z");
    private static final Instant NOW = START.plus(Duration.ofMinutes(1));
    private static final Duration LEASE = Duration.ofMinutes(2);

    private TestDatabase database;
    private Transactions transactions;

    @BeforeEach
    void open() {
        database = TestDatabase.with("ledger", "federation");
        transactions = database.transactions();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID put(String thread, int number) {
        UUID id = UUID.randomUUID();
        byte[] body = Utf8.bytes("{}");
        OutgoingLetter letter = new OutgoingLetter(id, PEER, "note", 1, thread, body);
        LetterStatement statement = new LetterStatement(id, OWN, PEER, "note", 1, thread, number, Sha256.hex(body));
        transactions.write(tx -> {
            OutgoingTable.add(
                    tx,
                    List.of(new OutgoingTable.Put(letter, statement, new LeafPlace(number, Sha256.hex(body)), START)));
            WaitingTable.add(
                    tx,
                    List.of(new WaitingTable.New(
                            id, PEER, thread, number, START, NOW.plus(LEASE), NOW.plus(Duration.ofDays(30)))));
            return tx;
        });
        return id;
    }

    private UUID seal(UUID letter, Instant leasedUntil) {
        UUID envelope = UUID.randomUUID();
        transactions.write(tx -> {
            SignedTable.add(
                    tx, List.of(new SignedTable.Document(envelope, PEER, "envelope", Utf8.bytes("signed"), START)));
            return WaitingTable.bind(tx, Map.of(letter, envelope), START, leasedUntil);
        });
        return envelope;
    }

    private List<UUID> due(int limit) {
        return transactions.read(tx -> WaitingTable.due(tx, PEER, NOW, limit)).stream()
                .map(WaitingTable.Due::letter)
                .toList();
    }

    @Test
    void a_letter_waits_while_an_earlier_one_of_its_thread_is_on_its_way() {
        UUID first = put("a", 1);
        put("a", 2);
        UUID other = put("b", 1);
        seal(first, NOW.plus(LEASE));
        assertThat(due(10)).containsExactly(other);
    }

    @Test
    void a_letter_waits_while_an_earlier_one_of_its_thread_rests() {
        UUID envelope = seal(put("a", 1), NOW);
        put("a", 2);
        transactions.write(tx -> {
            WaitingTable.postpone(tx, envelope, NOW.plusSeconds(1), "asked to wait");
            return tx;
        });
        assertThat(due(10)).isEmpty();
    }

    @Test
    void a_sealed_letter_whose_lease_is_over_goes_again_and_alone() {
        UUID first = put("a", 1);
        put("a", 2);
        seal(first, NOW);
        assertThat(due(10)).containsExactly(first);
    }

    @Test
    void letters_that_are_held_up_hide_nothing_behind_them() {
        UUID first = put("a", 1);
        for (int number = 2; number <= 12; number++) {
            put("a", number);
        }
        seal(first, NOW.plus(LEASE));
        List<UUID> free = new ArrayList<>();
        for (int number = 20; number < 25; number++) {
            free.add(put("thread-" + number, number));
        }
        assertThat(due(4)).containsExactlyElementsOf(free.subList(0, 4));
        assertThat(due(100)).containsExactlyElementsOf(free);
    }

    @Test
    void letters_put_in_one_microsecond_are_each_given_once() {
        List<UUID> all = new ArrayList<>();
        for (int thread = 0; thread < 9; thread++) {
            all.add(put("thread-" + thread, 1));
        }
        assertThat(due(3)).hasSize(3).isSubsetOf(all);
        assertThat(due(9)).containsExactlyInAnyOrderElementsOf(all);
    }
}
