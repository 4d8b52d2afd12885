package comity.ledger.cosigning;

import java.time.Instant;

/// A fork that a cosigner was shown.
///
/// @param fork the evidence
/// @param at when it was shown first, to the second
public record KeptFork(Fork fork, Instant at) {}
