package comity.requests.form;

import comity.requests.identifiers.CardNumbers;
import comity.requests.identifiers.Checked;
import comity.requests.identifiers.IdentifierCheck;
import comity.requests.identifiers.IdentifierContext;
import comity.requests.identifiers.IdentifierType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What may be stored of what was typed. Everything, with one exception: a full card number never rests in this node,
/// so it is masked before anything is saved.
public final class Keepable {
    private final Form form;

    public Keepable(Form form) {
        this.form = form;
    }

    /// The same texts, without full card numbers.
    public Map<String, String> of(Map<String, String> raw) {
        Map<String, String> kept = new HashMap<>();
        // The character U+0000 cannot be typed and cannot be stored; it comes only from programs.
        raw.forEach((pointer, text) ->
                kept.put(pointer.replace("\0", ""), keep(pointer, text, raw).replace("\0", "")));
        return kept;
    }

    private String keep(String pointer, String text, Map<String, String> raw) {
        Optional<Kind> kind = form.field(pointer).map(Field::kind);
        if (kind.isEmpty() || kind.get() == Kind.TEXT || kind.get() == Kind.LONG_TEXT) {
            return CardNumbers.masked(text);
        }
        return kind.get() == Kind.IDENTIFIER ? keepIdentifier(pointer, text, raw) : text;
    }

    /// Other numbers can look like a card's, so an identifier is masked only as what it says it is.
    private static String keepIdentifier(String pointer, String text, Map<String, String> raw) {
        String item = pointer.substring(0, pointer.lastIndexOf('/'));
        Optional<IdentifierType> type = IdentifierType.ofCode(raw.getOrDefault(item + "/type", ""));
        if (type.isEmpty() || text.isBlank()) {
            return text;
        }
        Checked checked = IdentifierCheck.check(type.get(), text, IdentifierContext.alone(item));
        return checked.keepable() ? text : checked.normalised();
    }
}
