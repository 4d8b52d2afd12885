package comity.requests.identifiers;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Zones as people write them. Three letters are not a zone: `IST` is meant in Dublin, Jerusalem and Kolkata.
final class ZoneReading {
    private static final Map<String, String> BY_LOWER_CASE = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), Function.identity()));
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?\\s*([+-])\\s*([0-9]{1,2})(?::?([0-9]{2}))?", Pattern.CASE_INSENSITIVE);

    private ZoneReading() {}

    static Optional<ZoneId> read(String written) {
        String bare = written.strip().replaceAll("^\\[(.*)]$", "$1").replace('\u2212', '-');
        if (bare.matches("(?i)z|utc|gmt|etc/utc|utc[+-]0+(:?00)?")) {
            return Optional.of(ZoneOffset.UTC);
        }
        Matcher offset = OFFSET.matcher(bare);
        if (offset.matches()) {
            return offset(offset);
        }
        return Optional.ofNullable(
                        BY_LOWER_CASE.get(bare.replaceAll("\\s+", "_").toLowerCase(Locale.ROOT)))
                .map(ZoneId::of);
    }

    static boolean isAbbreviation(String written) {
        return written.strip().matches("[A-Za-z]{2,5}");
    }

    private static Optional<ZoneId> offset(Matcher form) {
        int minutes = form.group(3) == null ? 0 : Integer.parseInt(form.group(3));
        int seconds = (Integer.parseInt(form.group(2)) * 60 + minutes) * 60;
        try {
            // No clock on earth is further than fourteen hours ahead or twelve behind.
            int signed = form.group(1).equals("-") ? -seconds : seconds;
            boolean real = minutes < 60 && signed <= 14 * 3600 && signed >= -12 * 3600;
            return real ? Optional.of(ZoneOffset.ofTotalSeconds(signed)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
