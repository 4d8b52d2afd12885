package comity.requests.preservation;

/// A question before a refusal: which ground the requested State thinks of, and what it would need to hear.
///
/// @param ground the code of the ground, for example `40-21-b`
/// @param answer what the requesting State answered; empty until it has
public record Consultation(String ground, String note, String answer) {
    public Consultation answeredWith(String text) {
        return new Consultation(ground, note, text);
    }
}
