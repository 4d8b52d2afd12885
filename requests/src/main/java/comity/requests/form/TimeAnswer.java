package comity.requests.form;

import java.util.Set;

/// The three raw parts of a time, as a person gives them.
///
/// @param text as written, for example `13/03/2027 01:03:45`
/// @param zone the zone it was read in; may be empty when the text itself carries an offset
/// @param fold `first` or `second` when the local time occurs twice; else empty
public record TimeAnswer(String text, String zone, String fold) {
    /// The last parts of the pointers of a time; `instant` is what a program may add, and is checked.
    public static final Set<String> PARTS = Set.of("text", "zone", "fold", "instant");

    static TimeAnswer at(String pointer, Answers answers) {
        return new TimeAnswer(
                answers.text(pointer + "/text"), answers.text(pointer + "/zone"), answers.text(pointer + "/fold"));
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
