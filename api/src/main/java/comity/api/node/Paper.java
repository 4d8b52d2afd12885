package comity.api.node;

/// Asks whether a paper is genuine. Anyone may ask; without the fingerprint nothing is told.
///
/// @param reference the reference on the paper
/// @param fingerprint the fingerprint on the paper, four groups of four
public record Paper(String reference, String fingerprint) {}
