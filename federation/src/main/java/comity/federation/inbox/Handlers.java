package comity.federation.inbox;

import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The areas that letters are handed to, by kind.
final class Handlers {
    private static final System.Logger LOG = System.getLogger(Handlers.class.getName());

    /// Classes of SQLSTATE that pass by themselves: connection, rolled back, resources, state, operator, system.
    private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

    private final Map<String, LetterHandler> byKind;

    Handlers(List<LetterHandler> handlers) {
        this.byKind = handlers.stream().collect(Collectors.toUnmodifiableMap(LetterHandler::kind, Function.identity()));
    }

    /// Ends the transaction: an area does not take a letter, so nothing that it has written may stay.
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final UUID letter;
        private final transient Opened.Rejection rejection;

        NotTaken(UUID letter, Opened.Rejection rejection) {
            super(rejection.code(), null, false, false);
            this.letter = letter;
            this.rejection = rejection;
        }

        UUID letter() {
            return letter;
        }

        Opened.Rejection rejection() {
            return rejection;
        }
    }

    /// Why nobody here can take letters of a kind and version; empty when somebody can.
    Optional<Opened.Rejection> missing(String kind, int version) {
        LetterHandler handler = byKind.get(kind);
        if (handler == null) {
            return Optional.of(new Opened.Rejection("unknown-kind", kind));
        }
        return version > handler.newestVersion()
                ? Optional.of(new Opened.Rejection(
                        "unknown-kind-version", kind + " is understood up to version " + handler.newestVersion()))
                : Optional.empty();
    }

    /// Hands a letter over.
    ///
    /// @throws NotTaken when the area refuses it, or breaks over it
    void handle(Transaction tx, IncomingLetter letter) {
        LetterHandler handler = byKind.get(letter.kind());
        if (handler == null) {
            throw new IllegalStateException("Asked before whether anybody takes " + letter.kind());
        }
        switch (handled(tx, handler, letter)) {
            case Handling.Accepted _ -> {}
            case Handling.Refused(String code, String detail) ->
                throw new NotTaken(letter.id(), new Opened.Rejection(code, detail));
        }
    }

    /// A fault of ours must not block the other State's letters for ever, and must not look like a delivery: it
    /// becomes a signed rejection, which the other desk sees. A database that is away is no fault: the other node
    /// tries again.
    private static Handling handled(Transaction tx, LetterHandler handler, IncomingLetter letter) {
        try {
            return handler.handle(tx, letter);
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e instanceof DatabaseUnavailable away ? away : new DatabaseUnavailable(e);
            }
            LOG.log(System.Logger.Level.ERROR, "Letter " + letter.id() + " could not be processed", e);
        }
        return Handling.refused("not-processed", "the letter could not be processed here");
    }

    /// Whether the database was away, or could not for the moment (a full disk): the cause says so, however an area's
    /// store has wrapped it.
    private static boolean passes(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql.getSQLState() == null
                        || PASSING.contains(sql.getSQLState().substring(0, 2));
            }
        }
        return failure instanceof DatabaseUnavailable;
    }
}
