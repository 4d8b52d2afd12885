package comity.ledger.note;

/// A note that is not what it should be. Thrown while reading, with the reason as a stable code.
public final class NoteRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final NoteFault fault;

    public NoteRefused(NoteFault fault) {
        super("The note is refused: " + fault.code());
        this.fault = fault;
    }

    public NoteFault fault() {
        return fault;
    }
}
