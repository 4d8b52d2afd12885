package comity.api.ledger;

/// Where something stands in a ledger.
///
/// @param index the number of the leaf, from 0, without gaps
/// @param commitment SHA-256 of salt and event, 64 hexadecimal digits
public record LedgerPlace(long index, String commitment) {}
