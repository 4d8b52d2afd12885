package comity.api.act;

/// Ends the preservation.
///
/// @param reason why
public record Release(String reason) {}
