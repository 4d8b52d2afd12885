package comity.requests.preservation;

import java.util.Map;
import java.util.Optional;

/// What an act changes, before anything is written: the case as it will be, what is said to the other State, and what
/// the timeline will tell.
///
/// @param <C> an outgoing or incoming case
/// @param event the word of the event
/// @param details what its text names
/// @param letter empty for steps that the other State is not told of
record Step<C>(C now, String event, Map<String, String> details, Optional<PreservationLetter> letter) {
    static <C> Step<C> told(C now, PreservationLetter letter, Map<String, String> details) {
        return new Step<>(now, letter.act(), details, Optional.of(letter));
    }

    static <C> Step<C> silent(C now, String event, Map<String, String> details) {
        return new Step<>(now, event, details, Optional.empty());
    }
}
