package comity.benchmarks.letters;

import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.kernel.transaction.Transaction;

/// Takes every letter and does nothing with it: what is measured is the wire, which has stored it by then.
final class Drawer implements LetterHandler {
    static final String KIND = "benchmark.letter";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Handling handle(Transaction tx, IncomingLetter letter) {
        return Handling.accepted();
    }
}
