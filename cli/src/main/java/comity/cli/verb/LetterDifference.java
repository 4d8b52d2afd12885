package comity.cli.verb;

import comity.api.ledger.LedgerPlace;
import comity.api.request.Letters;
import comity.cli.verb.LetterWalk.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One thing that two nodes say differently about a letter between them.
///
/// @param code `missing` (the receiver does not know a letter that it has receipted), `under-way` (not
///     received yet, as far as both say), `not-sent` (the sender does not know it), `other-content`,
///     `other-place` (the receipt names another place than the receiver does) or `receipt-missing` (the
///     receiver has it, the sender has no receipt yet)
/// @param reference the request
/// @param letter its id
/// @param from the sending State
/// @param to the receiving State
record LetterDifference(String code, String reference, String letter, String from, String to) {
    /// Whether it is only a matter of time.
    boolean isPassing() {
        return code.equals("under-way") || code.equals("receipt-missing");
    }

    /// Compares what two nodes say about all letters between their States.
    static List<LetterDifference> between(String first, List<Told> firstSays, String second, List<Told> secondSays) {
        List<LetterDifference> found = new ArrayList<>();
        found.addAll(oneWay(first, firstSays, second, secondSays));
        found.addAll(oneWay(second, secondSays, first, firstSays));
        return found;
    }

    private static List<LetterDifference> oneWay(String from, List<Told> sent, String to, List<Told> received) {
        List<LetterDifference> found = new ArrayList<>();
        Map<String, Letters.Letter> arrived = new HashMap<>();
        received.stream()
                .filter(told -> told.letter().direction().equals("in")
                        && told.letter().peer().equals(from))
                .forEach(told -> arrived.put(told.letter().id(), told.letter()));
        for (Told told : sent) {
            Letters.Letter letter = told.letter();
            if (letter.direction().equals("out") && letter.peer().equals(to)) {
                code(letter, Optional.ofNullable(arrived.remove(letter.id())))
                        .ifPresent(
                                code -> found.add(new LetterDifference(code, told.reference(), letter.id(), from, to)));
            }
        }
        for (Told told : received) {
            if (arrived.containsKey(told.letter().id())) {
                found.add(new LetterDifference(
                        "not-sent", told.reference(), told.letter().id(), from, to));
            }
        }
        return found;
    }

    private static Optional<String> code(Letters.Letter sent, Optional<Letters.Letter> received) {
        Optional<LedgerPlace> receipted = Optional.ofNullable(sent.receipt()).map(Letters.Receipt::place);
        if (received.isEmpty()) {
            String outcome = sent.receipt() == null ? "" : sent.receipt().outcome();
            // A letter that was refused never became part of a request there, and both say so.
            return outcome.equals("relay-rejected")
                    ? Optional.empty()
                    : Optional.of(outcome.equals("relay-accepted") ? "missing" : "under-way");
        }
        if (differ(sent.digest(), received.get().digest())) {
            return Optional.of("other-content");
        }
        if (receipted.isEmpty()) {
            return Optional.of("receipt-missing");
        }
        return receipted.equals(Optional.ofNullable(received.get().place()))
                ? Optional.empty()
                : Optional.of("other-place");
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }
}
