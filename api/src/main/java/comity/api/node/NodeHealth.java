package comity.api.node;

import comity.api.Words;
import comity.api.ledger.Checkpoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a node is.
///
/// @param state whose node it is
/// @param role what it does in the federation
/// @param version the software's version
/// @param drill whether everything in it is an exercise
/// @param time the node's clock, to be compared with one's own
/// @param checkpoint its ledger's latest signed head
/// @param directoryVersion the version of the directory it holds
/// @param certificateEndsAt when the certificate with which it signs letters ends
/// @param lettersWaiting how many letters wait to be delivered
/// @param peers how each other node is reached
/// @param findings what a person should look at; empty when all is well
public record NodeHealth(
        String state,
        @Words({"state", "registry"}) String role,
        String version,
        boolean drill,
        Instant time,
        @Nullable Checkpoint checkpoint,
        @Nullable Long directoryVersion,
        @Nullable Instant certificateEndsAt,
        long lettersWaiting,
        List<Peer> peers,
        List<Finding> findings) {
    public NodeHealth {
        peers = List.copyOf(peers);
        findings = List.copyOf(findings);
    }

    /// Another State's node, seen from here.
    ///
    /// @param state whose it is
    /// @param lettersWaiting how many letters wait for it
    /// @param lastReceiptAt when it last gave a receipt
    /// @param oldestWaitingSince since when the oldest letter waits
    public record Peer(
            String state,
            long lettersWaiting,
            @Nullable Instant lastReceiptAt,
            @Nullable Instant oldestWaitingSince) {}

    /// Something a person should look at.
    ///
    /// @param code its stable name, for example `certificate-ends-soon`
    /// @param text the same in words
    public record Finding(String code, String text) {}
}
