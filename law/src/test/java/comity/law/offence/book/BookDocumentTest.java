package comity.law.offence.book;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.law.matching.Conduct;
import comity.law.matching.ConductFile;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.NationalLaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// docs/protocol/national-law-book.md shows examples; whoever copies one must find that it works.
class BookDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```(json|csv)\n(.*?)```");

    private final Elements elements = Elements.load();
    private final BookReader reader = new BookReader(elements, DualCriminalityRules.load());

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("comity.root"), "docs/protocol/national-law-book.md"));
    }

    private static List<String> examples() throws IOException {
        return EXAMPLE.matcher(document())
                .results()
                .map(found -> found.group(2))
                .toList();
    }

    private NationalLaw whole(BookForm form, String text) {
        BookReading reading = reader.read(form, Utf8.bytes(text));
        assertThat(reading).as("%s", reading.complaints()).isInstanceOf(BookReading.Whole.class);
        return ((BookReading.Whole) reading).book();
    }

    @Test
    void bothBooksAreReadAndAreTheSame() throws IOException {
        assertThat(whole(BookForm.CSV, examples().get(1)))
                .isEqualTo(whole(BookForm.JSON, examples().getFirst()));
    }

    @Test
    void theConductIsRead() throws IOException {
        Conduct conduct = new ConductFile(elements)
                .read("conduct.json", Utf8.bytes(examples().get(2)));
        assertThat(conduct.acts()).hasSize(2);
        assertThat(conduct.shown()).containsExactly("serious-harm");
    }

    @Test
    void theVectorsAreTheExamples() throws IOException {
        Path vectors = Path.of(System.getProperty("comity.root"), "docs/protocol/vectors/law");
        List<String> names = List.of("book.json", "book.csv", "conduct.json");
        for (int i = 0; i < names.size(); i++) {
            assertThat(Files.readString(vectors.resolve(names.get(i))))
                    .isEqualTo(examples().get(i));
        }
    }

    @Test
    void everyColumnIsExplained() throws IOException {
        assertThat(Line.headings()).allSatisfy(heading -> assertThat(document()).contains(heading));
    }
}
