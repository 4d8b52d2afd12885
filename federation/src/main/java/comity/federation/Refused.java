package comity.federation;

import comity.kernel.OneLine;

/// An envelope or a receipt from outside that is not taken.
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final Problem problem;
    private final String detail;

    /// @param detail for the operator; without case data. What it quotes may come from a stranger
    public Refused(Problem problem, String detail) {
        super(problem.code() + ": " + OneLine.of(detail));
        this.problem = problem;
        this.detail = OneLine.of(detail);
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }

    /// Refusals are frequent under attack, and where they were made is told by their problem.
    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
