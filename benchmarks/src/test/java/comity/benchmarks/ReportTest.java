package comity.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Machine MACHINE = new Machine(2, "a processor", 8, "a system", "a Java", 0.1);
    private static final Growth GROWTH = new Growth(
            "Proof & time",
            "leaves",
            "µs",
            List.of(new Growth.Line(
                    "inclusion <i>", List.of(new Growth.Point(1000, 10), new Growth.Point(1_000_000, 20)))));

    private static Report report(Report.Part... parts) {
        return new Report(MACHINE, Instant.EPOCH, Duration.ofSeconds(61), List.of(parts));
    }

    private static Report.Part measured(char letter, Figure... figures) {
        Table table = new Table("Loads", List.of("at a time", "letters/s"), List.of(List.of("64", "640")));
        return new Report.Part(
                letter,
                "Section " + letter,
                Optional.of(new Findings(List.of(table), List.of(GROWTH), List.of(figures), List.of("a note"))),
                "");
    }

    private static Report.Part missing(char letter) {
        return new Report.Part(letter, "Section " + letter, Optional.empty(), "its room has not been built");
    }

    private static String printed(Report report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TextReport(report).print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Nested
    class A_ratio {
        @Test
        void is_shown_when_both_of_its_figures_were_measured() {
            var report = report(
                    measured('A', new Figure("as4.64.rate", 20, "1/s")),
                    measured('B', new Figure("comity.letters.64.rate", 640, "1/s")));
            assertThat(Ratios.table(report).rows())
                    .containsExactly(List.of("letters per second, 64 senders, beside AS4", "32 ×", "at least 20"));
        }

        @Test
        void is_left_out_when_one_of_them_was_not() {
            var report = report(missing('A'), measured('B', new Figure("comity.letters.64.rate", 640, "1/s")));
            assertThat(Ratios.table(report).rows()).isEmpty();
        }
    }

    @Nested
    class The_text {
        @Test
        void names_the_machine_and_what_was_not_measured() {
            assertThat(printed(report(measured('A'), missing('C'))))
                    .contains("2 cores a processor", "1 min 01 s", "64", "a note")
                    .contains("C. Section C", "not measured: its room has not been built");
        }
    }

    @Nested
    class The_files {
        @TempDir
        Path folder;

        @Test
        void hold_the_figures_for_programs_and_a_table_to_quote() throws Exception {
            new ResultFiles(report(measured('A', new Figure("as4.64.rate", 20, "1/s")), missing('C'))).write(folder);
            assertThat(Files.readString(folder.resolve("results.json")))
                    .contains("\"as4.64.rate\"", "20.0", "its room has not been built");
            assertThat(Files.readString(folder.resolve("figures.md")))
                    .contains("| at a time | letters/s |", "| 64 | 640 |");
        }

        @Test
        void hold_pictures_that_are_well_formed() throws Exception {
            var picture = SvgPicture.of(GROWTH).getBytes(StandardCharsets.UTF_8);
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(picture));
            assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
            assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(2);
        }
    }

    @Nested
    class A_table {
        @Test
        void refuses_a_row_that_does_not_fit_its_headings() {
            assertThatThrownBy(() -> new Table("t", List.of("a", "b"), List.of(List.of("1"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class The_options {
        @Test
        void choose_sections_by_letter() {
            Options options = Options.of(List.of("--quick", "--only", "a,c"));
            assertThat(options.quick()).isTrue();
            assertThat(options.only()).containsExactlyInAnyOrder('A', 'C');
        }

        @Test
        void refuse_what_they_do_not_know() {
            assertThatThrownBy(() -> Options.of(List.of("--fast"))).hasMessageContaining("--fast");
            assertThatThrownBy(() -> Options.of(List.of("--only"))).hasMessageContaining("needs a value");
        }
    }
}
