package comity.web.registry;

import comity.directory.Authority;
import comity.directory.Desk;
import comity.directory.Entry;
import comity.directory.Furnished;
import comity.directory.Holiday;
import comity.directory.OpeningHours;
import comity.directory.PreservationPractice;
import comity.directory.PublishedNeed;
import comity.web.Page;
import comity.web.Trouble;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An entry as a form: what it says as texts to be changed, and the texts back as an entry. What a State may write in
/// any language is one line a language, `en: Central authority`; lists are one item a line.
final class EntryForm {
    /// Room for one more than there are.
    private static final int MOST_OFFICES = 24;

    private static final Pattern TEXT = Pattern.compile("([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\\s*:\\s*(\\S.*)");
    private static final Pattern HOURS = Pattern.compile("([a-z]+)-([a-z]+) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Pattern NEED = Pattern.compile("(/\\S+) (required|likely-asked)((?:\\s*;?\\s*[^;]+)*)");
    private static final Pattern HOLIDAY =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?: (\\d{4}-\\d\\d-\\d\\d))?((?: .*)?)");
    private static final Pattern LAW = Pattern.compile("(\\d+(?:\\(\\w+\\))*) (https://\\S+)((?: .*)?)");
    private static final Pattern PHONE = Pattern.compile("\\+[0-9][0-9 ()-]{3,30}");

    private final Page page;
    private final List<Trouble> troubles = new ArrayList<>();

    EntryForm(Page page) {
        this.page = page;
    }

    /// How many desks or authorities the form has room for.
    static int room(int known) {
        return Math.min(known + 1, MOST_OFFICES);
    }

