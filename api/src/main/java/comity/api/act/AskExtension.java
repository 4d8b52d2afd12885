package comity.api.act;

/// Asks, before the term ends, that the data be kept longer.
///
/// @param days how many more days
/// @param reason why
public record AskExtension(int days, String reason) {}
