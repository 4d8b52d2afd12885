package comity.law.treaty;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.LawDays;
import comity.law.SpreadsheetGuard;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/// The acts of a register as a table (CSV, RFC 4180), one row an act in one version, for people who keep it in a
/// spreadsheet. A table is taken whole or not at all: every complaint names row and column. Cells that a spreadsheet
/// would run are made harmless on the way out and restored on the way in.
public final class RegisterTable {
    /// The row of the first act; the one before it is the heading.
    static final int FIRST_ROW = 2;

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_COMPLAINTS = 200;
    private static final int LONGEST = 80;
    private static final List<String> COLUMNS = List.of(
            "id",
            "version",
            "by",
            "instrument",
            "act",
            "on",
            "how",
            "inForceOn",
            "provisions",
            "effect",
            "duty",
            "refersTo",
            "precludes",
            "text",
            "source",
            "depositary",
            "asOf",
            "confidence",
            "note");
    private static final CSVFormat FORM = CSVFormat.RFC4180
            .builder()
            .setLenientEof(false)
            .setTrailingData(false)
            .get();

    private final FinalProvisions provisions;

    public RegisterTable(FinalProvisions provisions) {
        this.provisions = provisions;
    }

    /// What came of reading a table.
    public sealed interface Read {
        /// Every row is an act.
        record Whole(List<TreatyAct> acts) implements Read {
            public Whole {
                acts = List.copyOf(acts);
            }
        }

        /// Nothing is taken. A pointer is `/row/column`; rows count from 1, which is the heading.
        record Refused(List<Complaint> complaints) implements Read {
            public Refused {
                complaints = List.copyOf(complaints);
            }
        }
    }

    /// Whether its first line has a heading that only a register has.
    static boolean isMeant(byte[] bytes) {
        String heading = Utf8.text(bytes).lines().findFirst().orElse("");
        return Arrays.asList(heading.split(",")).contains("instrument");
    }

