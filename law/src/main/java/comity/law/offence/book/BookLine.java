package comity.law.offence.book;

import java.util.Map;
import java.util.Optional;

/// One line of a book as it stands in the file.
///
/// @param kind which line it is
/// @param pointer where it stands: `/provisions/3` in JSON, `/17` for the 17th row of a spreadsheet
/// @param cells what it says by column; empty cells are left out
record BookLine(Line kind, String pointer, Map<String, String> cells) {
    BookLine {
        cells = Map.copyOf(cells);
    }

    Optional<String> cell(String column) {
        return Optional.ofNullable(cells.get(column));
    }

    String pointerTo(String column) {
        return pointer + "/" + column;
    }
}
