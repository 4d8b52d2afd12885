package comity.requests.emergency;

import comity.requests.LetterVectors;
import java.util.List;

class EmergencyVectorsTest extends LetterVectors<EmergencyLetter> {
    EmergencyVectorsTest() {
        super(
                "emergency",
                EmergencyLetters.BODY,
                EmergencyLetter.Unknown.class,
                List.of(EmergencyLetter.FromRequesting.class, EmergencyLetter.FromRequested.class));
    }
}
