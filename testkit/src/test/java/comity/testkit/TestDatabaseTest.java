package comity.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Nested
    class A_fresh_database {
        @Test
        void has_the_tables_of_its_areas() {
            try (TestDatabase database = TestDatabase.with("specimen")) {
                assertThat(database.reader().number("select count(*) from specimen.word"))
                        .isZero();
            }
        }

        @Test
        void shares_no_row_with_another() {
            try (TestDatabase one = TestDatabase.with("specimen");
                    TestDatabase other = TestDatabase.with("specimen")) {
                one.reader().rows("insert into specimen.word values ('here')");
                assertThat(one.reader().text("select text from specimen.word")).isEqualTo("here");
                assertThat(other.reader().number("select count(*) from specimen.word"))
                        .isZero();
            }
        }

        @Test
        void is_not_made_for_an_area_without_migrations() {
            assertThatThrownBy(() -> TestDatabase.with("nowhere")).hasMessageContaining("comity/nowhere/migrations");
        }
    }
}