    /// What an entry says, by field.
    static Map<String, String> fields(Entry entry) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("names", lines(entry.names()));
        fields.put("zone", entry.zone().getId());
        fields.put("languages", String.join(" ", entry.languages()));
        for (int i = 0; i < entry.desks().size(); i++) {
            Desk desk = entry.desks().get(i);
            office(
                    fields,
                    "desk-" + i,
                    desk.id(),
                    desk.names(),
                    desk.phones(),
                    desk.mail(),
                    desk.languages(),
                    desk.hours());
        }
        for (int i = 0; i < entry.authorities().size(); i++) {
            Authority office = entry.authorities().get(i);
            String at = "office-" + i;
            office(
                    fields,
                    at,
                    office.id(),
                    office.names(),
                    office.phones(),
                    office.mail(),
                    office.languages(),
                    office.hours());
            fields.put(
                    at + "-functions",
                    office.functions().stream().map(EntryForm::word).sorted().collect(Collectors.joining(" ")));
            fields.put(at + "-urgent", lines(office.urgentProcedure()));
        }
        PreservationPractice practice = entry.preservation();
        fields.put("days", Integer.toString(practice.days()));
        fields.put("order-days", Integer.toString(practice.domesticOrderDays()));
        fields.put("dual", practice.dualCriminalityReservation() ? "yes" : "no");
        fields.put("needs", practice.needs().stream().map(EntryForm::line).collect(Collectors.joining("\n")));
        fields.put("night", lines(practice.nightNote()));
        fields.put("channels", String.join(" ", entry.furnished().channels()));
        fields.put(
                "laws", entry.furnished().laws().stream().map(EntryForm::line).collect(Collectors.joining("\n")));
        entry.furnished().answers().forEach((question, answer) -> fields.put("answer-" + word(question), word(answer)));
        fields.put("holidays", entry.holidays().stream().map(EntryForm::line).collect(Collectors.joining("\n")));
        return fields;
    }

    private static void office(
            Map<String, String> fields,
            String at,
            String id,
            Map<String, String> names,
            List<String> phones,
            String mail,
            List<String> languages,
            List<OpeningHours> hours) {
        fields.put(at + "-id", id);
        fields.put(at + "-names", lines(names));
        fields.put(at + "-phones", String.join("\n", phones));
        fields.put(at + "-mail", mail);
        fields.put(at + "-languages", String.join(" ", languages));
        fields.put(at + "-hours", hours.stream().map(EntryForm::line).collect(Collectors.joining("\n")));
    }

    /// The entry that was typed; what the form does not ask is as before. When there are [#troubles()], nobody may
    /// use it.
    Entry read(Entry former) {
        Map<String, String> names = texts("names");
        if (!names.containsKey("en")) {
            wrong("names", "entry.wrong.english", "");
            names = former.names();
        }
        LocalDate today = LocalDate.ofInstant(page.now(), ZoneOffset.UTC);
        return new Entry(
                former.state(),
                names,
                former.status(),
                zone(former),
                words("languages"),
                desks(room(former.desks().size())),
                authorities(room(former.authorities().size())),
                former.node(),
                new PreservationPractice(
                        number("days", former.preservation().days()),
                        number("order-days", former.preservation().domesticOrderDays()),
                        page.typed("dual").equals("yes"),
                        items("needs", "entry.wrong.need", this::need),
                        texts("night")),
                items("holidays", "entry.wrong.holiday", this::holiday),
                page.typed("confirm").equals("yes") ? today : former.confirmedOn(),
                new Furnished(words("channels"), items("laws", "entry.wrong.law", this::law), answers()));
    }

    private Furnished.FurnishedLaw law(String line) {
        Matcher law = matched(LAW, line);
        return new Furnished.FurnishedLaw(law.group(1), URI.create(law.group(2)), inOneLine(law.group(3)));
    }

    private Map<Furnished.Question, Furnished.Answer> answers() {
        Map<Furnished.Question, Furnished.Answer> answers = new EnumMap<>(Furnished.Question.class);
        for (Furnished.Question question : Furnished.Question.values()) {
            for (Furnished.Answer answer : Furnished.Answer.values()) {
                if (page.typed("answer-" + word(question)).equals(word(answer))) {
                    answers.put(question, answer);
                }
            }
        }
        return answers;
    }

    List<Trouble> troubles() {
        return List.copyOf(troubles);
    }

    private ZoneId zone(Entry former) {
        try {
            return ZoneId.of(page.typed("zone").strip());
        } catch (DateTimeException e) {
            wrong("zone", "people.zone.wrong", "");
            return former.zone();
        }
    }

    private List<Desk> desks(int room) {
        List<Desk> desks = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            String at = "desk-" + i;
            if (isThere(at)) {
                desks.add(new Desk(
                        id(at),
                        names(at),
                        phones(at),
                        page.typed(at + "-mail").strip(),
                        words(at + "-languages"),
                        hours(at)));
            }
        }
        return desks;
    }

    private List<Authority> authorities(int room) {
        List<Authority> offices = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            String at = "office-" + i;
            if (isThere(at)) {
                offices.add(new Authority(
                        id(at),
                        names(at),
                        functions(at),
                        phones(at),
                        page.typed(at + "-mail").strip(),
                        words(at + "-languages"),
                        hours(at),
                        texts(at + "-urgent")));
            }
        }
        return offices;
    }

    /// An office without id and names is none; that is how one is taken out.
    private boolean isThere(String at) {
        return !page.typed(at + "-id").isBlank() || !page.typed(at + "-names").isBlank();
    }

    private String id(String at) {
        String id = page.typed(at + "-id").strip();
        if (!id.matches("[a-z0-9-]{1,40}")) {
            wrong(at + "-id", "entry.wrong.id", id);
        }
        if (page.typed(at + "-mail").isBlank()) {
            wrong(at + "-mail", "entry.wrong.mail", "");
        }
        return id;
    }

    private Map<String, String> names(String at) {
        Map<String, String> names = texts(at + "-names");
        if (!names.containsKey("en")) {
            wrong(at + "-names", "entry.wrong.english", "");
        }
        return names;
    }

    private Set<Authority.Function> functions(String at) {
        Set<Authority.Function> functions = EnumSet.noneOf(Authority.Function.class);
        List<String> picked = Arrays.asList(page.typed(at + "-functions").split("\\s+"));
        for (Authority.Function function : Authority.Function.values()) {
            if (picked.contains(word(function))) {
                functions.add(function);
            }
        }
        if (functions.isEmpty()) {
            wrong(at + "-functions", "entry.wrong.functions", "");
        }
        return functions;
    }

    private List<String> phones(String at) {
        return items(at + "-phones", "entry.wrong.phone", line -> {
            if (!PHONE.matcher(line).matches()) {
                throw new IllegalArgumentException("no telephone number");
            }
            return line;
        });
    }

    private List<OpeningHours> hours(String at) {
        return items(at + "-hours", "entry.wrong.hours", line -> {
            Matcher hours = matched(HOURS, line);
            return new OpeningHours(
                    DayOfWeek.valueOf(hours.group(1).toUpperCase(Locale.ROOT)),
                    DayOfWeek.valueOf(hours.group(2).toUpperCase(Locale.ROOT)),
                    LocalTime.parse(hours.group(3)),
                    LocalTime.parse(hours.group(4)));
        });
    }

    private PublishedNeed need(String line) {
        Matcher need = matched(NEED, line);
        return new PublishedNeed(
                need.group(1),
                PublishedNeed.Level.valueOf(
                        need.group(2).toUpperCase(Locale.ROOT).replace('-', '_')),
                inOneLine(need.group(3)));
    }

    private Holiday holiday(String line) {
        Matcher holiday = matched(HOLIDAY, line);
        LocalDate from = LocalDate.parse(holiday.group(1));
        LocalDate to = holiday.group(2) == null ? from : LocalDate.parse(holiday.group(2));
        return new Holiday(from, to, inOneLine(holiday.group(3)));
    }

    private static Map<String, String> inOneLine(String texts) {
        Map<String, String> read = new TreeMap<>();
        for (String text : texts.split(";")) {
            if (!text.isBlank()) {
                Matcher matched = matched(TEXT, text.strip());
                read.put(matched.group(1), matched.group(2).strip());
            }
        }
        return read;
    }

    private static Matcher matched(Pattern form, String line) {
        Matcher matcher = form.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("another form");
        }
        return matcher;
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new TreeMap<>();
        items(field, "entry.wrong.text", line -> matched(TEXT, line))
                .forEach(text -> texts.put(text.group(1), text.group(2).strip()));
        return texts;
    }

    private List<String> words(String field) {
        return Arrays.stream(page.typed(field).split("[\\s,]+"))
                .filter(word -> !word.isBlank())
                .toList();
    }

    private int number(String field, int former) {
        String typed = page.typed(field).strip();
        if (typed.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(typed);
        }
        wrong(field, "entry.wrong.number", typed);
        return former;
    }

    /// The items of a field, one a line; a line that cannot be read is said.
    private <T> List<T> items(String field, String wrong, Function<String, T> read) {
        List<T> items = new ArrayList<>();
        // French sets a hard space before a colon, and so may whoever writes as the hint does.
        String typed = page.typed(field).replace('\u00a0', ' ').replace('\u202f', ' ');
        for (String line : typed.lines().toList()) {
            if (!line.isBlank()) {
                try {
                    items.add(read.apply(line.strip()));
                } catch (IllegalArgumentException | DateTimeException e) {
                    wrong(field, wrong, line.strip());
                }
            }
        }
        return items;
    }

    private void wrong(String field, String key, String line) {
        troubles.add(new Trouble(field, page.t(key, "line", line)));
    }

    private static String lines(Map<String, String> texts) {
        return new TreeMap<>(texts)
                .entrySet().stream()
                        .map(text -> text.getKey() + ": " + text.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static String line(OpeningHours hours) {
        return word(hours.from()) + "-" + word(hours.to()) + " " + hours.opens() + "-" + hours.closes();
    }

    private static String line(PublishedNeed need) {
        return need.pointer() + " " + word(need.level()) + oneLine(need.reason());
    }

    private static String line(Furnished.FurnishedLaw law) {
        return law.article() + " " + law.link() + oneLine(law.title());
    }

    private static String line(Holiday holiday) {
        return holiday.from() + " " + holiday.to() + oneLine(holiday.names());
    }

    private static String oneLine(Map<String, String> texts) {
        String line = lines(texts).replace(";", ",").replace("\n", "; ");
        return line.isEmpty() ? "" : " " + line;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
