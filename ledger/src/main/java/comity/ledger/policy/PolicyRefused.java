package comity.ledger.policy;

/// A policy that cannot be read. Nothing is judged by half a policy.
public final class PolicyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PolicyFault fault;
    private final int line;

    PolicyRefused(PolicyFault fault, int line) {
        super("The policy is refused: %s on line %d".formatted(fault.code(), line));
        this.fault = fault;
        this.line = line;
    }

    public PolicyFault fault() {
        return fault;
    }

    /// The line, from 1; the last one when something is missing.
    public int line() {
        return line;
    }
}
