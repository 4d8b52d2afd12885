package comity.requests.preservation;

import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A request while it is being written, or while its answer to a question is.
///
/// @param raw what was typed, by JSON pointer; nothing is ever taken out because it is wrong
/// @param version grows with every change; give it back when saving
/// @param owner the account that writes it
/// @param asked the fields the requested State asked for; empty for a draft that was never sent
public record Draft(
        UUID id,
        RequestReference reference,
        StateCode requested,
        Language language,
        Map<String, String> raw,
        long version,
        String owner,
        List<String> asked,
        Instant savedAt) {
    public Draft {
        raw = Map.copyOf(raw);
        asked = List.copyOf(asked);
    }
}