    /// All acts in all versions, in the order of the register.
    public byte[] write(TreatyRegister register) {
        StringBuilder text = new StringBuilder("\uFEFF");
        try (CSVPrinter printer = new CSVPrinter(text, FORM)) {
            printer.printRecord(COLUMNS);
            for (TreatyAct act : register.everything()) {
                Map<String, String> cells = cells(act);
                printer.printRecord(COLUMNS.stream()
                        .map(column -> SpreadsheetGuard.guarded(cells.getOrDefault(column, "")))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text took no more letters", e);
        }
        return Utf8.bytes(text.toString());
    }

    private static Map<String, String> cells(TreatyAct act) {
        TreatyAct.Head head = act.head();
        Map<String, String> cells = new HashMap<>();
        cells.put("id", head.id());
        cells.put("version", Integer.toString(head.version()));
        cells.put("by", head.by().code());
        cells.put("instrument", head.instrument());
        cells.put("act", ActKind.of(act).name());
        cells.put("on", head.on().toString());
        cells.put("source", head.source().source());
        cells.put("depositary", head.source().depositary());
        cells.put("asOf", head.source().asOf().toString());
        cells.put("confidence", head.source().confidence().name());
        cells.put("note", head.source().note());
        switch (act) {
            case TreatyAct.Deposit deposit -> {
                cells.put("how", deposit.how().name());
                deposit.inForceOn().ifPresent(day -> cells.put("inForceOn", day.toString()));
            }
            case TreatyAct.Reservation reservation -> {
                cells.put("provisions", String.join("; ", reservation.provisions()));
                cells.put("effect", reservation.effect().name());
                cells.put("text", texts(reservation.text()));
            }
            case TreatyAct.Declaration declaration -> {
                cells.put("provisions", String.join("; ", declaration.provisions()));
                cells.put("text", texts(declaration.text()));
            }
            case TreatyAct.Objection objection -> {
                cells.put("refersTo", objection.to());
                cells.put("precludes", objection.precludes() ? "yes" : "no");
                cells.put("text", texts(objection.text()));
            }
            case TreatyAct.Designation designation -> {
                cells.put("duty", designation.duty().code());
                cells.put("text", texts(designation.authority()));
            }
            case TreatyAct.Notification notification -> {
                cells.put("duty", notification.duty().code());
                cells.put("text", texts(notification.said()));
            }
            case TreatyAct.Withdrawal withdrawal -> cells.put("refersTo", withdrawal.of());
            case TreatyAct.Signature _, TreatyAct.Denunciation _ -> {}
        }
        return cells;
    }

    /// `[en] text` by language, one below the other.
    private static String texts(Map<String, String> texts) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(texts).forEach((tag, text) -> lines.add("[" + tag + "] " + text.replace("\n", " ")));
        return String.join("\n", lines);
    }

    /// Reads a table.
    public Read read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return refused("too-large", "" + bytes.length);
        }
        Optional<String> decoded = decoded(bytes);
        if (decoded.isEmpty()) {
            return refused("not-utf-8", "");
        }
        String text = decoded.get();
        List<Complaint> complaints = new ArrayList<>();
        List<TreatyAct> acts = new ArrayList<>();
        long row = 0;
        try (CSVParser parser =
                CSVParser.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text), FORM)) {
            List<String> headings = List.of();
            for (CSVRecord found : parser) {
                row++;
                if (row == 1) {
                    headings = found.toList();
                    if (!headings.equals(COLUMNS)) {
                        return new Read.Refused(wrongHeadings(headings));
                    }
                } else {
                    new Row(row, found, complaints).act().ifPresent(acts::add);
                }
                if (complaints.size() >= MOST_COMPLAINTS) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            complaints.add(said("/" + (row + 1), "not-csv", Map.of("value", String.valueOf(e.getMessage()))));
        }
        if (row == 0) {
            complaints.add(said("", "empty", Map.of()));
        }
        return complaints.isEmpty() ? new Read.Whole(acts) : new Read.Refused(complaints);
    }

    private static Read refused(String code, String value) {
        return new Read.Refused(List.of(said("", code, Map.of("value", value))));
    }

    private static Complaint said(String pointer, String code, Map<String, String> details) {
        return Complaint.blocks(pointer, code).with(details);
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /// Which headings are too many, which are missing; or that they stand in another order.
    private static List<Complaint> wrongHeadings(List<String> headings) {
        List<Complaint> wrong = new ArrayList<>();
        headings.stream()
                .filter(heading -> !COLUMNS.contains(heading))
                .map(heading -> said("/1", "heading-unknown", Map.of("value", shortened(heading))))
                .limit(COLUMNS.size())
                .forEach(wrong::add);
        COLUMNS.stream()
                .filter(column -> !headings.contains(column))
                .map(column -> said("/1", "heading-missing", Map.of("value", column)))
                .forEach(wrong::add);
        return wrong.isEmpty()
                ? List.of(said("/1", "headings-in-order", Map.of("value", String.join(",", COLUMNS))))
                : wrong;
    }

    private static String shortened(String given) {
        return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
    }

    /// One row on its way to an act.
    private final class Row {
        private final long number;
        private final CSVRecord record;
        private final List<Complaint> complaints;
        private final int before;

        Row(long number, CSVRecord record, List<Complaint> complaints) {
            this.number = number;
            this.record = record;
            this.complaints = complaints;
            this.before = complaints.size();
        }

        Optional<TreatyAct> act() {
            if (record.size() != COLUMNS.size()) {
                wrong("", "cells-of-row", "" + record.size(), "" + COLUMNS.size());
                return Optional.empty();
            }
            Optional<ActKind> kind = oneOf("act", ActKind.class);
            Optional<TreatyAct.Head> head = head();
            Optional<TreatyAct> act = kind.flatMap(known -> head.flatMap(found -> act(known, found)));
            return complaints.size() == before ? act : Optional.empty();
        }

        private Optional<TreatyAct> act(ActKind kind, TreatyAct.Head head) {
            return switch (kind) {
                case SIGNATURE -> Optional.of(new TreatyAct.Signature(head));
                case DENUNCIATION -> Optional.of(new TreatyAct.Denunciation(head));
                case DEPOSIT ->
                    oneOf("how", TreatyAct.Deposit.How.class)
                            .map(how -> new TreatyAct.Deposit(head, how, whenIfAny("inForceOn")));
                case RESERVATION ->
                    oneOf("effect", TreatyAct.Reservation.Effect.class)
                            .map(effect -> new TreatyAct.Reservation(head, list(), effect, texts()));
                case DECLARATION -> Optional.of(new TreatyAct.Declaration(head, list(), texts()));
                case OBJECTION ->
                    Optional.of(new TreatyAct.Objection(head, needed("refersTo"), yes("precludes"), texts()));
                case DESIGNATION -> duty().map(duty -> new TreatyAct.Designation(head, duty, texts()));
                case NOTIFICATION -> duty().map(duty -> new TreatyAct.Notification(head, duty, texts()));
                case WITHDRAWAL -> Optional.of(new TreatyAct.Withdrawal(head, needed("refersTo")));
            };
        }

        private Optional<TreatyAct.Head> head() {
            String id = needed("id");
            String version = needed("version");
            String by = needed("by");
            String instrument = needed("instrument");
            String on = needed("on");
            String source = needed("source");
            Optional<LocalDate> asOf = day("asOf");
            Optional<Provenance.Confidence> confidence = oneOf("confidence", Provenance.Confidence.class);
            if (!version.matches("[1-9][0-9]{0,5}")) {
                wrong("version", "not-a-number", version);
            }
            Optional<StateCode> state = state(by);
            Optional<When> when = when("on", on);
            if (complaints.size() > before || asOf.isEmpty() || confidence.isEmpty()) {
                return Optional.empty();
            }
            return state.flatMap(who -> when.map(day -> new TreatyAct.Head(
                    id,
                    Integer.parseInt(version),
                    who,
                    instrument,
                    day,
                    new Provenance(source, cell("depositary"), asOf.get(), confidence.get(), cell("note")))));
        }

        private Optional<StateCode> state(String code) {
            try {
                return Optional.of(new StateCode(code));
            } catch (IllegalArgumentException e) {
                wrong("by", "state-unknown", code);
                return Optional.empty();
            }
        }

        private Optional<When> when(String column, String text) {
            try {
                return Optional.of(When.parse(text));
            } catch (IllegalArgumentException e) {
                wrong(column, "not-a-date", text);
                return Optional.empty();
            }
        }

        private Optional<LocalDate> day(String column) {
            Optional<LocalDate> day = LawDays.read(cell(column));
            if (day.isEmpty()) {
                wrong(column, "not-a-date", cell(column));
            }
            return day;
        }

        private Optional<When> whenIfAny(String column) {
            return cell(column).isEmpty() ? Optional.empty() : when(column, cell(column));
        }

        private boolean yes(String column) {
            if (!cell(column).equals("yes") && !cell(column).equals("no")) {
                wrong(column, "not-yes-or-no", cell(column));
            }
            return cell(column).equals("yes");
        }

        private List<String> list() {
            return Arrays.stream(cell("provisions").split(";"))
                    .map(String::strip)
                    .filter(provision -> !provision.isEmpty())
                    .toList();
        }

        private Map<String, String> texts() {
            Map<String, String> texts = new HashMap<>();
            for (String line : needed("text").split("\n")) {
                int end = line.indexOf("] ");
                if (!line.startsWith("[") || end < 2) {
                    wrong("text", "not-a-text-by-language", line);
                    return Map.of("en", line);
                }
                texts.put(line.substring(1, end), line.substring(end + 2));
            }
            return texts;
        }

        private Optional<Duty> duty() {
            Optional<Duty> duty = provisions.duty(cell("duty"));
            if (duty.isEmpty()) {
                wrong("duty", "not-a-duty", cell("duty"));
            }
            return duty;
        }

        private <E extends Enum<E>> Optional<E> oneOf(String column, Class<E> words) {
            String word = cell(column);
            Optional<E> found = Arrays.stream(words.getEnumConstants())
                    .filter(constant -> constant.name().equals(word))
                    .findFirst();
            if (found.isEmpty()) {
                wrong(column, "word-unknown", word, Arrays.toString(words.getEnumConstants()));
            }
            return found;
        }

        private String needed(String column) {
            String value = cell(column);
            if (value.isBlank()) {
                wrong(column, "is-missing", column);
            }
            return value;
        }

        private String cell(String column) {
            return SpreadsheetGuard.unguarded(record.get(COLUMNS.indexOf(column)));
        }

        private void wrong(String column, String code, String value) {
            complaints.add(said(place(column), code, Map.of("value", shortened(value))));
        }

        private void wrong(String column, String code, String value, String expected) {
            complaints.add(said(place(column), code, Map.of("value", shortened(value), "expected", expected)));
        }

        private String place(String column) {
            return column.isEmpty() ? "/" + number : "/" + number + "/" + column;
        }
    }
}
