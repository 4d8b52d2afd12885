package comity.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a request that both States, the paper and the telephone use: `XA.PRS.2027.000318-W`.
///
/// The parts are the requesting State, the type, the year, a serial and a check character (ISO/IEC 7064, MOD 37-2, over
/// the letters and digits before it). A serial whose check character would be O or I is not given out, because over a
/// telephone they are heard as 0 and 1, nor one whose check character would be the star of that standard; [#next] skips
/// them. The standard's MOD 37,36 needs no star, but misses some swapped neighbours.
public record RequestReference(StateCode state, RequestType type, int year, int serial) {
    private static final Pattern FORM = Pattern.compile("([A-Z]{2})\\.([A-Z]{3})\\.(\\d{4})\\.(\\d{6})-([0-9A-Z])");
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";
    private static final String HARD_TO_SAY = "OI*";
    private static final int LAST_SERIAL = 999_999;

    public RequestReference {
        if (year < 2000 || year > 9999 || serial < 1 || serial > LAST_SERIAL) {
            throw new IllegalArgumentException("A reference has a four-digit year and a serial from 1 to 999999");
        }
    }

    /// The next reference that may be given out after a serial; skips those whose check character sounds like a
    /// digit.
    public static RequestReference next(StateCode state, RequestType type, int year, int lastSerial) {
        for (int serial = lastSerial + 1; serial <= LAST_SERIAL; serial++) {
            RequestReference reference = new RequestReference(state, type, year, serial);
            if (HARD_TO_SAY.indexOf(reference.check()) < 0) {
                return reference;
            }
        }
        throw new IllegalStateException("All " + LAST_SERIAL + " serials of " + year + " are given out");
    }

    /// Reads a reference as a person may type it (any case, spaces around). Empty when it has another form or its
    /// check character does not fit: one mistyped character or two swapped neighbours are always found.
    public static Optional<RequestReference> parse(String typed) {
        Matcher form = FORM.matcher(typed.strip().toUpperCase(Locale.ROOT));
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<RequestType> type = RequestType.ofCode(form.group(2));
        int year = Integer.parseInt(form.group(3));
        int serial = Integer.parseInt(form.group(4));
        if (type.isEmpty() || year < 2000 || serial < 1) {
            return Optional.empty();
        }
        RequestReference reference = new RequestReference(new StateCode(form.group(1)), type.get(), year, serial);
        return reference.check() == form.group(5).charAt(0) ? Optional.of(reference) : Optional.empty();
    }

    /// The check character.
    public char check() {
        return checkCharacter(state.code() + type.code() + "%04d%06d".formatted(year, serial));
    }

    private static char checkCharacter(String text) {
        int product = 0;
        for (int i = 0; i < text.length(); i++) {
            product = (product + ALPHABET.indexOf(text.charAt(i))) * 2 % 37;
        }
        return ALPHABET.charAt((38 - product) % 37);
    }

    @Override
    public String toString() {
        return "%s.%s.%04d.%06d-%c".formatted(state, type.code(), year, serial, check());
    }
}
