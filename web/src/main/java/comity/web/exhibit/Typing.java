package comity.web.exhibit;

import comity.kernel.Complaint;
import comity.web.Page;
import comity.web.Trouble;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed into a form of an exhibit, read with all complaints at once. Fields are named as the
/// vault names them, by JSON pointer.
final class Typing {
    private final Page page;
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();

    Typing(Page page) {
        this.page = page;
    }

    /// A text that may be empty.
    String text(String field, String label, int limit) {
        labels.put(field, label);
        String text = page.typed(field).strip();
        if (text.length() > limit) {
            complain(Complaint.blocks(field, "too-long").with(Map.of("limit", Integer.toString(limit))));
        }
        return text;
    }

    /// A text that must be there.
    String needed(String field, String label, int limit) {
        String text = text(field, label, limit);
        if (text.isEmpty()) {
            complain(Complaint.blocks(field, "missing"));
        }
        return text;
    }

    /// A day, as 2027-03-13; may be left out.
    Optional<LocalDate> day(String field, String label) {
        String text = text(field, label, Integer.MAX_VALUE);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException _) {
            complain(Complaint.blocks(field, "not-a-date").with(Map.of("value", text)));
            return Optional.empty();
        }
    }

    /// One of some words.
    String choice(String field, String label, Set<String> words) {
        String word = needed(field, label, Integer.MAX_VALUE);
        if (!word.isEmpty() && !words.contains(word)) {
            complain(Complaint.blocks(field, "not-a-choice").with(Map.of("value", word)));
        }
        return word;
    }

    private void complain(Complaint complaint) {
        troubles.add(Refusals.trouble(page, labels, complaint));
    }

    void trouble(String field, String text) {
        troubles.add(new Trouble(field, text));
    }

    Map<String, String> labels() {
        return labels;
    }

    List<Trouble> troubles() {
        return troubles;
    }
}
