package comity.evidence.contents;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.text.Normalizer;
import java.util.Locale;

/// Which names a file of an exhibit may have: any script, but nothing that leads out of a folder, and nothing that
/// one of the usual machines cannot write or a list of digests cannot hold.
public final class Names {
    private static final int LONGEST = 1024;
    private static final int LONGEST_PART = 255;
    private static final String REFUSED = "\\:*?\"<>|";

    private Names() {}

    /// @throws EvidenceRefused with [EvidenceFault#NAME_UNSAFE]
    public static void requireSafe(String name) {
        boolean safe = !name.isEmpty() && name.length() <= LONGEST && wellFormed(name);
        for (String part : name.split("/", -1)) {
            safe &= !part.isBlank()
                    && !part.equals(".")
                    && !part.equals("..")
                    && part.length() <= LONGEST_PART
                    && !part.endsWith(" ")
                    && !part.endsWith(".");
        }
        if (!safe) {
            throw new EvidenceRefused(EvidenceFault.NAME_UNSAFE, name);
        }
    }

    private static boolean wellFormed(String name) {
        return name.codePoints()
                .noneMatch(point -> point < 0x20
                        || (point >= 0x7f && point < 0xa0)
                        || point == 0x2028
                        || point == 0x2029
                        || Character.getType(point) == Character.SURROGATE
                        || isTurning(point)
                        || REFUSED.indexOf(point) >= 0);
    }

    /// Marks that turn the direction of what follows can make one name look like another; a joiner cannot.
    private static boolean isTurning(int point) {
        return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    }

    /// Names that some machine would take for the same file are folded into one.
    public static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
