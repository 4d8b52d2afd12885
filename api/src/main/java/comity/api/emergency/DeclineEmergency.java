package comity.api.emergency;

/// Gives nothing.
///
/// @param reasons why, for the State that asks
public record DeclineEmergency(String reasons) {}
