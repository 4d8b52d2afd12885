package comity.node.demo;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// Days in the files of the demo world: `@day-4` is four days before a story is told.
final class Days {
    private static final Pattern DAY = Pattern.compile("@day([+-]\\d+)");

    private Days() {}

    static String filledIn(String text, LocalDate today) {
        return DAY.matcher(text)
                .replaceAll(found ->
                        today.plusDays(Integer.parseInt(found.group(1))).toString());
    }
}
