package comity.kernel.call;

import java.io.IOException;

/// An answer with more bytes than were agreed.
public final class AnswerTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLarge(int most) {
        super("an answer of more than " + most + " bytes");
    }
}
