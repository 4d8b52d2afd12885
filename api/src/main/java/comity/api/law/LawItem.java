package comity.api.law;

import org.jspecify.annotations.Nullable;

/// Something the Convention asks, allows or starts.
///
/// @param code its stable name
/// @param text it in the reader's language
/// @param provision what to cite
/// @param kind how it is meant: for a content `required`, `where-known` or `as-appropriate`; for a ground `may-refuse`,
///     `no-obligation` or `reserved`; for a clock `floor`, `cap`, `deadline`, `open` or `no-number`
/// @param days the length of a clock that has one
public record LawItem(
        String code,
        String text,
        String provision,
        String kind,
        @Nullable Integer days) {}
