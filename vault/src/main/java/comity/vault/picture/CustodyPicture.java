package comity.vault.picture;

import comity.kernel.Language;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.picture.Facts.Finding;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The custody of one exhibit, drawn and told. The table is what counts; the picture helps to see it.
public final class CustodyPicture {
    /// A picture for a page or a sheet of paper, in CSS pixels.
    public static final int WIDE = 720;
    /// A picture for a telephone.
    public static final int NARROW = 320;
    /// The most that a picture may be, so that a page opens on a line of 25 kbit/s within ten seconds.
    public static final int MOST_BYTES = 25_000;

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,18}");

    private final Subject subject;
    private final Words words;
    private final Times times;
    private final List<Mark> marks;

    private CustodyPicture(Subject subject, Language language, ZoneId zone) {
        this.subject = subject;
        this.words = Words.in(language);
        this.times = new Times(zone);
        this.marks = Mark.of(subject.custody());
    }

    /// @param zone what times are counted from: `ZoneOffset.UTC`, or the reader's own zone
    public static CustodyPicture of(Subject subject, Language language, ZoneId zone) {
        return new CustodyPicture(subject, language, zone);
    }

    public Language language() {
        return words.language();
    }

    /// The name of the picture, which is also the heading above it.
    public String title() {
        return words.say("picture.title", subject.exhibit(), subject.title());
    }

    /// What the picture shows, in one sentence or two, for those who do not see it; empty when nothing
    /// is recorded.
    public String description() {
        if (marks.isEmpty()) {
            return "";
        }
        String told = words.say(
                "picture.describe",
                marks.size(),
                times.moment(marks.getFirst().event().at()),
                times.moment(marks.getLast().event().at()));
        return (subject.size() + " " + told).strip();
    }

    Subject subject() {
        return subject;
    }

    List<Mark> marks() {
        return marks;
    }

    Words words() {
        return words;
    }

    Times times() {
        return times;
    }

    /// The picture, at most [#MOST_BYTES] bytes of SVG that stand in a page as they are. Each mark leads
    /// to the row with the id `event-N`. It has no script, no style attribute and nothing from outside,
    /// and takes the colour of the text around it.
    ///
    /// @param width in CSS pixels, [#WIDE] or [#NARROW]
    public String svg(int width) {
        return new Drawing(this, width).svg();
    }

    /// The heading of a column.
    public String heading(Column column) {
        return words.say("table." + column.code());
    }

    /// Every event, in the order of time.
    public List<Row> rows() {
        return marks.stream().map(this::row).toList();
    }

    private Row row(Mark mark) {
        CustodyEvent event = mark.event();
        String state = subject.name(event.state());
        List<Row.Detail> details = new ArrayList<>();
        new TreeMap<>(event.details()).forEach((name, value) -> {
            if (!name.equals(CustodyEvent.RESULT)) {
                details.add(new Row.Detail(detailName(name), detailValue(name, value)));
            }
        });
        return new Row(
                mark.number(),
                times.moment(event.at()),
                state,
                words.say("hand." + event.hand().code()),
                role(event, words),
                words.say("event." + event.kind().code()),
                Foreign.clean(event.place()),
                Foreign.clean(event.reason()),
                event.result().map(this::result).orElse(""),
                details,
                words.say("row.chain", state, event.number()),
                mark.leaf(),
                mark.leaf().isPresent() ? String.valueOf(mark.leaf().getAsLong()) : words.say("row.not-anchored"),
                event.digest(),
                mark.told() ? words.say("row.told", state) : "",
                breaks(mark, words));
    }

    static String role(CustodyEvent event, Words words) {
        return words.word("role", event.role()).orElseGet(() -> Foreign.cut(event.role(), 40));
    }

    static List<String> breaks(Mark mark, Words words) {
        List<String> breaks = new ArrayList<>();
        if (mark.gap()) {
            breaks.add(words.say("mark.gap"));
        }
        if (mark.fault()) {
            breaks.add(words.say("mark.fault"));
        }
        return breaks;
    }

    private String result(String code) {
        return words.word("result", code).orElseGet(() -> words.say("row.fault", Foreign.clean(code)));
    }

    /// The second of two who opened it did so in a role, which has a word in each language.
    private String detailValue(String name, String value) {
        return name.equals(CustodyEvent.SECOND_ROLE)
                ? words.word("role", value).orElseGet(() -> Foreign.clean(value))
                : Foreign.clean(value);
    }

    private String detailName(String name) {
        return words.word("detail", name).orElseGet(() -> Foreign.clean(name));
    }

    /// What a reader wants to know first.
    public Facts facts() {
        OptionalLong files = amount("files");
        OptionalLong bytes = amount("bytes");
        int breaks = (int) marks.stream().filter(Mark::broken).count();
        List<String> parts = new ArrayList<>();
        files.ifPresent(number -> parts.add(words.say("facts.files", number)));
        bytes.ifPresent(number -> parts.add(words.say("facts.bytes", number)));
        parts.add(
                switch (finding()) {
                    case NOTHING_RECORDED -> words.say("facts.nothing");
                    case WHOLE -> words.say("facts.whole");
                    case BROKEN -> words.say("facts.broken", breaks);
                });
        return new Facts(files, bytes, finding(), breaks, String.join(" · ", parts));
    }

    private Finding finding() {
        if (marks.isEmpty()) {
            return Finding.NOTHING_RECORDED;
        }
        return subject.custody().isWhole() ? Finding.WHOLE : Finding.BROKEN;
    }

    /// What the last sealing said; a detail is another State's text, and may be no number at all.
    private OptionalLong amount(String name) {
        List<Mark> latestFirst = new ArrayList<>(marks);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .filter(mark -> mark.event().kind() == Kind.SEALED)
                .map(mark -> number(mark.event().details().get(name)))
                .flatMapToLong(OptionalLong::stream)
                .findFirst();
    }

    private static OptionalLong number(@Nullable String text) {
        return text != null && AMOUNT.matcher(text).matches()
                ? OptionalLong.of(Long.parseLong(text))
                : OptionalLong.empty();
    }

    /// What the picture shows, what it proves and what it does not, for somebody who is no engineer.
    public List<Passage> explanation() {
        return List.of(
                passage("shows", "1", "2"),
                passage("digest", "1"),
                passage("chain", "1", "2"),
                passage(
                        "proves",
                        switch (finding()) {
                            case NOTHING_RECORDED -> "nothing";
                            case WHOLE -> "whole";
                            case BROKEN -> "broken";
                        }),
                passage("limits", "1", "2", "3"));
    }

    private Passage passage(String about, String... paragraphs) {
        List<String> said = new ArrayList<>();
        for (String paragraph : paragraphs) {
            said.add(words.say("explain." + about + "." + paragraph));
        }
        return new Passage(words.say("explain." + about + ".title"), said);
    }
}
