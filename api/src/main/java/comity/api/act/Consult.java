package comity.api.act;

/// Consults the requesting State before refusing.
///
/// @param note what stands in the way, and what could help
public record Consult(String note) {}
