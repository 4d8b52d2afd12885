package comity.ledger.cosigning;

/// An ask that cannot be read. Thrown while reading, with the reason as a stable code.
public final class AskRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AskFault fault;

    AskRefused(AskFault fault) {
        super("The ask is refused: " + fault.code());
        this.fault = fault;
    }

    public AskFault fault() {
        return fault;
    }
}
