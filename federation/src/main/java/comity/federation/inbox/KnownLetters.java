package comity.federation.inbox;

import comity.federation.store.IncomingTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Looks up what is known of letters before they are taken.
///
/// Callers that ask at the same time share one question to the database: whoever gets the turn asks for all who wait,
/// and the others find their answer when the turn comes to them. So sixty-four calls at once need one connection, not
/// sixty-four.
final class KnownLetters {
    private static final int LARGEST_QUESTION = 512;

    private final Transactions transactions;
    private final Queue<Caller> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    KnownLetters(Transactions transactions) {
        this.transactions = transactions;
    }

    private static final class Caller {
        private final List<IncomingTable.Question> questions;
        private @Nullable List<IncomingTable.Known> answer;
        private @Nullable RuntimeException failure;

        Caller(List<IncomingTable.Question> questions) {
            this.questions = questions;
        }

        boolean isAnswered() {
            return answer != null || failure != null;
        }
    }

    /// What is known of some letters of one State, in the same order.
    List<IncomingTable.Known> of(StateCode peer, List<UUID> ids, List<String> threads) {
        List<IncomingTable.Question> questions = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            questions.add(new IncomingTable.Question(peer, ids.get(i), threads.get(i)));
        }
        Caller caller = new Caller(questions);
        waiting.add(caller);
        turn.lock();
        try {
            while (!caller.isAnswered()) {
                askForAll();
            }
        } finally {
            turn.unlock();
        }
        if (caller.answer == null) {
            throw caller.failure != null ? caller.failure : new IllegalStateException("Neither answer nor failure");
        }
        return caller.answer;
    }

    private void askForAll() {
        List<Caller> callers = new ArrayList<>();
        List<IncomingTable.Question> questions = new ArrayList<>();
        while (questions.size() < LARGEST_QUESTION && waiting.poll() instanceof Caller next) {
            callers.add(next);
            questions.addAll(next.questions);
        }
        try {
            List<IncomingTable.Known> known = transactions.read(tx -> IncomingTable.known(tx, questions));
            int at = 0;
            for (Caller caller : callers) {
                caller.answer = known.subList(at, at + caller.questions.size());
                at += caller.questions.size();
            }
        } catch (RuntimeException e) {
            callers.forEach(caller -> caller.failure = e);
        }
    }
}
