package comity.api.act;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the requesting State for more; the clock pauses until it answers.
///
/// @param fields what is missing, as JSON pointers into the document, for example `/items/0/port`
/// @param note what to add in words
public record AskMore(List<String> fields, @Nullable String note) {
    public AskMore {
        fields = List.copyOf(fields);
    }
}
