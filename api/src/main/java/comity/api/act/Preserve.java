package comity.api.act;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// Reports what the provider keeps. The term starts: at least 60 days (art. 42).
///
/// @param provider who keeps the data
/// @param coverage how much of what was asked is kept
/// @param nationalReference how the requested State names the case
/// @param remarks anything else the requesting State should know
public record Preserve(
        String provider,
        @Words({"full", "partial", "not-found"}) String coverage,
        @Nullable String nationalReference,
        @Nullable String remarks) {}
