package comity.law.offence;

import java.util.Map;
import java.util.Optional;

/// How far one provision reaches into one offence, with what it incorporates.
///
/// @param provision the provision that threatens the penalty
/// @param words by element; its own words before those that it takes in by reference
public record Reach(Provision provision, Map<String, Words> words) {
    /// How the law stands to an element, and where it says so.
    ///
    /// @param in the provision whose words they are
    /// @param mapping what they say
    public record Words(Provision in, Mapping mapping) {}

    public Reach {
        words = Map.copyOf(words);
    }

    public Optional<Words> at(String element) {
        return Optional.ofNullable(words.get(element));
    }
}
