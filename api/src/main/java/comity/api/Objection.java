package comity.api;

import org.jspecify.annotations.Nullable;

/// One thing wrong with, or worth doing for, a document or an act.
///
/// @param pointer the field, as a JSON pointer (RFC 6901) into what was given, for example `/items/0/port`; empty
///     for the whole
/// @param code the stable name of the rule, for example `time-without-zone`
/// @param weight `blocks`: the document cannot go on; `warns`: a likely reason for the other State to ask back;
///     `advises`: a hint
/// @param text the same in words, in the language of `Accept-Language`
/// @param suggestion what to write instead, when the rule knows
public record Objection(
        String pointer,
        String code,
        @Words({"blocks", "warns", "advises"}) String weight,
        String text,
        @Nullable String suggestion) {
    /// Whether it stops the document.
    public boolean blocks() {
        return "blocks".equals(weight);
    }
}
