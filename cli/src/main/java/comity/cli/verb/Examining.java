package comity.cli.verb;

import comity.api.ledger.Checkpoint;
import comity.api.node.NodeHealth;
import comity.cli.screen.Times;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at what a node says of itself, and checks what can be checked without believing it.
///
/// @param health what it says
/// @param asked when it was asked, on our clock
/// @param answered when the answer was here, on our clock
record Examining(NodeHealth health, Instant asked, Instant answered) {
    /// Two clocks this far apart make receipts and terms look wrong to each other.
    private static final Duration WORST_SKEW = Duration.ofSeconds(30);

    private static final Duration NOTICED_SKEW = Duration.ofSeconds(2);
    private static final Duration CERTIFICATE_ATTENTION = Duration.ofDays(30);
    private static final Duration WAITING_ATTENTION = Duration.ofMinutes(15);

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        findings.add(clocks());
        findings.add(ledger());
        findings.add(certificate());
        findings.add(queue());
        health.findings()
                .forEach(finding ->
                        findings.add(Finding.ofNode(finding.code(), Finding.Result.ATTENTION, finding.text())));
        return findings;
    }

    private Finding clocks() {
        Duration travel = Duration.between(asked, answered);
        Instant middle = asked.plus(travel.dividedBy(2));
        // The answer may have been written at any moment of the way, so half the way is not held against the node.
        Duration apart = Duration.between(middle, health.time());
        Duration surely = apart.abs().minus(travel.dividedBy(2));
        Finding.Result result = surely.compareTo(WORST_SKEW) > 0
                ? Finding.Result.BAD
                : surely.compareTo(NOTICED_SKEW) > 0 ? Finding.Result.ATTENTION : Finding.Result.GOOD;
        return Finding.of("clock", result, apart.toMillis());
    }

    private Finding ledger() {
        Checkpoint checkpoint = health.checkpoint();
        if (checkpoint == null) {
            return Finding.of("ledger-missing", Finding.Result.ATTENTION);
        }
        try {
            var signed = SignedCheckpoint.open(checkpoint.note(), VerifierKey.parse(checkpoint.verifierKey()))
                    .checkpoint();
            boolean saysTheSame =
                    signed.size() == checkpoint.size() && signed.origin().equals(checkpoint.origin());
            return saysTheSame
                    ? Finding.of("ledger", Finding.Result.GOOD, signed.origin(), signed.size())
                    : Finding.of("ledger-wrong", Finding.Result.BAD, checkpoint.origin());
        } catch (NoteRefused | IllegalArgumentException e) {
            return Finding.of("ledger-wrong", Finding.Result.BAD, checkpoint.origin());
        }
    }

    private Finding certificate() {
        Instant ends = health.certificateEndsAt();
        if (ends == null) {
            return Finding.of("certificate-unknown", Finding.Result.ATTENTION);
        }
        Duration left = Duration.between(answered, ends);
        Finding.Result result = left.isNegative()
                ? Finding.Result.BAD
                : left.compareTo(CERTIFICATE_ATTENTION) < 0 ? Finding.Result.ATTENTION : Finding.Result.GOOD;
        return Finding.of("certificate", result, ends, Times.show(left));
    }

    private Finding queue() {
        Instant oldest = health.peers().stream()
                .flatMap(peer -> java.util.stream.Stream.ofNullable(peer.oldestWaitingSince()))
                .min(Instant::compareTo)
                .orElse(null);
        return Finding.of("queue", isOld(oldest) ? Finding.Result.ATTENTION : Finding.Result.GOOD, waiting());
    }

    private boolean isOld(@Nullable Instant oldest) {
        return oldest != null && Duration.between(oldest, answered).compareTo(WAITING_ATTENTION) > 0;
    }

    private String waiting() {
        List<String> peers = health.peers().stream()
                .filter(peer -> peer.lettersWaiting() > 0)
                .map(peer -> peer.state() + " " + peer.lettersWaiting())
                .toList();
        return peers.isEmpty() ? String.valueOf(health.lettersWaiting()) : String.join(", ", peers);
    }
}
