package comity.vault.exhibits;

/// How an act ended. An expected "no" is a value with a name.
///
/// @param <T> what there is after the act
public sealed interface Answer<T> {
    record Done<T>(T now) implements Answer<T> {}

    /// No such exhibit.
    record NotFound<T>() implements Answer<T> {}

    /// The exhibit stands where the act has no meaning.
    ///
    /// @param state the word of the state it stands in
    record WrongState<T>(String state) implements Answer<T> {}

    /// What was given does not do.
    ///
    /// @param pointer the field, as a JSON pointer
    /// @param code a stable word, for example `missing` or `digest-differs`
    record Unfit<T>(String pointer, String code) implements Answer<T> {}
}
