package comity.requests.identifiers;

import comity.kernel.Complaint;
import comity.law.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks at a statement of facts: its length, and what must not stand in it.
///  No program can tell the name of a child from another name, and this one does not pretend to. The honest
/// safeguard is a question that a person answers each time ([#childNamesConfirmed]); what is found here are only
/// places where an age below the limit is written, so that the person looks there first.
public final class FactsCheck {
    private static final List<Pattern> AGES = List.of(
            Pattern.compile("(?i)\\b(?:aged|age|age of)\\s+([0-9]{1,2})\\b"),
            Pattern.compile("(?i)\\b([0-9]{1,2})[- ](?:years?|yrs?)[- ]old\\b"),
            Pattern.compile("(?i)(?<![\\p{L}0-9])([0-9]{1,2})\\s+ans(?![\\p{L}])"),
            Pattern.compile("(?i)(?<![\\p{L}0-9])([0-9]{1,2})\\s+a\u00f1os(?![\\p{L}])"),
            Pattern.compile("(?i)(?<![0-9])([0-9]{1,2})(?:\\s+|-)(?:лет|год|года|летн\\p{L}*)(?![\\p{L}])"),
            Pattern.compile("(?<![0-9])([0-9]{1,2})\\s*岁"),
            Pattern.compile("(?<![0-9])([0-9]{1,2})\\s*(?:سنة|سنوات|عام|عاما|عامًا|أعوام)(?![\\p{L}])"));

    /// A word with a capital, not at the start of a sentence: in many languages that is how a name looks.
    private static final Pattern NAME_LIKE = Pattern.compile("(?<=[\\p{Ll}\\p{N},;(] )\\p{Lu}\\p{Ll}{2,}");

    private static final int NEAR = 80;

    private FactsCheck() {}

    /// @param pointer the field, for example `/facts`
    public static List<Complaint> check(String pointer, String text, Law law) {
        List<Complaint> complaints = new ArrayList<>();
        if (text.isBlank()) {
            return complaints;
        }
        length(pointer, text, law).ifPresent(complaints::add);
        complaints.addAll(anyText(pointer, text));
        childAge(pointer, text, law).ifPresent(complaints::add);
        return complaints;
    }

    /// Looks at any other free text: a necessity, a relation, a note.
    public static List<Complaint> anyText(String pointer, String text) {
        return CardNumbers.standIn(text) ? List.of(Complaint.blocks(pointer, "card-number-in-text")) : List.of();
    }

    /// The question that is asked of every request and answered by nobody but a person: is the text free of the
    /// names of children?
    public static Optional<Complaint> childNamesConfirmed(String pointer, boolean confirmed) {
        return confirmed ? Optional.empty() : Optional.of(Complaint.blocks(pointer, "child-names-not-confirmed"));
    }

    private static Optional<Complaint> length(String pointer, String text, Law law) {
        int words = WordCount.of(text);
        int fewest = law.drafting().factsFewestWords().value();
        int most = law.drafting().factsMostWords().value();
        if (words < fewest) {
            return Optional.of(Complaint.advises(pointer, "facts-short")
                    .with(Map.of("words", Integer.toString(words), "limit", Integer.toString(fewest))));
        }
        if (words > most) {
            return Optional.of(Complaint.advises(pointer, "facts-long")
                    .with(Map.of("words", Integer.toString(words), "limit", Integer.toString(most))));
        }
        return Optional.empty();
    }

    private static Optional<Complaint> childAge(String pointer, String text, Law law) {
        String plain = Cleaning.plainDigits(text);
        int limit = law.offences().childBelowYears().value();
        for (Pattern age : AGES) {
            Optional<MatchResult> hit = age.matcher(plain)
                    .results()
                    .filter(found -> Integer.parseInt(found.group(1)) < limit)
                    .findFirst();
            if (hit.isPresent()) {
                String code = namedNear(plain, hit.get()) ? "child-may-be-named" : "child-mentioned";
                return Optional.of(Complaint.warns(pointer, code)
                        .with(Map.of("age", hit.get().group())));
            }
        }
        return Optional.empty();
    }

    private static boolean namedNear(String text, MatchResult age) {
        Matcher names = NAME_LIKE.matcher(text);
        names.region(Math.max(0, age.start() - NEAR), Math.min(text.length(), age.end() + NEAR));
        names.useTransparentBounds(true);
        return names.find();
    }
}
