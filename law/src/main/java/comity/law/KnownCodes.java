package comity.law;

import comity.kernel.StateCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Which two letters name a participant: the codes of ISO 3166-1 as the Java runtime knows them, and those that the
/// standard leaves to its users (`XA`–`XZ`, `QM`–`QZ`), which the demo world lives on.
public final class KnownCodes {
    private static final Pattern LEFT_TO_USERS = Pattern.compile("X[A-Z]|Q[M-Z]");
    private static final Set<String> ISO = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private KnownCodes() {}

    public static boolean isKnown(StateCode state) {
        return ISO.contains(state.code()) || LEFT_TO_USERS.matcher(state.code()).matches();
    }
}
