package comity.requests.identifiers;

import java.util.regex.Pattern;

/// What names a device.
final class Devices {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Devices() {}

    /// A hardware address of 48 bits, or of 64.
    static void checkMac(String value, Findings findings) {
        String hex = Cleaning.lower(value.replaceAll("[\\s:.\\-]", ""));
        if (!hex.matches("[0-9a-f]{12}|[0-9a-f]{16}")) {
            findings.blocks("mac-malformed", "value", value);
            return;
        }
        findings.normalised(hex.replaceAll("(..)(?!$)", "$1:"));
        int first = Integer.parseInt(hex.substring(0, 2), 16);
        if (hex.matches("0+|f+") || (first & 1) == 1) {
            findings.warns("mac-names-no-device", "value", findings.normalised());
        } else if ((first & 2) == 2) {
            findings.advises("mac-may-be-random", "value", findings.normalised());
        }
    }

    static void checkDeviceId(String value, Findings findings) {
        String lower = Cleaning.lower(value);
        findings.normalised(UUID.matcher(lower).matches() ? lower : value);
        if (lower.replaceAll("[^0-9a-f]", "").matches("0{8,}")) {
            findings.warns("device-id-empty", "value", value);
        } else if (value.length() < 4) {
            findings.warns("identifier-too-short", "value", value);
        }
        Accounts.needService(findings);
    }
}
