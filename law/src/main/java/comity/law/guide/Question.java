package comity.law.guide;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One question, and what each reply means.
///
/// @param id its words stand under `question.` and this id
/// @param after the reply to an earlier question without which this one is not asked
/// @param meanings what a reply says about the elements; a reply that is not here says nothing
public record Question(String id, Optional<After> after, Map<Reply, Meaning> meanings) {
    /// Only after this reply to that question.
    public record After(String question, Reply reply) {}

    /// @param shows elements and facts that are shown by it
    /// @param rulesOut elements and facts that cannot be, then
    /// @param cautions where care is due; words stand under `caution.`
    public record Meaning(List<String> shows, List<String> rulesOut, List<String> cautions) {
        static final Meaning NOTHING = new Meaning(List.of(), List.of(), List.of());

        public Meaning {
            shows = List.copyOf(shows);
            rulesOut = List.copyOf(rulesOut);
            cautions = List.copyOf(cautions);
        }
    }

    public Question {
        meanings = Map.copyOf(meanings);
    }

    Meaning meaning(Reply reply) {
        return meanings.getOrDefault(reply, Meaning.NOTHING);
    }
}
