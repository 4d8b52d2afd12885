package comity.vault.exhibits;

import comity.directory.Directory;
import comity.federation.Outbox;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.vault.shelf.Shelf;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What the vault needs from the rest of the node.
///
/// @param self the State of this node
/// @param place the node's name, as custody events give it
/// @param bell rung when there is work that nobody need wait for
public record Vault(
        StateCode self,
        String place,
        Transactions transactions,
        ExhibitStore store,
        Shelf shelf,
        Directory directory,
        Journal journal,
        Outbox outbox,
        SealingKeys keys,
        Clock clock,
        Runnable bell) {
    /// Now, no finer than the database keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
