package comity.law.basis;

import comity.law.treaty.Provenance;
import java.util.List;
import java.util.Optional;

/// One step of an answer, for a person to check.
///
/// @param code stable; the words are in the pages' files
/// @param about what the words name: States, days, provisions
/// @param provision what to cite, for example `65(1)`; empty when there is nothing to cite
/// @param source the statement of the register that it rests on
public record Reason(String code, List<String> about, String provision, Optional<Provenance> source) {
    public Reason {
        about = List.copyOf(about);
    }

    public static Reason of(String code, String provision, String... about) {
        return new Reason(code, List.of(about), provision, Optional.empty());
    }

    public static Reason from(String code, String provision, Provenance source, String... about) {
        return new Reason(code, List.of(about), provision, Optional.of(source));
    }
}
