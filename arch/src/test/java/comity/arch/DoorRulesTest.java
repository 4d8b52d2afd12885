package comity.arch;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DoorRulesTest {
    private static final String PLANTED = "comity.arch.planted";
    /// What is run at the very top may ask the machine for the time and hand it down.
    private static final String[] MEET_THE_TIME = {
        "comity.node..", "comity.cli.main..", "comity.benchmarks..", "comity.testkit.."
    };
    /// Beside the stores: the journal is a store, the transaction asks its own connection one question, and
    /// postgres and testkit are about databases.
    private static final String[] SPEAK_SQL = {
        "..store..",
        "comity.ledger.journal..",
        "comity.kernel.transaction..",
        "comity.postgres..",
        "comity.testkit..",
        "comity.benchmarks.."
    };
    private static final String[] PLAIN = {
        "comity.kernel..",
        "comity.postgres..",
        "comity.testkit..",
        "comity.law..",
        "comity.ledger..",
        "comity.objects..",
        "comity.api..",
        "comity.directory..",
        "comity.safeguards..",
        "comity.federation..",
        "comity.requests..",
        "comity.desk..",
        "comity.cli.."
    };

    @Nested
    class The_house {
        private static final JavaClasses CLASSES = house();

        @Test
        void has_no_circle_of_packages() {
            assertThat(faults(DoorRules.packagesAreFreeOfCycles("comity"), CLASSES))
                    .isEmpty();
        }

        @Test
        void has_no_parent_that_imports_its_child() {
            assertThat(faults(DoorRules.parentsImportNoChild(), CLASSES)).isEmpty();
        }

        @Test
        void is_handed_the_time() {
            assertThat(faults(DoorRules.timeIsHandedIn(MEET_THE_TIME), CLASSES)).isEmpty();
        }

        @Test
        void keeps_sql_in_its_stores() {
            assertThat(faults(DoorRules.sqlStaysIn(SPEAK_SQL), CLASSES)).isEmpty();
        }

        @Test
        void has_plain_java_in_every_room_below_the_pages() {
            assertThat(faults(DoorRules.roomsArePlainJava(PLAIN), CLASSES)).isEmpty();
        }

        private static JavaClasses house() {
            JavaClasses classes =
                    new ClassFileImporter().importPackages("comity").that(resideOutsideOfPackage("comity.arch.."));
            assertThat(classes).as("compiled classes of all rooms").hasSizeGreaterThan(300);
            return classes;
        }
    }

    @Nested
    class A_planted_fault {
        @Test
        void of_two_packages_that_use_each_other_is_found() {
            assertThat(faults(DoorRules.packagesAreFreeOfCycles(PLANTED + ".cycle"), planted("cycle")))
                    .singleElement()
                    .asString()
                    .contains("Cycle detected", "First", "Second");
        }

        @Test
        void of_a_parent_that_imports_its_child_is_found() {
            assertThat(faults(DoorRules.parentsImportNoChild(), planted("family")))
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault).contains("Parent", "Child"));
        }

        @Test
        void of_a_room_that_looks_at_the_clock_on_the_wall_is_found() {
            List<String> faults = faults(DoorRules.timeIsHandedIn("nowhere"), planted("hour"));
            assertThat(faults).hasSize(3);
            assertThat(String.join("\n", faults)).contains("Instant.now", "LocalDate.now", "currentTimeMillis");
            assertThat(String.join("\n", faults)).doesNotContain("handedIn");
        }

        @Test
        void of_sql_outside_a_store_is_found() {
            assertThat(faults(DoorRules.sqlStaysIn(SPEAK_SQL), planted("sql"))).isNotEmpty();
            assertThat(faults(DoorRules.sqlStaysIn(PLANTED + ".sql.."), planted("sql")))
                    .isEmpty();
        }

        @Test
        void of_a_framework_below_the_pages_is_found_and_a_store_may_use_jdbc_only() {
            String faults =
                    String.join("\n", faults(DoorRules.roomsArePlainJava(PLANTED + ".."), planted("framework")));
            assertThat(faults).contains("Framed", "Overreaching").doesNotContain("Modest");
        }

        private static JavaClasses planted(String what) {
            return new ClassFileImporter().importPackages(PLANTED + "." + what);
        }
    }

    private static List<String> faults(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
