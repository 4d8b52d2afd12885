package comity.vault.transfer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One range of bytes, as a receiver asks for it.
///
/// @param to the byte behind the last one
public record ByteRange(long from, long to) {
    /// Eighteen digits fit into a long, and are more than any exhibit has.
    private static final Pattern FORM = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})?");

    /// Reads the header field `Range`: one range with a beginning. Several at once, or the last bytes of a file, are
    /// not needed here and not answered.
    ///
    /// @param length bytes of the whole
    /// @return empty when it is anything else, or lies outside
    public static Optional<ByteRange> of(String field, long length) {
        Matcher matcher = FORM.matcher(field.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(2) == null ? length : Math.min(length, Long.parseLong(matcher.group(2)) + 1);
        return from < to ? Optional.of(new ByteRange(from, to)) : Optional.empty();
    }

    public long length() {
        return to - from;
    }
}
