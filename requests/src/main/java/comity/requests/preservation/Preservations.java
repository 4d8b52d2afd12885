package comity.requests.preservation;

/// What a person can do with preservation requests, by what they are doing.
///
/// @param drafts writing a request and sending it
/// @param asking what the requesting State does after sending
/// @param answering what the requested State does
/// @param cases looking at requests, listing them, checking a paper
/// @param terms what the clock does by itself
public record Preservations(Drafts drafts, Asking asking, Answering answering, Cases cases, Terms terms) {
    public static Preservations in(House house) {
        return new Preservations(
                new Drafts(house), new Asking(house), new Answering(house), new Cases(house), new Terms(house));
    }
}
