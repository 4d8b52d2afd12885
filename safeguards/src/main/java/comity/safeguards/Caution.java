package comity.safeguards;

/// Something the deciding person should see; it stops nothing.
///
/// @param code the stable name, for example `offence-outside-convention`
/// @param provision the paragraph; `own policy` when the Convention is silent
public record Caution(String code, String provision) {}
