package comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// docs/coverage has a line for each article. That each phrase stands in its file is held by the tests of the
/// house.
class CoverageTest {
    private static final Pattern LINE = Pattern.compile("(?m)^\\| (\\d{1,2})[^|]*\\|");

    private static Set<Integer> articlesIn(String page) {
        return LINE.matcher(page)
                .results()
                .map(line -> Integer.parseInt(line.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Nested
    class The_list_of_articles {
        @Test
        void leaves_none_out_and_invents_none() throws IOException {
            Path page = Path.of(System.getProperty("comity.root")).resolve("docs/coverage/README.md");
            assertThat(articlesIn(Files.readString(page)))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 68).boxed().toList());
        }

        @Test
        void would_show_a_missing_one() {
            assertThat(articlesIn("| 1 | a |\n| 3(1)(b) | c |\n")).isEqualTo(new TreeSet<>(List.of(1, 3)));
        }
    }
}
