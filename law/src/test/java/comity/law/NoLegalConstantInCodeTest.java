package comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Whoever wants to know how long data are kept reads a file with an article beside the number. A number of the
/// Convention that stands in code cannot be corrected by a lawyer, and nobody sees where it came from.
class NoLegalConstantInCodeTest {
    private static final List<String> ROOMS = List.of("law", "safeguards", "requests", "desk");

    /// A length of time with a number in it: `Duration.ofDays(60)`, `plusDays(90)`, `Period.ofDays(7)`, `"P60D"`.
    private static final Pattern NUMBER_OF_DAYS =
            Pattern.compile("(?:ofDays|plusDays|minusDays|ofMonths|ofYears|ofWeeks|plusMonths|plusYears)\\([0-9_]+[L)]"
                    + "|\"P[0-9]+[DMYW]\"");

    /// A name that says days or years and is given a number: `int floorDays = 60`.
    private static final Pattern NAMED_NUMBER =
            Pattern.compile("(?i)\\b\\w*(?:days|years|floor|term)\\w*\\s*(?:=|==|>=|<=|>|<)\\s*[0-9]{2,}\\b");

    private static List<String> offendersIn(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//") && !line.startsWith("*"))
                .filter(line -> NUMBER_OF_DAYS.matcher(line).find()
                        || NAMED_NUMBER.matcher(line).find())
                .toList();
    }

    @Nested
    class The_rooms_of_the_law {
        @Test
        void hold_no_term_of_the_convention_in_code() throws IOException {
            Path root = Path.of(System.getProperty("comity.root"));
            StringBuilder found = new StringBuilder();
            int read = 0;
            for (String room : ROOMS) {
                try (Stream<Path> files = Files.walk(root.resolve(room).resolve("src/main/java"))) {
                    for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                            .toList()) {
                        read++;
                        offendersIn(Files.readString(file))
                                .forEach(line -> found.append(root.relativize(file))
                                        .append(": ")
                                        .append(line)
                                        .append('\n'));
                    }
                }
            }
            assertThat(read).as("files read").isGreaterThan(50);
            assertThat(found.toString()).isEmpty();
        }
    }

    @Nested
    class The_search_itself {
        @Test
        void sees_a_term_that_stands_in_code() {
            assertThat(offendersIn("""
                            Instant until = at.plus(Duration.ofDays(60));
                            int floorDays = 60;
                            if (maximumYears >= 04) {}
                            Period.parse("P90D");
                            """)).hasSize(4);
        }

        @Test
        void lets_a_term_pass_that_comes_from_the_files() {
            assertThat(offendersIn("""
                            Instant until = at.plus(Duration.ofDays(terms.floorDays().value()));
                            int days = 0;
                            // A floor of 60 days: floorDays = 60
                            """)).isEmpty();
        }
    }
}
