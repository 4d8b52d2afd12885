package comity.evidence.contents;

import comity.ledger.Hash;
import java.time.Instant;

/// One file of an exhibit.
///
/// @param name its path inside the exhibit, with `/` between folders
/// @param bytes its length
/// @param sha256 the digest that courts compare, of its bytes as they were read
/// @param modified when it was last changed, as its file system said
public record FileLine(String name, long bytes, Hash sha256, Instant modified) {}
