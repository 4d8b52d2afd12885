package comity.requests.preservation;

import comity.kernel.RequestType;
import comity.requests.LetterBody;

/// The letters about preservation requests, as the wire carries them.
public final class LetterText {
    /// The kind under which the wire carries these letters, and its version.
    public static final String KIND = "preservation";

    public static final int VERSION = 1;

    /// Their bodies, and back.
    public static final LetterBody<PreservationLetter> BODY =
            new LetterBody<>(RequestType.PRESERVATION, PreservationLetter.class, PreservationLetter.Unknown::new);

    private LetterText() {}
}
