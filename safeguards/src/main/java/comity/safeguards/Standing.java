package comity.safeguards;

import comity.kernel.StateCode;
import comity.law.TreatyStatus;

/// Where a State stands, as the registry's list says.
///
/// @param reservedDualCriminality it made the reservation of art. 42(5)
public record Standing(StateCode state, TreatyStatus status, boolean reservedDualCriminality) {}
