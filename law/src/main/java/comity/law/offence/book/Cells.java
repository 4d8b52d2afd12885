package comity.law.offence.book;

import comity.law.LawDays;
import comity.law.offence.Vouching;
import comity.law.offence.Vouching.Voucher;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The cells of one line, read as what they should be. A cell that is not is a complaint, and empty.
final class Cells {
    private static final int LONGEST = 20_000;

    /// What no text needs: control signs, and the two that turn the direction of what follows.
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202D\\u202E]");

    private final BookLine line;
    private final Complaints complaints;

    Cells(BookLine line, Complaints complaints) {
        this.line = line;
        this.complaints = complaints;
    }

    Optional<String> text(String column) {
        Optional<String> cell = line.cell(column);
        if (cell.isEmpty()) {
            return cell;
        }
        if (cell.get().length() > LONGEST) {
            complaints.block(line.pointerTo(column), "too-long", "" + cell.get().length());
            return Optional.empty();
        }
        if (HIDDEN.matcher(cell.get()).find()) {
            complaints.block(line.pointerTo(column), "hidden-signs", "");
            return Optional.empty();
        }
        return cell.filter(said -> !said.isBlank());
    }

    Optional<String> needed(String column) {
        if (line.cell(column).filter(said -> !said.isBlank()).isEmpty()) {
            complaints.block(line.pointerTo(column), "is-missing", column);
        }
        return text(column);
    }

    /// A cell that may be empty; what it says must be readable.
    <T> Optional<T> as(String column, String code, Function<String, Optional<T>> reading) {
        return text(column).flatMap(said -> read(column, code, said, reading));
    }

    <T> Optional<T> neededAs(String column, String code, Function<String, Optional<T>> reading) {
        return needed(column).flatMap(said -> read(column, code, said, reading));
    }

    private <T> Optional<T> read(String column, String code, String said, Function<String, Optional<T>> reading) {
        Optional<T> read = reading.apply(said);
        if (read.isEmpty()) {
            complaints.block(line.pointerTo(column), code, said);
        }
        return read;
    }

    <E extends Enum<E>> Optional<E> neededWord(String column, Class<E> words) {
        Optional<String> said = needed(column);
        Optional<E> found = said.flatMap(word -> Arrays.stream(words.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst());
        if (said.isPresent() && found.isEmpty()) {
            String known = Arrays.toString(words.getEnumConstants());
            complaints.block(line.pointerTo(column), "word-unknown", Map.of("value", said.get(), "expected", known));
        }
        return found;
    }

    Optional<LocalDate> date(String column) {
        return as(column, "not-a-date", LawDays::read);
    }

    Optional<LocalDate> neededDate(String column) {
        return neededAs(column, "not-a-date", LawDays::read);
    }

    /// Words set apart by spaces.
    List<String> words(String column) {
        return text(column).map(said -> List.of(said.strip().split("\\s+"))).orElseGet(List::of);
    }

    /// Who stands for what this line says. Whoever has verified it says who and when.
    Optional<Vouching> vouching() {
        Optional<Voucher> by = neededWord("verifiedBy", Voucher.class);
        Optional<String> source = needed("source");
        boolean verified = by.isPresent() && by.get() != Voucher.NOBODY;
        Optional<String> who = verified ? needed("verifier") : text("verifier");
        Optional<LocalDate> on = verified ? neededDate("verifiedOn") : date("verifiedOn");
        if (by.isEmpty() || source.isEmpty()) {
            return Optional.empty();
        }
        if (!verified && (who.isPresent() || on.isPresent())) {
            complaints.block(line.pointerTo("verifiedBy"), "verified-by-nobody", who.orElse(""));
        }
        return Optional.of(new Vouching(by.get(), who.orElse(""), on, source.get()));
    }

    void block(String column, String code, String given) {
        complaints.block(line.pointerTo(column), code, given);
    }

    void warn(String column, String code, String given) {
        complaints.warn(line.pointerTo(column), code, given);
    }

    BookLine line() {
        return line;
    }
}
