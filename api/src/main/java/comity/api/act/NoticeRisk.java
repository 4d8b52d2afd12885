package comity.api.act;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// Warns the requesting State that preservation will not keep the data available, or threatens the secrecy of its
/// investigation or prejudices it otherwise (art. 42(7)).
///
/// @param kind what is at risk
/// @param note why
public record NoticeRisk(
        @Words({"availability", "confidentiality", "prejudice"})
        String kind,

        @Nullable String note) {}
