package comity.requests.preservation;

/// What the custodian answered to a domestic order.
///
/// @param provider who keeps the data
/// @param nationalReference how the requested State names the case; may be empty
public record Confirmation(String provider, Keeping.Coverage coverage, String nationalReference, String remarks) {}
