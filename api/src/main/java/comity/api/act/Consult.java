package comity.api.act;

/// Consults the requesting State before refusing.
///
/// @param ground the code of the ground that it thinks of, one of those that the node offers
/// @param note what stands in the way, and what could help
public record Consult(String ground, String note) {}
