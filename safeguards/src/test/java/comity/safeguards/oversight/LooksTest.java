package comity.safeguards.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.safeguards.store.SqlLooks;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooksTest {
    private static final Actor OFFICER = new Actor("p-7", new StateCode("XB"), Set.of(Role.DUTY_OFFICER));
    private static final Actor ADMIN = new Actor("p-1", new StateCode("XB"), Set.of(Role.ADMINISTRATOR));
    private static final String CASE = "XA.PRS.2027.000318-K";

    private final TestDatabase database = TestDatabase.with("safeguards");
    private final HandClock clock = HandClock.at(Instant.parse("2027-03-13T01:26:00.123456789Z"));
    private final List<LookStore.Head> elsewhere = new ArrayList<>();
    private final Looks looks = new Looks(new SqlLooks(), new Elsewhere(), clock);

    /// Somebody outside the house, who writes down what the head was.
    private final class Elsewhere implements HeadKeeper {
        @Override
        public void keep(Transaction tx, LookStore.Head head) {
            tx.afterCommit(() -> elsewhere.add(head));
        }

        @Override
        public List<LookStore.Head> kept(Transaction tx) {
            return List.copyOf(elsewhere);
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Look seen(Actor actor, String subject) {
        return database.transactions().write(tx -> looks.seen(tx, actor, "case.read", subject, "assess"));
    }

    private Look denied(Actor actor, String subject) {
        return database.transactions().write(tx -> looks.denied(tx, actor, "case.read", subject, "role-not-competent"));
    }

    private LookPage recent(LookFilter filter, OptionalLong before, int limit) {
        return database.transactions().read(tx -> looks.recent(tx, filter, before, limit));
    }

    private void keepHead() {
        database.transactions().write(tx -> {
            looks.keepHead(tx);
            return tx;
        });
    }

    private OptionalLong firstBroken() {
        return database.transactions().read(looks::firstBroken);
    }

    private void sql(String text) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    @Nested
    class A_look {
        @Test
        void tells_who_what_when_and_why() {
            seen(OFFICER, CASE);
            assertThat(recent(LookFilter.all(), OptionalLong.empty(), 10).looks())
                    .singleElement()
                    .satisfies(look -> {
                        assertThat(look.number()).isEqualTo(1);
                        assertThat(look.person()).isEqualTo("p-7");
                        assertThat(look.roles()).containsExactly(Role.DUTY_OFFICER);
                        assertThat(look.at()).isEqualTo(Instant.parse("2027-03-13T01:26:00.123456Z"));
                        assertThat(look.allowed()).isTrue();
                        assertThat(look.reason()).isEqualTo("assess");
                    });
        }

        @Test
        void that_was_denied_is_written_down_with_its_reason() {
            denied(ADMIN, CASE);
            assertThat(recent(LookFilter.denied(), OptionalLong.empty(), 10).looks())
                    .singleElement()
                    .satisfies(look -> assertThat(look.allowed()).isFalse())
                    .satisfies(look -> assertThat(look.reason()).isEqualTo("role-not-competent"));
        }

        @Test
        void is_gone_when_the_work_around_it_is_rolled_back() {
            assertThatThrownBy(() -> database.transactions().write(tx -> {
                        looks.seen(tx, OFFICER, "case.read", CASE, "assess");
                        throw new IllegalStateException("the page could not be shown");
                    }))
                    .hasMessageContaining("could not be shown");
            assertThat(recent(LookFilter.all(), OptionalLong.empty(), 10).looks())
                    .isEmpty();
            assertThat(seen(OFFICER, CASE).number()).isEqualTo(1);
        }
    }

    @Nested
    class The_page_of_oversight {
        @Test
        void shows_the_newest_first_and_goes_on_where_it_stopped() {
            for (int i = 0; i < 25; i++) {
                seen(OFFICER, CASE);
            }
            List<Long> read = new ArrayList<>();
            OptionalLong before = OptionalLong.empty();
            do {
                LookPage page = recent(LookFilter.all(), before, 10);
                page.looks().forEach(look -> read.add(look.number()));
                before = page.next();
            } while (before.isPresent());
            assertThat(read)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, 25)
                            .map(number -> 26 - number)
                            .boxed()
                            .toList());
        }

        @Test
        void does_not_lose_its_place_when_somebody_looks_meanwhile() {
            for (int i = 0; i < 4; i++) {
                seen(OFFICER, CASE);
            }
            LookPage first = recent(LookFilter.all(), OptionalLong.empty(), 2);
            seen(OFFICER, CASE);
            assertThat(recent(LookFilter.all(), first.next(), 2).looks())
                    .extracting(Look::number)
                    .containsExactly(2L, 1L);
        }

        @Test
        void can_be_narrowed_to_a_case_a_person_or_the_denied() {
            seen(OFFICER, CASE);
            denied(ADMIN, CASE);
            seen(OFFICER, "XA.PRS.2027.000319-X");
            assertThat(recent(LookFilter.of(CASE), OptionalLong.empty(), 10).looks())
                    .hasSize(2);
            assertThat(recent(LookFilter.denied(), OptionalLong.empty(), 10).looks())
                    .extracting(Look::person)
                    .containsExactly("p-1");
            LookFilter both = new LookFilter(
                    java.util.Optional.of("p-7"), java.util.Optional.of(CASE), java.util.Optional.of(true));
            assertThat(recent(both, OptionalLong.empty(), 10).looks()).hasSize(1);
        }
    }

    @Nested
    class The_book {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE safeguards.looks SET person = 'somebody-else'",
                    "DELETE FROM safeguards.looks",
                    "TRUNCATE safeguards.looks"
                })
        void refuses_to_be_changed(String attempt) {
            seen(OFFICER, CASE);
            assertThatThrownBy(() -> sql(attempt)).hasMessageContaining("never changed or removed");
        }

        @Test
        void is_whole_when_nobody_touched_it() {
            assertThat(firstBroken()).isEmpty();
            seen(OFFICER, CASE);
            denied(ADMIN, CASE);
            assertThat(firstBroken()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UPDATE safeguards.looks SET person = 'p-8' WHERE number = 2",
                    "UPDATE safeguards.looks SET at = at + interval '1 hour' WHERE number = 2",
                    "UPDATE safeguards.looks SET allowed = NOT allowed WHERE number = 2",
                    "UPDATE safeguards.looks SET roles = 'oversight' WHERE number = 2",
                    "UPDATE safeguards.looks SET reason = '', what = what || reason WHERE number = 2",
                    "DELETE FROM safeguards.looks WHERE number = 2"
                })
        void shows_where_an_operator_who_switched_the_guard_off_has_changed_it(String attempt) throws SQLException {
            for (int i = 0; i < 3; i++) {
                seen(OFFICER, CASE);
            }
            sql("ALTER TABLE safeguards.looks DISABLE TRIGGER looks_are_only_added");
            sql(attempt);
            assertThat(firstBroken()).hasValue(2);
        }

        @Test
        void shows_when_its_end_was_cut_off() throws SQLException {
            seen(OFFICER, CASE);
            Look second = seen(OFFICER, CASE);
            sql("ALTER TABLE safeguards.looks DISABLE TRIGGER looks_are_only_added");
            sql("DELETE FROM safeguards.looks WHERE number = 2");
            assertThat(firstBroken()).hasValue(2);
            assertThat(database.transactions().read(looks::head)).isEqualTo(new LookStore.Head(2, second.seal()));
        }

        @Test
        void gives_its_head_away_whenever_it_has_grown() {
            keepHead();
            Look first = seen(OFFICER, CASE);
            keepHead();
            keepHead();
            seen(OFFICER, CASE);
            Look third = seen(OFFICER, CASE);
            keepHead();
            assertThat(elsewhere)
                    .containsExactly(new LookStore.Head(1, first.seal()), new LookStore.Head(3, third.seal()));
            assertThat(firstBroken()).isEmpty();
        }

        @Test
        void shows_that_it_was_written_anew_as_a_whole_with_seals_that_fit() throws SQLException {
            seen(OFFICER, CASE);
            seen(OFFICER, CASE);
            keepHead();
            sql("ALTER TABLE safeguards.looks DISABLE TRIGGER looks_are_only_added");
            sql("DELETE FROM safeguards.looks");
            sql("UPDATE safeguards.looks_head SET number = 0, seal = repeat('0', 64)");
            seen(ADMIN, CASE);
            seen(ADMIN, CASE);
            seen(ADMIN, CASE);
            assertThat(firstBroken()).hasValue(2);
        }

        @Test
        void has_no_gap_though_many_look_at_once() throws InterruptedException {
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                people.add(Thread.ofVirtual().start(() -> seen(OFFICER, CASE)));
            }
            for (Thread person : people) {
                person.join();
            }
            assertThat(database.transactions().read(looks::head).number()).isEqualTo(20);
            assertThat(firstBroken()).isEmpty();
        }
    }
}
