package comity.federation;

/// What a handler made of a letter.
public sealed interface Handling {
    /// It is in the right hands.
    record Accepted() implements Handling {}

    /// It cannot be taken. The other State gets a signed rejection, and nothing that the handler wrote is kept.
    ///
    /// @param code a stable name from the protocol of the letter's kind
    /// @param detail for the log of the other node; never shown to a person, never with case data
    record Refused(String code, String detail) implements Handling {}

    static Handling accepted() {
        return new Accepted();
    }

    static Handling refused(String code, String detail) {
        return new Refused(code, detail);
    }
}
