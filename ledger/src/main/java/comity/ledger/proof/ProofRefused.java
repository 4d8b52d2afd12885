package comity.ledger.proof;

/// A file that is no proof. Thrown while reading, with the reason as a stable code.
public final class ProofRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProofFault fault;

    ProofRefused(ProofFault fault) {
        super("The proof is refused: " + fault.code());
        this.fault = fault;
    }

    public ProofFault fault() {
        return fault;
    }
}
