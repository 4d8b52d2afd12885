package comity.web.law;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.law.KnownCodes;
import comity.law.Law;
import comity.law.basis.DataClass;
import comity.law.eligibility.Asked;
import comity.law.eligibility.Cooperation;
import comity.law.living.LivingLaw;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Reads what a person or a program wants to know of the law, and says everything that is wrong with it at once. Fields
/// are named alike on the page and in the query of a call.
public final class LawQuestions {
    /// The word for a crime that is none of the Convention's.
    public static final String OTHER = "other";

    private static final int LONGEST_YEARS = 99;
    private static final int MOST_SUPPOSED = 60;

    private final Law law;
    private final LivingLaw living;

    public LawQuestions(Law law, LivingLaw living) {
        this.law = law;
        this.living = living;
    }

    /// What came of reading a question.
    public sealed interface Read<T> {
        /// It can be answered.
        record Good<T>(T question) implements Read<T> {}

        /// It cannot, and this is why; each pointer names a field.
        record Wrong<T>(List<Complaint> complaints) implements Read<T> {
            public Wrong {
                complaints = List.copyOf(complaints);
            }
        }
    }

    /// Two States and a day.
    public record Pair(StateCode asking, StateCode asked, LocalDate day) {}

    /// `from`, `to`, `offence` (an id or `other`), `years` and `theirYears` for another crime, `measure`, `data`, `on`.
    public Read<Asked> eligibility(Map<String, String> fields, LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        Optional<StateCode> from = state("from", fields, complaints);
        Optional<StateCode> to = state("to", fields, complaints);
        Optional<Asked.Crime> crime = crime(fields, complaints);
        Optional<String> measure = measure(fields, complaints);
        Optional<DataClass> data = data(fields, complaints);
        Optional<LocalDate> day = day("on", fields, today, complaints);
        return complaints.isEmpty()
                ? new Read.Good<>(new Asked(
                        from.orElseThrow(),
                        to.orElseThrow(),
                        crime.orElseThrow(),
                        measure.orElseThrow(),
                        data,
                        day.orElseThrow()))
                : new Read.Wrong<>(complaints);
    }

    /// `from`, `to` and `on`.
    public Read<Pair> pair(Map<String, String> fields, LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        Optional<StateCode> from = state("from", fields, complaints);
        Optional<StateCode> to = state("to", fields, complaints);
        Optional<LocalDate> day = day("on", fields, today, complaints);
        return complaints.isEmpty()
                ? new Read.Good<>(new Pair(from.orElseThrow(), to.orElseThrow(), day.orElseThrow()))
                : new Read.Wrong<>(complaints);
    }

    /// One day.
    public Read<LocalDate> day(String field, Map<String, String> fields, LocalDate today) {
        List<Complaint> complaints = new ArrayList<>();
        Optional<LocalDate> day = day(field, fields, today, complaints);
        return complaints.isEmpty() ? new Read.Good<>(day.orElseThrow()) : new Read.Wrong<>(complaints);
    }

    /// Deposits that somebody supposes, each written `FR=2027-04-20`; several in one text stand with commas between.
    public Read<Map<StateCode, LocalDate>> supposed(List<String> texts) {
        List<Complaint> complaints = new ArrayList<>();
        List<String> written = texts.stream()
                .flatMap(text -> Arrays.stream(text.split(",", MOST_SUPPOSED + 2)))
                .toList();
        Map<StateCode, LocalDate> supposed = new TreeMap<>();
        if (written.size() > MOST_SUPPOSED) {
            complaints.add(wrong("deposit", "law-too-many", Map.of("most", Integer.toString(MOST_SUPPOSED))));
            return new Read.Wrong<>(complaints);
        }
        for (String one : written) {
            int equals = one.indexOf('=');
            if (equals < 0) {
                complaints.add(wrong("deposit", "law-deposit-wrong", Map.of("value", shortened(one))));
                continue;
            }
            Map<String, String> fields = Map.of("deposit", one.substring(0, equals), "on", one.substring(equals + 1));
            Optional<StateCode> state = state("deposit", fields, complaints);
            day("on", fields, LocalDate.MIN, complaints)
                    .ifPresent(day -> state.ifPresent(known -> supposed.put(known, day)));
        }
        return complaints.isEmpty() ? new Read.Good<>(supposed) : new Read.Wrong<>(complaints);
    }

