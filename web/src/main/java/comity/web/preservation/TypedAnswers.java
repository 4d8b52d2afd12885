package comity.web.preservation;

import comity.web.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What was typed into the questions of a page.
public final class TypedAnswers {
    private TypedAnswers() {}

    /// The answers of a page. A box that is not ticked is an empty answer, not a missing one.
    public static Map<String, String> of(Page page, List<FormLayout.Place> asked) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (FormLayout.Place place : asked) {
            switch (place.field().kind()) {
                case TIME -> time(page, place.pointer(), fields);
                case CHOICES ->
                    fields.put(
                            place.pointer(),
                            page.typed(place.pointer()).replaceAll("\\s+", " ").strip());
                case TEXT,
                        LONG_TEXT,
                        CHOICE,
                        YES_NO,
                        DATE,
                        NUMBER,
                        DAYS,
                        STATE,
                        LANGUAGE,
                        ZONE,
                        PHONE,
                        E_MAIL,
                        IDENTIFIER ->
                    fields.put(place.pointer(), page.typed(place.pointer()).replace("\r\n", "\n"));
            }
        }
        return fields;
    }

    /// A zone without a time is only what the page offered, and says nothing.
    private static void time(Page page, String pointer, Map<String, String> fields) {
        String text = page.typed(pointer + "/text").strip();
        fields.put(pointer + "/text", text);
        fields.put(
                pointer + "/zone",
                text.isEmpty() ? "" : page.typed(pointer + "/zone").strip());
        fields.put(pointer + "/fold", page.typed(pointer + "/fold"));
    }
}
