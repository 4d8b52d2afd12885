package comity.law.offence.book;

import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Elements;
import comity.law.offence.NationalLaw;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Reads a State's book: the whole of it, or nothing and every complaint at once.
public final class BookReader {
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_LINES = 100_000;

    private final Elements elements;
    private final DualCriminalityRules measures;

    public BookReader(Elements elements, DualCriminalityRules measures) {
        this.elements = elements;
        this.measures = measures;
    }

    public BookReading read(BookForm form, byte[] bytes) {
        Complaints complaints = new Complaints();
        Optional<NationalLaw> book = text(bytes, complaints).flatMap(text -> book(form, text, complaints));
        return book.isPresent() && !complaints.blocks()
                ? new BookReading.Whole(book.get(), complaints.all())
                : new BookReading.Refused(complaints.all());
    }

    private Optional<NationalLaw> book(BookForm form, String text, Complaints complaints) {
        List<BookLine> lines = switch (form) {
            case JSON -> JsonLines.read(text, complaints);
            case CSV -> CsvLines.read(text, complaints);
        };
        if (lines.size() > MOST_LINES) {
            complaints.block("", "too-many-lines", "" + lines.size());
            return Optional.empty();
        }
        return lines.isEmpty() ? Optional.empty() : new LawAssembler(elements, measures, complaints).assemble(lines);
    }

    private static Optional<String> text(byte[] bytes, Complaints complaints) {
        if (bytes.length > MOST_BYTES) {
            complaints.block("", "too-large", "" + bytes.length);
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            complaints.block("", "not-utf-8", "");
            return Optional.empty();
        }
    }
}
