package comity.federation.recall;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.federation.Outbox;
import comity.federation.OutgoingLetter;
import comity.federation.courier.CourierSettings;
import comity.federation.store.LostTable;
import comity.federation.store.WaitingTable;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Asks every State for the letters that were lost here, and answers those who ask.
///
/// Two kinds of letter. `letters.recall` says from which leaf on the writer has lost what it had
/// received; the reader puts those letters to it on the way again. `letters.numbers` is the answer: how
/// far the writer's own letters have come in each thread, so that a restored node numbers its next one
/// after them.
public final class Recall {
    /// The kind of letter that asks.
    public static final String ASK = "letters.recall";
    /// The kind of letter that answers.
    public static final String NUMBERS = "letters.numbers";

    private static final int MOST_THREADS = 5_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final StateCode own;
    private final Directory directory;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Clock clock;

    public Recall(StateCode own, Directory directory, Outbox outbox, Transactions transactions, Clock clock) {
        this.own = own;
        this.directory = directory;
        this.outbox = outbox;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Notes that leaves were lost and taken back.
    ///
    /// @param fromLeaf the first of them
    public static void note(Transaction tx, long fromLeaf, Instant now) {
        LostTable.note(tx, fromLeaf, now);
    }

    /// Asks every State with a node, once for each loss that was noted.
    public void ask() {
        if (transactions.read(LostTable::unasked).isEmpty()) {
            return;
        }
        transactions.write(tx -> {
            OptionalLong lost = LostTable.unasked(tx);
            if (lost.isPresent()) {
                Instant now = clock.instant();
                directory.all().stream()
                        .filter(entry -> entry.node().isPresent())
                        .map(Entry::state)
                        .filter(state -> !state.equals(own))
                        .forEach(state ->
                                put(tx, state, ASK, JSON.createObjectNode().put("from", lost.getAsLong())));
                LostTable.asked(tx, now);
            }
            return lost;
        });
    }

    /// Those who take the two kinds of letter.
    public List<LetterHandler> handlers() {
        return List.of(
                handler(ASK, "recall-malformed", this::answer), handler(NUMBERS, "numbers-malformed", Recall::learn));
    }

    private void put(Transaction tx, StateCode to, String kind, ObjectNode body) {
        UUID id = TimeOrderedId.at(clock.instant());
        // A thread of its own: nothing that is held up holds it up.
        outbox.put(tx, new OutgoingLetter(id, to, kind, 1, "recall-" + id, Utf8.bytes(JSON.writeValueAsString(body))));
    }

    private Handling answer(Transaction tx, IncomingLetter letter, JsonNode body) {
        JsonNode from = body.path("from");
        if (!from.canConvertToLong() || from.asLong() < 0) {
            return Handling.refused("recall-malformed", "from is not the number of a leaf");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        WaitingTable.again(
                tx,
                letter.from(),
                from.asLong(),
                now,
                now.plus(CourierSettings.USUAL.term()),
                now.plus(CourierSettings.USUAL.end()));
        numbers(tx, letter.from());
        return Handling.accepted();
    }

    /// In several letters, when there are many threads.
    private void numbers(Transaction tx, StateCode peer) {
        List<Map.Entry<String, Integer>> all =
                new ArrayList<>(LostTable.lastNumbers(tx, peer).entrySet());
        for (int at = 0; at < all.size(); at += MOST_THREADS) {
            ObjectNode body = JSON.createObjectNode();
            ObjectNode threads = body.putObject("threads");
            all.subList(at, Math.min(all.size(), at + MOST_THREADS))
                    .forEach(thread -> threads.put(thread.getKey(), thread.getValue()));
            put(tx, peer, NUMBERS, body);
        }
    }

    private static Handling learn(Transaction tx, IncomingLetter letter, JsonNode body) {
        Collection<Map.Entry<String, JsonNode>> threads = body.path("threads").properties();
        for (Map.Entry<String, JsonNode> thread : threads) {
            if (!OutgoingLetter.isThread(thread.getKey()) || !isNumber(thread.getValue())) {
                return Handling.refused("numbers-malformed", "not threads with numbers");
            }
        }
        threads.forEach(thread -> LostTable.floor(
                tx, letter.from(), thread.getKey(), thread.getValue().asInt()));
        return Handling.accepted();
    }

    private static boolean isNumber(JsonNode node) {
        return node.canConvertToInt() && node.asInt() > 0;
    }

    @FunctionalInterface
    private interface Taking {
        Handling take(Transaction tx, IncomingLetter letter, JsonNode body);
    }

    private static LetterHandler handler(String kind, String malformed, Taking taking) {
        return new LetterHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Handling handle(Transaction tx, IncomingLetter letter) {
                try {
                    return taking.take(tx, letter, JSON.readTree(letter.body()));
                } catch (JacksonException e) {
                    return Handling.refused(malformed, "not JSON");
                }
            }
        };
    }
}
