package comity.safeguards;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.eligibility.Cooperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The table of docs/safeguards is what officials read. It says what the program does, or the test fails.
class WhoMayDoWhatTest {
    private static final Law LAW = Law.load();

    private static final List<Role> COLUMNS =
            List.of(Role.DUTY_OFFICER, Role.CENTRAL_AUTHORITY, Role.INVESTIGATOR, Role.OVERSIGHT, Role.ADMINISTRATOR);

    private static Map<String, List<String>> table() throws IOException {
        Path page = Path.of(System.getProperty("comity.root")).resolve("docs/safeguards/README.md");
        return Files.readString(page)
                .lines()
                .filter(line -> line.matches("\\| [A-Z_]+ \\|.*"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toList())
                .collect(Collectors.toMap(cells -> cells.get(1), cells -> cells.subList(2, cells.size() - 1)));
    }

    @Nested
    class The_table_in_the_documents {
        @ParameterizedTest
        @EnumSource
        void says_of_every_act_what_the_program_does(Act act) throws IOException {
            Safeguards safeguards = new Safeguards(LAW, Cooperations.load(LAW.terms(), LAW.grounds()));
            List<String> done = COLUMNS.stream()
                    .map(role -> new Actor("p", new StateCode("XA"), Set.of(role)))
                    .map(person -> safeguards.competent(person, act) ? "yes" : "")
                    .toList();
            assertThat(table()).containsEntry(act.name(), done);
        }

        @Test
        void names_no_act_that_does_not_exist() throws IOException {
            assertThat(table().keySet())
                    .isSubsetOf(Arrays.stream(Act.values()).map(Act::name).toList());
        }
    }
}
