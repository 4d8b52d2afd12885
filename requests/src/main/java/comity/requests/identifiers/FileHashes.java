package comity.requests.identifiers;

import java.util.Map;
import java.util.Set;

/// Digests of files.
final class FileHashes {
    private static final Map<Integer, String> BY_LENGTH =
            Map.of(32, "md5", 40, "sha1", 56, "sha224", 64, "sha256", 96, "sha384", 128, "sha512");
    private static final Set<String> LEGACY = Set.of("md5", "sha1");

    /// The digests of the empty file, which stands for a failed copy.
    private static final Set<String> OF_NOTHING = Set.of(
            "d41d8cd98f00b204e9800998ecf8427e",
            "da39a3ee5e6b4b0d3255bfef95601890afd80709",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private FileHashes() {}

    static void check(String value, Findings findings) {
        String bare = Cleaning.lower(value);
        String named = "";
        if (bare.matches("(md5|sha-?(?:1|224|256|384|512))\\s*[:=]\\s*.+")) {
            String[] parts = bare.split("\\s*[:=]\\s*", 2);
            named = parts[0].replace("-", "");
            bare = parts[1];
        }
        String digits = bare.replaceAll("[\\s]", "");
        String kind = digits.matches("[0-9a-f]+") ? BY_LENGTH.getOrDefault(digits.length(), "") : "";
        if (kind.isEmpty() || !named.isEmpty() && !named.equals(kind)) {
            findings.blocks("hash-malformed", "value", value);
            return;
        }
        findings.normalised(digits).part("algorithm", kind);
        if (OF_NOTHING.contains(digits)) {
            findings.warns("hash-of-nothing", "value", digits);
        } else if (LEGACY.contains(kind)) {
            findings.advises("hash-legacy", "value", digits, "algorithm", kind);
        }
    }
}
