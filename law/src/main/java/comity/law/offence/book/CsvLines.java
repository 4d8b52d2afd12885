package comity.law.offence.book;

import comity.law.SpreadsheetGuard;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/// The lines of a book as CSV (RFC 4180): one heading, then one line a row, told apart by the first column.
final class CsvLines {
    private static final String FIRST = "row";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setLenientEof(false)
            .setTrailingData(false)
            .get();

    private CsvLines() {}

    static List<BookLine> read(String text, Complaints complaints) {
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        List<BookLine> lines = new ArrayList<>();
        long row = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(plain), FORM)) {
            List<String> headings = List.of();
            for (CSVRecord found : parser) {
                row++;
                if (row == 1) {
                    headings = found.toList();
                    if (!headingsAreGood(headings, complaints)) {
                        return List.of();
                    }
                } else if (found.size() != headings.size()) {
                    complaints.block(
                            "/" + row,
                            "cells-of-row",
                            Map.of("value", "" + found.size(), "expected", "" + headings.size()));
                } else {
                    line(row, headings, found, complaints).ifPresent(lines::add);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            complaints.block("/" + (row + 1), "not-csv", String.valueOf(e.getMessage()));
            return List.of();
        }
        if (row == 0) {
            complaints.block("", "empty", "");
        }
        return lines;
    }

    private static boolean headingsAreGood(List<String> headings, Complaints complaints) {
        Set<String> known = new HashSet<>(Line.headings());
        known.add(FIRST);
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!known.contains(heading)) {
                complaints.block("/1", "heading-unknown", heading);
            } else if (!seen.add(heading)) {
                complaints.block("/1", "heading-twice", heading);
            }
        }
        known.removeAll(seen);
        known.forEach(missing -> complaints.block("/1", "heading-missing", missing));
        return !complaints.blocks();
    }

    private static Optional<BookLine> line(long row, List<String> headings, CSVRecord found, Complaints complaints) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < headings.size(); i++) {
            String cell = SpreadsheetGuard.unguarded(found.get(i));
            if (!cell.isEmpty()) {
                cells.put(headings.get(i), cell);
            }
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        String word = cells.getOrDefault(FIRST, "");
        cells.remove(FIRST);
        Optional<Line> kind = Line.ofWord(word);
        if (kind.isEmpty()) {
            complaints.block("/" + row + "/" + FIRST, "row-unknown", word);
            return Optional.empty();
        }
        for (String column : cells.keySet()) {
            if (kind.get().column(column).isEmpty()) {
                complaints.block("/" + row + "/" + column, "column-not-of-row", word);
            }
        }
        return Optional.of(new BookLine(kind.get(), "/" + row, cells));
    }

    static String write(List<BookLine> lines) {
        StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);
        try (CSVPrinter printer = new CSVPrinter(text, FORM)) {
            List<String> headings = Line.headings();
            List<String> first = new ArrayList<>(List.of(FIRST));
            first.addAll(headings);
            printer.printRecord(first);
            for (BookLine line : lines) {
                List<String> cells = new ArrayList<>(List.of(line.kind().word()));
                headings.forEach(heading ->
                        cells.add(SpreadsheetGuard.guarded(line.cell(heading).orElse(""))));
                printer.printRecord(cells);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text took no more letters", e);
        }
        return text.toString();
    }
}
