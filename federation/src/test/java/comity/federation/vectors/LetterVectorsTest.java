package comity.federation.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import comity.federation.House;
import comity.federation.PeerIdentity;
import comity.federation.Receipt;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.ReceiptDocument;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.federation.inbox.Inbox;
import comity.testkit.HandClock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of docs/protocol/vectors/letters, brought to a real inbox.
class LetterVectorsTest {
    static List<LetterVector> vectors() {
        return LetterVector.all();
    }

    @Test
    void there_are_many_and_most_must_fail() {
        List<LetterVector> vectors = vectors();
        assertThat(vectors).hasSizeGreaterThan(40);
        assertThat(vectors.stream().filter(vector -> !vector.expect().equals("accept")))
                .hasSizeGreaterThan(30);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void each_is_answered_as_it_says(LetterVector vector) throws Exception {
        HandClock clock = HandClock.at(vector.now());
        try (House belmora = VectorWorld.reader(clock)) {
            for (String name : vector.before()) {
                LetterVector before = LetterVector.named(name);
                clock.set(before.now());
                assertThat(answer(bring(belmora, before))).isEqualTo(before.expect());
            }
            clock.set(vector.now());
            long leaves = belmora.journal.latest().checkpoint().size();
            Inbox.Reply reply = bring(belmora, vector);
            assertThat(answer(reply)).isEqualTo(vector.expect());
            if (reply.status() != 200) {
                assertThat(belmora.journal.latest().checkpoint().size()).isEqualTo(leaves);
            }
        }
    }

    private static Inbox.Reply bring(House reader, LetterVector vector) {
        return reader.inbox.receive(new PeerIdentity(VectorWorld.connection(vector.connection())), vector.envelope());
    }

    /// `accept`, `reject <code>` for a signed rejection, or the code of the problem.
    private static String answer(Inbox.Reply reply) throws Exception {
        if (reply.status() != 200) {
            return ProblemDocument.code(reply.body()).orElse("no problem document");
        }
        SignedReader.Signed signed = new SignedReader().read(reply.body(), Seal.RECEIPT);
        signed.requireSignature();
        ReceiptDocument.Outcome outcome =
                ReceiptDocument.read(signed.payload()).letters().getLast();
        return outcome.event() == Receipt.Event.RELAY_ACCEPTED
                ? "accept"
                : "reject " + outcome.code().orElse("without a ground");
    }
}
