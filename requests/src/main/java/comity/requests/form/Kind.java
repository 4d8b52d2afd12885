package comity.requests.form;

import java.util.Arrays;

/// What sort of answer a field takes. Pages choose their controls by it.
public enum Kind {
    /// One line.
    TEXT("text"),
    /// Several lines.
    LONG_TEXT("long-text"),
    /// One of the field's choices.
    CHOICE("choice"),
    /// Some of the field's choices, separated by single spaces in the raw text, a list in a document.
    CHOICES("choices"),
    /// `yes` or `no`.
    YES_NO("yes-no"),
    /// A moment: three raw fields below it, `/text`, `/zone` and `/fold`.
    TIME("time"),
    /// A calendar day, `2027-03-13`.
    DATE("date"),
    /// A whole number.
    NUMBER("number"),
    /// A whole number of days.
    DAYS("days"),
    /// A State, by its two letters.
    STATE("state"),
    /// One of the six languages, by its tag.
    LANGUAGE("language"),
    /// An IANA time zone or an offset.
    ZONE("zone"),
    /// A telephone number in international form.
    PHONE("phone"),
    /// An e-mail address.
    E_MAIL("e-mail"),
    /// An account, address or number to look for; its grammar depends on the `type` beside it.
    IDENTIFIER("identifier");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static Kind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such kind of field: " + code));
    }
}
