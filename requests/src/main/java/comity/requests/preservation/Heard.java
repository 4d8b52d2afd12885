package comity.requests.preservation;

import comity.federation.Handling;

/// What a letter does to a case: a step to write, or a refusal, or nothing more because all is written.
///
/// @param <C> an outgoing or incoming case
sealed interface Heard<C> {
    record Move<C>(Step<C> step) implements Heard<C> {}

    /// Everything is written already.
    record Written<C>() implements Heard<C> {}

    record No<C>(Handling refusal) implements Heard<C> {}

    static <C> Heard<C> move(Step<C> step) {
        return new Move<>(step);
    }

    /// The case stands where this letter has no meaning.
    static <C> Heard<C> wrongState(String word) {
        return new No<>(Handling.refused("wrong-state", "the request is " + word));
    }
}
