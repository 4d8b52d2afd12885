package comity.requests.preservation;

import comity.requests.LetterVectors;
import java.util.List;

class LetterVectorsTest extends LetterVectors<PreservationLetter> {
    LetterVectorsTest() {
        super(
                "preservation",
                LetterText.BODY,
                PreservationLetter.Unknown.class,
                List.of(PreservationLetter.FromRequesting.class, PreservationLetter.FromRequested.class));
    }
}
