package comity.safeguards;

/// Why a proposal may not go on.
///
/// @param code the stable name, for example `no-legal-basis`
/// @param provision the paragraph, for example `42(6)`; `own policy` when the Convention is silent
public record Ground(String code, String provision) {}
