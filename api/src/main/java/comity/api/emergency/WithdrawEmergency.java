package comity.api.emergency;

/// Takes it back: the danger is over, or it was none.
///
/// @param reason why
public record WithdrawEmergency(String reason) {}
