package comity.requests.form;

import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.requests.identifiers.FactsCheck;
import comity.requests.identifiers.IdentifierCheck;
import comity.requests.identifiers.IdentifierContext;
import comity.requests.identifiers.IdentifierType;
import comity.requests.identifiers.TimeReading;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads every field by itself. One mistake never hides another.
final class FieldChecks {
    private final Form form;
    private final Answers answers;
    private final Circumstances circumstances;
    private final List<Complaint> found = new ArrayList<>();

    FieldChecks(Form form, Answers answers, Circumstances circumstances) {
        this.form = form;
        this.answers = answers;
        this.circumstances = circumstances;
    }

    List<Complaint> complaints() {
        refuseUnknown();
        form.fields().forEach(field -> form.places(field, answers).forEach(place -> check(field, place)));
        return found;
    }

    /// A field that this form does not know may come from a newer version, or be a misspelling: it is kept and
    /// named.
    private void refuseUnknown() {
        answers.pointers().stream()
                .filter(pointer -> answers.has(pointer) && !isKnown(pointer))
                .forEach(pointer -> found.add(Complaint.warns(pointer, "unknown-field")));
    }

    /// A time is named by its parts, any other field by itself.
    private boolean isKnown(String pointer) {
        return form.field(pointer)
                .filter(field -> (field.kind() == Kind.TIME) != form.isWholeField(pointer))
                .isPresent();
    }

    private void check(Field field, String place) {
        boolean answered = field.kind() == Kind.TIME ? hasTime(place) : answers.has(place);
        if (!form.applies(field, place, answers)) {
            if (answered) {
                found.add(Complaint.advises(place, "does-not-apply"));
            }
            return;
        }
        if (!answered) {
            if (field.needed()) {
                found.add(Complaint.blocks(place, "missing").with(Map.of("article", field.article())));
            }
            return;
        }
        String text = answers.text(place);
        int before = found.size();
        checkKind(field, place, text);
        // That "five" is no number says more than that it is too long for one.
        if (text.length() > field.longest() && !Complaint.anyBlocks(found.subList(before, found.size()))) {
            found.add(Complaint.blocks(place, "too-long")
                    .with(Map.of(
                            "limit", Integer.toString(field.longest()), "length", Integer.toString(text.length()))));
        }
    }

    private boolean hasTime(String place) {
        return TimeAnswer.PARTS.stream().anyMatch(part -> answers.has(place + "/" + part));
    }

    private void checkKind(Field field, String place, String text) {
        switch (field.kind()) {
            case TEXT -> found.addAll(FactsCheck.anyText(place, text));
            case LONG_TEXT -> checkLongText(place, text);
            case CHOICE -> require(field.choices().contains(text), place, "not-a-choice", text);
            case CHOICES ->
                answers.words(place)
                        .forEach(word -> require(field.choices().contains(word), place, "not-a-choice", word));
            case YES_NO -> require(text.equals("yes") || text.equals("no"), place, "not-yes-or-no", text);
            case NUMBER -> require(wholeNumberUpTo(place, 99_999), place, "not-a-number", text);
            case DAYS -> require(wholeNumberUpTo(place, Integer.MAX_VALUE), place, "not-days", text);
            case DATE -> require(reads(() -> LocalDate.parse(text)), place, "not-a-date", text);
            case ZONE -> require(reads(() -> ZoneId.of(text)), place, "not-a-zone", text);
            case STATE -> require(text.matches("[A-Z]{2}"), place, "not-a-state", text);
            case LANGUAGE -> require(Language.ofTag(text).isPresent(), place, "not-a-language", text);
            case TIME -> found.addAll(time(place).complaints());
            case PHONE -> checkIdentifier(IdentifierType.PHONE, place, text);
            case E_MAIL -> checkIdentifier(IdentifierType.EMAIL, place, text);
            case IDENTIFIER -> checkItem(place, text);
        }
    }

    /// The statement of facts has a check of its own, which looks at more.
    private void checkLongText(String place, String text) {
        if (!place.equals("/facts")) {
            found.addAll(FactsCheck.anyText(place, text));
        }
    }

    private TimeReading time(String place) {
        return Times.read(answers, place, circumstances);
    }

    /// A contact's own number or address: complaints point at the field, not at an item.
    private void checkIdentifier(IdentifierType type, String place, String text) {
        IdentifierContext context =
                new IdentifierContext(place, "", "", "", false, circumstances.callingCode(), circumstances.drill());
        IdentifierCheck.check(type, text, context).complaints().stream()
                .map(complaint -> new Complaint(place, complaint.code(), complaint.weight(), complaint.details()))
                .forEach(found::add);
    }

    private void checkItem(String place, String text) {
        String item = place.substring(0, place.lastIndexOf('/'));
        IdentifierType.ofCode(answers.text(item + "/type")).ifPresent(type -> {
            IdentifierContext context = new IdentifierContext(
                    item,
                    answers.text(item + "/service"),
                    answers.text(item + "/port"),
                    answers.text(item + "/chain"),
                    answers.has(item + "/from/text"),
                    circumstances.callingCode(),
                    circumstances.drill());
            found.addAll(IdentifierCheck.check(type, text, context).complaints());
        });
    }

    private boolean wholeNumberUpTo(String place, int most) {
        return answers.number(place)
                .filter(number -> number > 0 && number <= most)
                .isPresent();
    }

    private void require(boolean holds, String place, String code, String value) {
        if (!holds) {
            found.add(Complaint.blocks(place, code).with(Map.of("value", value)));
        }
    }

    private static boolean reads(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
