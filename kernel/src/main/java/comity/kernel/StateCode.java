package comity.kernel;

import java.util.regex.Pattern;

/// A State, by its ISO 3166-1 alpha-2 code. Demo States use user-assigned codes (`XA`–`XG`, `QM`–`QP`).
public record StateCode(String code) implements Comparable<StateCode> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}");

    public StateCode {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("A State code is two capital letters, not \"" + code + "\"");
        }
    }

    @Override
    public int compareTo(StateCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
