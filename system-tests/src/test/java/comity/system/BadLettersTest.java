package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.directory.keys.KeyCeremony;
import comity.directory.keys.SealKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What a running node does on its port for letters with what another node should not send: a refusal with its name, a
/// copy for inspection, and nothing changed. And with what honest nodes send twice, or in the wrong order.
class BadLettersTest {
    private final RunningDemo demo = SharedDemo.get();
    private final NodeDatabase database = NodeDatabase.of(demo, "XB");
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    private final String thread = "XC." + UUID.randomUUID();
    private ForeignPeer peer;

    @BeforeEach
    void open() {
        peer = ForeignPeer.writingTo(demo, "XB");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void are_refused_when_they_are_forged() {
        SealKey forger = KeyCeremony.hold(peer.state(), List.of(), now).seal();
        requireRefused("forged", peer.written(thread, 1, now).signedBy(forger));
    }

    @Test
    void are_refused_when_their_time_is_over() {
        requireRefused(
                "expired",
                peer.written(thread, 1, now.minus(Duration.ofDays(40))).sealed());
    }

    @Test
    void are_refused_when_they_are_too_large() {
        byte[] envelope = peer.written(thread, 1, now)
                .with(whole -> whole.put("padding", "x".repeat(800_000)))
                .sealed();
        requireRefused("too-large", envelope);
    }

    @Test
    void are_refused_when_they_are_for_somebody_else() {
        requireRefused(
                "wrong-addressee",
                peer.written(thread, 1, now)
                        .with(whole -> whole.put("to", "XA"))
                        .sealed());
    }

    @Test
    void are_refused_when_their_version_is_unknown() {
        requireRefused(
                "unknown-version",
                peer.written(thread, 1, now).with(whole -> whole.put("v", 2)).sealed());
    }

    @Test
    void are_refused_when_another_state_wrote_them() {
        requireRefused(
                "peer-mismatch",
                peer.written(thread, 1, now)
                        .with(whole -> whole.put("from", "XA"))
                        .sealed());
    }

    @Test
    void are_refused_when_their_name_was_used_for_another_letter() {
        ForeignPeer.Written first = peer.written(thread, 1, now);
        assertThat(peer.send(first.sealed()).status()).isEqualTo(200);
        byte[] second = first.with(whole -> ((ObjectNode) whole.path("letters").get(0)).put("kind", "farewell"))
                .sealed();
        requireRefused("letter-id-reused", second);
    }

    /// The clocks of two nodes: hours ahead is refused by name, hours behind is taken while the letter's own time is
    /// not over.
    @Test
    void from_a_clock_that_is_hours_off_are_refused_or_taken_as_the_protocol_says() {
        requireRefused(
                "from-the-future",
                peer.written(thread, 1, now.plus(Duration.ofHours(3))).sealed());
        assertThat(peer.send(peer.written(thread, 1, now.minus(Duration.ofHours(3)))
                                .sealed())
                        .status())
                .isEqualTo(200);
        requireRefused(
                "expired",
                peer.written(thread, 2, now.minus(Duration.ofHours(3)))
                        .with(whole -> whole.put(
                                "expiresAt", now.minus(Duration.ofHours(1)).toString()))
                        .sealed());
    }

    @Test
    void that_come_again_get_the_first_receipt_and_happen_once() {
        byte[] letter = peer.written(thread, 1, now).sealed();
        ForeignPeer.Answer first = peer.send(letter);
        assertThat(first.status()).isEqualTo(200);
        List<ForeignPeer.Answer> again = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> peer.send(letter))
                .toList();
        assertThat(again).allSatisfy(answer -> assertThat(answer.body()).isEqualTo(first.body()));
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void that_overtake_each_other_wait_for_their_turn() {
        byte[] first = peer.written(thread, 1, now).sealed();
        byte[] second = peer.written(thread, 2, now).sealed();
        ForeignPeer.Answer early = peer.send(second);
        assertThat(early.problem()).isEqualTo("out-of-order");
        assertThat(received()).isZero();
        assertThat(peer.send(first).status()).isEqualTo(200);
        assertThat(peer.send(second).status()).isEqualTo(200);
        assertThat(received()).isEqualTo(2);
    }

    private void requireRefused(String problem, byte[] envelope) {
        long before = received();
        long leaves = database.number("select count(*) from ledger.leaf where label like 'letter.%'");
        ForeignPeer.Answer answer = peer.send(envelope);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(received()).isEqualTo(before);
        assertThat(database.number("select count(*) from ledger.leaf where label like 'letter.%'"))
                .isEqualTo(leaves);
        assertThat(database.number("select count(*) from federation.quarantine where code = '" + problem
                        + "' and last_at > now() - interval '1 minute' and peer = '" + ForeignPeer.STATE + "'"))
                .isPositive();
    }

    private long received() {
        return database.number("select count(*) from federation.letter_in where thread = '" + thread + "'");
    }
}
