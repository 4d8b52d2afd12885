package comity.node.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.safeguards.oversight.Looks;
import comity.safeguards.store.SqlLooks;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeadLeavesTest {
    private static final Actor OFFICER = new Actor("p-7", new StateCode("XB"), Set.of(Role.DUTY_OFFICER));

    private final HandClock clock = HandClock.at("2027-03-13T01:26:00Z");
    private final TestDatabase database = TestDatabase.with("ledger", "safeguards");
    private final Transactions transactions = database.transactions();
    private final Journal journal = new Journal(transactions, LogKey.generate("ledger.example/xb"), clock);
    private final Looks looks = new Looks(new SqlLooks(), new HeadLeaves(journal), clock);

    @AfterEach
    void close() {
        database.close();
    }

    private void look(String subject) {
        transactions.write(tx -> looks.seen(tx, OFFICER, "case.read", subject, "assess"));
    }

    private void keepHead() {
        transactions.write(tx -> {
            looks.keepHead(tx);
            return tx;
        });
    }

    private OptionalLong firstBroken() {
        return transactions.read(looks::firstBroken);
    }

    private void rewrite(String sql) {
        database.reader().rows(sql + " returning 1");
    }

    @Nested
    class The_head_of_the_book_of_looks {
        @Test
        void is_a_leaf_of_the_ledger() {
            look("XA.PRS.2027.000318-K");
            keepHead();
            look("XA.PRS.2027.000319-X");
            keepHead();
            assertThat(journal.latest().checkpoint().size()).isEqualTo(2);
            assertThat(firstBroken()).isEmpty();
        }

        @Test
        void stands_against_a_book_that_was_written_anew() {
            look("XA.PRS.2027.000318-K");
            keepHead();
            transactions.write(tx -> {
                tx.beforeCommit(() -> tx.connection()
                        .createStatement()
                        .execute("alter table safeguards.looks disable trigger looks_are_only_added"));
                return tx;
            });
            rewrite("delete from safeguards.looks");
            rewrite("update safeguards.looks_head set number = 0, seal = repeat('0', 64)");
            look("XA.PRS.2027.000400-3");
            assertThat(firstBroken()).hasValue(1);
        }

        @Test
        void cannot_be_exchanged_in_the_row_behind_the_leaf() {
            look("XA.PRS.2027.000318-K");
            keepHead();
            rewrite("update ledger.leaf set event = convert_to(replace(convert_from(event, 'UTF8'), '\"number\":1', "
                    + "'\"number\":2'), 'UTF8')");
            assertThat(firstBroken()).hasValue(1);
        }
    }
}
