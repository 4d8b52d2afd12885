package comity.api.exhibit;

/// Takes an offer back. Whoever has pulled the exhibit has it.
///
/// @param reason why
public record WithdrawOffer(String reason) {}
