package comity.requests.identifiers;

import java.util.Map;

/// An identifier that was found in a pasted text. A proposal: a person confirms it.
///
/// @param type what it seems to be
/// @param text as it stands in the pasted text
/// @param start where it stands, in UTF-16 units, from 0
/// @param line the line it stands in, from 1
/// @param beside what stands in the same line and belongs to it, for example `port` or `time`
public record Mention(IdentifierType type, String text, int start, int line, Map<String, String> beside) {
    public Mention {
        beside = Map.copyOf(beside);
    }
}
