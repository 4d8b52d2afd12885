package comity.web.preservation;

import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.web.Page;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names fields, grounds and complaints for people.
public final class FieldNames {
    private static final Pattern ITEM = Pattern.compile("/items/(\\d+)/.*");
    private final Form form;
    private final Map<String, String> labels;

    public FieldNames(Form form) {
        this(form, Map.of());
    }

    private FieldNames(Form form, Map<String, String> labels) {
        this.form = form;
        this.labels = labels;
    }

    /// The same names, except for some fields that a page calls otherwise.
    public FieldNames calling(Map<String, String> otherwise) {
        return new FieldNames(form, otherwise);
    }

    /// A field by its question, with the number of its item: "Port (item 2)".
    public String name(Page page, String pointer) {
        String called = labels.get(pointer);
        if (called != null) {
            return called;
        }
        String label = form.field(pointer)
                .map((Field field) -> page.t("form." + Facts.key(field)))
                .orElse(pointer);
        Matcher item = ITEM.matcher(pointer);
        return item.matches()
                ? page.t("form.in-item", "field", label, "number", Integer.parseInt(item.group(1)) + 1)
                : label;
    }

    /// A ground of refusal in words; one that this version does not know is shown by its code.
    public String ground(Page page, String code) {
        return page.has("ground." + code) ? page.t("ground." + code) : code;
    }
}
