package comity.ledger.tiles;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Entries one after the other, each behind its length in two bytes, the higher byte first (C2SP
/// tlog-tiles).
public final class EntryBundle {
    /// How many bytes an entry may have.
    public static final int LONGEST_ENTRY = 0xFFFF;

    private EntryBundle() {}

    /// @throws IllegalArgumentException when an entry is longer than 65535 bytes
    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new IllegalArgumentException("An entry of " + entry.length + " bytes does not fit a bundle");
            }
            bundle.write(entry.length >> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /// Reads a bundle that should hold so many entries.
    ///
    /// @throws IllegalArgumentException when it is cut off, or holds more or fewer
    public static List<byte[]> decode(byte[] bundle, int width) {
        List<byte[]> entries = new ArrayList<>(width);
        int at = 0;
        while (at < bundle.length) {
            int start = at + 2;
            int end = start > bundle.length ? start : start + length(bundle, at);
            if (end > bundle.length || entries.size() == width) {
                throw new IllegalArgumentException("Not a bundle of " + width + " entries");
            }
            entries.add(Arrays.copyOfRange(bundle, start, end));
            at = end;
        }
        if (entries.size() != width) {
            throw new IllegalArgumentException("Not a bundle of " + width + " entries");
        }
        return entries;
    }

    private static int length(byte[] bundle, int at) {
        return (bundle[at] & 0xFF) << 8 | (bundle[at + 1] & 0xFF);
    }
}
