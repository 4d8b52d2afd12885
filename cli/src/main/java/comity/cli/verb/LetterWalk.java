package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.node.NodeHealth;
import comity.api.request.Letters;
import comity.api.request.RequestList;
import comity.api.request.RequestSummary;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads all letters that a node tells of, request by request.
final class LetterWalk {
    private static final String AT_ONCE = "100";

    private final NodeCalls calls;

    LetterWalk(NodeCalls calls) {
        this.calls = calls;
    }

    /// A letter and the request it belongs to.
    record Told(String reference, Letters.Letter letter) {}

    /// A node did not answer with what was asked for.
    static final class CouldNotAsk extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Reply<?> reply;

        CouldNotAsk(Reply<?> reply) {
            super("The node did not answer");
            this.reply = reply;
        }

        Reply<?> reply() {
            return reply;
        }
    }

    /// The State whose node it is.
    String state() {
        return asked(Wish.of(Operation.SHOW_NODE), NodeHealth.class).state();
    }

    /// @throws CouldNotAsk when the node does not answer
    List<Told> all() {
        List<Told> letters = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            RequestList page = asked(
                    Wish.of(Operation.LIST_REQUESTS)
                            .where("limit", Optional.of(AT_ONCE))
                            .where("cursor", cursor),
                    RequestList.class);
            for (RequestSummary request : page.requests()) {
                if (!request.state().equals("drafted")) {
                    Letters told = asked(Wish.of(Operation.SHOW_LETTERS, request.reference()), Letters.class);
                    told.letters().forEach(letter -> letters.add(new Told(request.reference(), letter)));
                }
            }
            cursor = Optional.ofNullable(page.next());
        } while (cursor.isPresent());
        return letters;
    }

    private <T extends Record> T asked(Wish wish, Class<T> type) {
        return switch (calls.ask(wish, type)) {
            case Reply.Answered<T> answered -> answered.value();
            case Reply.Refused<T> refused -> throw new CouldNotAsk(refused);
            case Reply.Unknown<T> unknown -> throw new CouldNotAsk(unknown);
        };
    }
}
