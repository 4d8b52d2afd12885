package comity.ledger;

/// Where a commitment stands in a log. May be told to anybody.
///
/// @param index counted from zero; never changes and never has a gap before it
/// @param commitment SHA-256 of salt and event, as 64 lower-case hexadecimal digits
public record LeafPlace(long index, String commitment) {
    public LeafPlace {
        if (index < 0) {
            throw new IllegalArgumentException("A place in a log is not negative: " + index);
        }
        commitment = Hash.ofHex(commitment).hex();
    }

    /// The entry at this place.
    public Hash entry() {
        return Hash.ofHex(commitment);
    }
}
