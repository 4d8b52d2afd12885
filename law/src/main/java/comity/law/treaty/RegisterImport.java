package comity.law.treaty;

import comity.kernel.Complaint;
import comity.law.BrokenLawFile;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes a register that somebody brings: the book (JSON), or the table of its acts (CSV). Whole or not at all; every
/// complaint names its place, which in a table is row and column.
public final class RegisterImport {
    /// What complaints in the log call it.
    private static final String NAME = "register";

    private final FinalProvisions provisions;
    private final RegisterBook book;
    private final RegisterTable table;

    public RegisterImport(FinalProvisions provisions) {
        this.provisions = provisions;
        this.book = new RegisterBook(provisions);
        this.table = new RegisterTable(provisions);
    }

    /// What came of it.
    public sealed interface Taken {
        /// It can be published.
        record Whole(TreatyRegister register) implements Taken {}

        /// Nothing of it is taken.
        record Refused(List<Complaint> complaints) implements Taken {
            public Refused {
                complaints = List.copyOf(complaints);
            }
        }
    }

    /// Reads a file.
    ///
    /// @param now the register that stands; a table has acts only, and keeps its treaties and participants
    public Taken read(byte[] file, TreatyRegister now) {
        return isJson(file) ? fromBook(file) : fromTable(file, now);
    }

    /// Whether a file is meant as a register, and not as a book of provisions: it names treaties.
    public static boolean isRegister(byte[] file) {
        return isJson(file) ? RegisterBook.isMeant(file) : RegisterTable.isMeant(file);
    }

    /// Whether a file is meant as JSON: its first sign that is not blank opens an object or a list.
    public static boolean isJson(byte[] file) {
        for (byte sign : file) {
            if (sign == '{' || sign == '[') {
                return true;
            }
            if (sign != ' ' && sign != '\t' && sign != '\r' && sign != '\n') {
                return false;
            }
        }
        return false;
    }

    private Taken fromBook(byte[] file) {
        RegisterDraft draft;
        try {
            draft = book.draft(NAME, file);
        } catch (BrokenLawFile e) {
            return new Taken.Refused(List.of(e.complaint()));
        }
        Map<String, String> places = new HashMap<>();
        place(places, "/instruments", draft.instruments().stream().map(Instrument::code));
        place(
                places,
                "/participants",
                draft.participants().stream().map(one -> one.code().code()));
        place(places, "/acts", draft.acts().stream().map(act -> act.head().id()));
        return taken(draft, fault -> places.getOrDefault(fault, ""), false);
    }

    private static void place(Map<String, String> places, String list, Stream<String> names) {
        List<String> all = names.toList();
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i), list + "/" + i);
        }
    }

    private Taken fromTable(byte[] file, TreatyRegister now) {
        return switch (table.read(file)) {
            case RegisterTable.Read.Refused(List<Complaint> complaints) -> new Taken.Refused(complaints);
            case RegisterTable.Read.Whole(List<TreatyAct> acts) -> {
                Map<String, String> rows = new HashMap<>();
                IntStream.range(0, acts.size())
                        .forEach(i -> rows.put(acts.get(i).head().id(), "/" + (i + RegisterTable.FIRST_ROW)));
                yield taken(draft(acts, now), id -> rows.getOrDefault(id, ""), true);
            }
        };
    }

    /// A table says nothing of its own day: it is as new as the newest of its sources, and not older than what stands.
    private static RegisterDraft draft(List<TreatyAct> acts, TreatyRegister now) {
        LocalDate asOf = acts.stream()
                .map(act -> act.head().source().asOf())
                .filter(day -> day.isAfter(now.asOf()))
                .max(LocalDate::compareTo)
                .orElse(now.asOf());
        return new RegisterDraft(
                now.about(), asOf, List.copyOf(now.instruments()), List.copyOf(now.participants()), acts);
    }

    private Taken taken(RegisterDraft draft, UnaryOperator<String> places, boolean columns) {
        try {
            return new Taken.Whole(draft.register(provisions));
        } catch (RegisterRefused e) {
            return new Taken.Refused(e.faults().stream()
                    .map(fault -> {
                        String place = places.apply(fault.where());
                        return fault.at(place.isEmpty() || !columns ? place : place + "/" + column(fault.kind()));
                    })
                    .toList());
        }
    }

    /// The column of a table in which a fault is seen.
    private static String column(RegisterFault.Kind kind) {
        return switch (kind) {
            case TWICE -> "id";
            case VERSIONS_BROKEN -> "version";
            case UNKNOWN_CODE, UNKNOWN_PARTICIPANT, NOT_A_STATE, CORRECTION_OF_ANOTHER -> "by";
            case UNKNOWN_INSTRUMENT -> "instrument";
            case UNKNOWN_DUTY -> "duty";
            case UNKNOWN_ACT, WITHDRAWAL_OUT_OF_PLACE -> "refersTo";
            case INSTRUMENT_WITHOUT_SIGNATURE -> "how";
            case BINDING_DAY_MISSING -> "inForceOn";
            case INSTRUMENT_BEFORE_SIGNATURE,
                    SIGNATURE_OUT_OF_TIME,
                    SIGNED_TWICE,
                    DEPOSITED_TWICE,
                    DENUNCIATION_WITHOUT_INSTRUMENT,
                    IN_THE_FUTURE -> "on";
        };
    }
}
