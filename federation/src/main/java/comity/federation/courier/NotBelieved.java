package comity.federation.courier;

import comity.kernel.OneLine;

/// An answer that claims to be a receipt and is none. It proves nothing of the letter, and may prove
/// something of the State that signed it, so it is kept.
final class NotBelieved extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String detail;

    /// @param code see docs/protocol/receipts.md
    NotBelieved(String code, String detail) {
        super(code + ": " + OneLine.of(detail), null, false, false);
        this.code = code;
        this.detail = OneLine.of(detail);
    }

    String code() {
        return code;
    }

    String detail() {
        return detail;
    }
}
