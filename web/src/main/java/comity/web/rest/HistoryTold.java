package comity.web.rest;

import comity.api.ledger.LedgerPlace;
import comity.api.request.Letters;
import comity.api.request.Timeline;
import comity.federation.LetterLine;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.LeafPlace;
import comity.ledger.journal.Journal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What happened to a request, and its letters, with their places in both ledgers.
public final class HistoryTold {
    private final comity.federation.letters.Letters letters;
    private final Journal journal;
    private final Transactions transactions;
    private final Speech speech;

    public HistoryTold(
            comity.federation.letters.Letters letters, Journal journal, Transactions transactions, Speech speech) {
        this.letters = letters;
        this.journal = journal;
        this.transactions = transactions;
        this.speech = speech;
    }

    Timeline timeline(Language language, RequestReference reference, comity.requests.Timeline timeline) {
        return transactions.read(tx -> {
            Map<Long, LeafPlace> theirs = theirPlaces(tx, reference);
            return new Timeline(
                    reference.toString(),
                    timeline.entries().stream()
                            .map(entry -> event(tx, language, entry, theirs))
                            .toList());
        });
    }

    /// Where the other State's ledger holds what our ledger holds, by our place.
    private Map<Long, LeafPlace> theirPlaces(Transaction tx, RequestReference reference) {
        return letters.ofThread(tx, reference.toString()).stream()
                .filter(line -> line.theirPlace().isPresent())
                .collect(Collectors.toMap(
                        line -> line.ourPlace().index(),
                        line -> line.theirPlace().orElseThrow(),
                        (first, _) -> first));
    }

    private Timeline.Event event(
            Transaction tx, Language language, comity.requests.Timeline.Entry entry, Map<Long, LeafPlace> theirs) {
        OptionalLong leaf = entry.leaf();
        return new Timeline.Event(
                entry.number(),
                entry.at(),
                entry.event(),
                speech.say(language, "event." + entry.event(), entry.event(), entry.details()),
                entry.role(),
                entry.by().code(),
                entry.details(),
                leaf.isPresent()
                        ? journal.leaf(tx, leaf.getAsLong())
                                .map(record -> place(record.place()))
                                .orElse(null)
                        : null,
                leaf.isPresent() ? place(Optional.ofNullable(theirs.get(leaf.getAsLong()))) : null);
    }

    Letters letters(RequestReference reference) {
        List<LetterLine> lines = transactions.read(tx -> letters.ofThread(tx, reference.toString()));
        return new Letters(
                reference.toString(), lines.stream().map(HistoryTold::letter).toList());
    }

    private static Letters.Letter letter(LetterLine line) {
        boolean out = line.direction() == LetterLine.Direction.OUT;
        return new Letters.Letter(
                line.id().toString(),
                out ? "out" : "in",
                line.kind(),
                line.peer().code(),
                line.at(),
                line.digest(),
                place(line.ourPlace()),
                out ? line.latest().map(evidence -> receipt(line, evidence)).orElse(null) : null);
    }

    private static Letters.Receipt receipt(LetterLine line, LetterLine.Evidence evidence) {
        return new Letters.Receipt(
                evidence.event().word(),
                evidence.at(),
                evidence.code().orElse(null),
                place(line.theirPlace()),
                line.certainSince().orElse(null));
    }

    private static LedgerPlace place(LeafPlace place) {
        return new LedgerPlace(place.index(), place.commitment());
    }

    private static @Nullable LedgerPlace place(Optional<LeafPlace> place) {
        return place.map(HistoryTold::place).orElse(null);
    }
}
