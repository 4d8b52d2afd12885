package comity.directory;

import comity.kernel.Language;
import java.util.Map;

/// A field that a State says it needs in a request, so that the asking State knows before it sends.
///
/// @param pointer the field of the request form, where `*` stands for any index: `/items/*/port`
/// @param reason why, by BCP 47 tag
public record PublishedNeed(String pointer, Level level, Map<String, String> reason) {
    /// How much a State needs a field.
    public enum Level {
        /// Without it the request comes back.
        REQUIRED,
        /// Without it a question is likely.
        LIKELY_ASKED
    }

    public PublishedNeed {
        reason = Map.copyOf(reason);
    }

    public String reason(Language language) {
        return Texts.in(language, reason);
    }
}
