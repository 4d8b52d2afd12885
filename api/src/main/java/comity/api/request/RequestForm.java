package comity.api.request;

import comity.api.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a request, so that a program can build a form or a file without guessing.
///
/// @param type the kind of request, three letters as in the reference, for example `PRS`
/// @param version grows when fields are added
/// @param fields every field, in the order of the form
public record RequestForm(String type, int version, List<Field> fields) {
    public RequestForm {
        fields = List.copyOf(fields);
    }

    /// One field.
    ///
    /// @param pointer where it stands in the document; `*` stands for each item of a list
    /// @param task the part of the form it belongs to, from 1 to 8
    /// @param kind what may be written there, for example `long-text` or `time`
    /// @param label what it is called, in the language of `Accept-Language`
    /// @param hint what to write there
    /// @param required whether a request cannot be sent without it
    /// @param requiredBy the article that asks for it
    /// @param choices the words to choose from, when it is a choice
    /// @param appliesWhen the condition without which it has no meaning, for example `/items/*/type =
    ///     ip-port`
    /// @param tcyItem the item of the Cybercrime Convention Committee's form that prints it
    /// @param longest the most characters it takes
    public record Field(
            String pointer,
            int task,

            @Words({
                "text",
                "long-text",
                "choice",
                "choices",
                "yes-no",
                "time",
                "date",
                "number",
                "days",
                "state",
                "language",
                "zone",
                "phone",
                "e-mail",
                "identifier"
            })
            String kind,

            String label,
            @Nullable String hint,
            boolean required,
            @Nullable String requiredBy,
            List<String> choices,
            @Nullable String appliesWhen,
            @Nullable Integer tcyItem,
            int longest) {
        public Field {
            choices = List.copyOf(choices);
        }
    }
}
