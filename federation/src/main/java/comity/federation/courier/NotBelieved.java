package comity.federation.courier;

import comity.federation.Problem;
import comity.federation.ReceiptFault;
import comity.kernel.OneLine;
import comity.ledger.note.NoteFault;

/// An answer that claims to be a receipt and is none. It proves nothing of the letter, and may prove
/// something of the State that signed it, so it is kept.
final class NotBelieved extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String detail;

    NotBelieved(Problem problem, String detail) {
        this(problem.code(), detail);
    }

    NotBelieved(ReceiptFault fault, String detail) {
        this(fault.code(), detail);
    }

    NotBelieved(NoteFault fault, String detail) {
        this(fault.code(), detail);
    }

    private NotBelieved(String code, String detail) {
        super(code + ": " + OneLine.of(detail), null, false, false);
        this.code = code;
        this.detail = OneLine.of(detail);
    }

    /// See docs/protocol/receipts.md.
    String code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