    static Optional<StateCode> state(String field, Map<String, String> fields, List<Complaint> complaints) {
        String typed = value(fields, field).strip();
        if (typed.isEmpty()) {
            complaints.add(wrong(field, "law-state-missing", Map.of()));
            return Optional.empty();
        }
        Optional<StateCode> state = Optional.of(typed)
                .filter(code -> code.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .filter(KnownCodes::isKnown);
        if (state.isEmpty()) {
            complaints.add(wrong(field, "law-state-unknown", Map.of("value", shortened(typed))));
        }
        return state;
    }

    private Optional<Asked.Crime> crime(Map<String, String> fields, List<Complaint> complaints) {
        String typed = value(fields, "offence").strip();
        if (typed.isEmpty()) {
            complaints.add(wrong("offence", "law-offence-missing", Map.of()));
            return Optional.empty();
        }
        if (typed.equals(OTHER)) {
            OptionalInt own = years("years", fields, complaints);
            OptionalInt theirs = years("theirYears", fields, complaints);
            return Optional.of(new Asked.OtherCrime(own, theirs));
        }
        if (law.offences().find(typed).isEmpty()) {
            complaints.add(wrong("offence", "law-offence-unknown", Map.of("value", shortened(typed))));
            return Optional.empty();
        }
        return Optional.of(new Asked.ConventionOffence(typed));
    }

    private static OptionalInt years(String field, Map<String, String> fields, List<Complaint> complaints) {
        String typed = value(fields, field).strip();
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!typed.matches("\\d{1,2}")) {
            complaints.add(wrong(
                    field,
                    "law-years-wrong",
                    Map.of("value", shortened(typed), "most", Integer.toString(LONGEST_YEARS))));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(typed));
    }

    private Optional<String> measure(Map<String, String> fields, List<Complaint> complaints) {
        String typed = value(fields, "measure").strip();
        if (typed.isEmpty()) {
            complaints.add(wrong("measure", "law-measure-missing", Map.of()));
            return Optional.empty();
        }
        if (living.now().eligibility().cooperations().find(typed).isEmpty()) {
            String known = living.now().eligibility().cooperations().all().stream()
                    .map(Cooperation::code)
                    .collect(Collectors.joining(", "));
            complaints.add(wrong("measure", "law-measure-unknown", Map.of("value", shortened(typed), "known", known)));
            return Optional.empty();
        }
        return Optional.of(typed);
    }

    private static Optional<DataClass> data(Map<String, String> fields, List<Complaint> complaints) {
        String typed = value(fields, "data").strip();
        Optional<DataClass> data = DataClass.ofCode(typed);
        if (data.isEmpty() && !typed.isEmpty()) {
            complaints.add(wrong("data", "law-data-unknown", Map.of("value", shortened(typed))));
        }
        return data;
    }

    static Optional<LocalDate> day(
            String field, Map<String, String> fields, LocalDate today, List<Complaint> complaints) {
        String typed = value(fields, field).strip();
        if (typed.isEmpty() && !today.equals(LocalDate.MIN)) {
            return Optional.of(today);
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeException _) {
            // Said below.
        }
        complaints.add(wrong(field, "law-day-wrong", Map.of("value", shortened(typed))));
        return Optional.empty();
    }

    static String value(Map<String, String> fields, String field) {
        return fields.getOrDefault(field, "");
    }

    static String shortened(String typed) {
        return typed.length() > 40 ? typed.substring(0, 40) + "…" : typed;
    }

    static Complaint wrong(String field, String code, Map<String, String> details) {
        return Complaint.blocks("/" + field, code).with(details);
    }
}
