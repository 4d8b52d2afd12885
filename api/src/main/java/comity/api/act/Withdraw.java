package comity.api.act;

/// Takes the request back.
///
/// @param reason why
public record Withdraw(String reason) {}
