package comity.law.offence;

import comity.law.offence.Vouching.Voucher;
import java.util.Map;
import java.util.Optional;

/// How far one provision reaches into one offence, with what it incorporates.
///
/// @param provision the provision that threatens the penalty
/// @param words by element; its own words before those that it takes in by reference
/// @param leastTrusted who has verified the least verified of the provisions whose words they are
public record Reach(Provision provision, Map<String, Words> words, Voucher leastTrusted) {
    /// How the law stands to an element, and where it says so.
    ///
    /// @param in the provision whose words they are
    /// @param mapping what they say
    public record Words(Provision in, Mapping mapping) {}

    public Reach {
        words = Map.copyOf(words);
    }

    static Reach of(Provision provision, Map<String, Words> words) {
        Voucher least = words.values().stream()
                .map(one -> one.in().vouching().by())
                .reduce(provision.vouching().by(), (one, other) -> one.compareTo(other) >= 0 ? one : other);
        return new Reach(provision, words, least);
    }

    public Optional<Words> at(String element) {
        return Optional.ofNullable(words.get(element));
    }
}
