package comity.api.emergency;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// Looks again and tells the other State what was found. Each side does it once, and whoever decided does not.
///
/// @param finding whether the use of the fast lane holds afterwards
/// @param assistanceReference the ordinary request for assistance that stands behind it now
/// @param text in words, for the other State
public record ReviewEmergency(
        @Words({"justified", "not-justified"}) String finding,
        @Nullable String assistanceReference,
        String text) {}
