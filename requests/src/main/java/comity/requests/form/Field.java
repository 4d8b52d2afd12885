package comity.requests.form;

import java.util.List;
import java.util.Optional;

/// One question of a form.
///
/// @param pointer where the answer stands in the document, with `*` for each entry of a group: `/items/*/port`
/// @param task which task of the task list it belongs to
/// @param choices the allowed words; empty for kinds without choices
/// @param needed whether the Convention makes it a condition of sending; for a content of the request the law's files
/// say so
/// @param law the paragraphs that ask for it; empty when only practice does
/// @param tcy the item of the Cybercrime Convention Committee's preservation form that prints it; 0 for none
/// @param when a condition without which the field does not apply
/// @param longest the most characters it takes
/// @param prefilled whether the program fills it in when a draft is started
public record Field(
        String pointer,
        int task,
        Kind kind,
        List<String> choices,
        boolean needed,
        List<LegalSource> law,
        int tcy,
        Optional<Condition> when,
        int longest,
        boolean prefilled) {
    public Field {
        choices = List.copyOf(choices);
        law = List.copyOf(law);
    }

    /// The paragraph that asks for a field, and how sure we are of the reading.
    ///
    /// @param article for example `42(3)(c)`
    /// @param mark the evidence mark of the design notes, for example `P-BUD`
    public record LegalSource(String article, String mark) {}

    /// A field that only has a meaning when another one has one of these values.
    public record Condition(String pointer, List<String> in) {
        public Condition {
            in = List.copyOf(in);
        }
    }

    /// Whether it stands in a group that can be repeated, such as `/items`.
    public boolean isRepeated() {
        return pointer.contains("/*/");
    }

    /// The last part of the pointer: `port`.
    public String name() {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /// The first article that asks for it, or nothing.
    public String article() {
        return law.isEmpty() ? "" : law.getFirst().article();
    }

    /// The same field at one entry of its group: `/items/*/port` at 2 is `/items/2/port`.
    public String pointerAt(int entry) {
        return pointer.replace("/*/", "/" + entry + "/");
    }
}
