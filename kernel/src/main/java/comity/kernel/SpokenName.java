package comity.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The form that names of requests and of exhibits share, and its check character; see [RequestReference].
///
/// @param kind three capital letters
record SpokenName(StateCode state, String kind, int year, int serial) {
    private static final Pattern FORM = Pattern.compile("([A-Z]{2})\\.([A-Z]{3})\\.(\\d{4})\\.(\\d{6})-([0-9A-Z])");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private static final String HARD_TO_SAY = "OI*";
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_SERIAL = 999_999;

    static void requireFits(int year, int serial) {
        if (year < FIRST_YEAR || year > 9999 || serial < 1 || serial > LAST_SERIAL) {
            throw new IllegalArgumentException("A reference has a four-digit year and a serial from 1 to 999999");
        }
    }

    /// The first serial after another one whose check character can be said over a telephone.
    static int nextSerial(StateCode state, String kind, int year, int lastSerial) {
        for (int serial = lastSerial + 1; serial <= LAST_SERIAL; serial++) {
            if (HARD_TO_SAY.indexOf(new SpokenName(state, kind, year, serial).check()) < 0) {
                return serial;
            }
        }
        throw new IllegalStateException("All " + LAST_SERIAL + " serials of " + year + " are given out");
    }

    static Optional<SpokenName> parse(String typed) {
        Matcher form = FORM.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(form.group(3));
        int serial = Integer.parseInt(form.group(4));
        if (year < FIRST_YEAR || serial < 1) {
            return Optional.empty();
        }
        SpokenName name = new SpokenName(new StateCode(form.group(1)), form.group(2), year, serial);
        return name.check() == form.group(5).charAt(0) ? Optional.of(name) : Optional.empty();
    }

    char check() {
        String text = state.code() + kind + "%04d%06d".formatted(year, serial);
        int product = 0;
        for (int i = 0; i < text.length(); i++) {
            product = (product + ALPHABET.indexOf(text.charAt(i))) * 2 % 37;
        }
        return ALPHABET.charAt((38 - product) % 37);
    }

    @Override
    public String toString() {
        return "%s.%s.%04d.%06d-%c".formatted(state, kind, year, serial, check());
    }
}
