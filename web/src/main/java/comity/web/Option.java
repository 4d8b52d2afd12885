package comity.web;

import java.util.Arrays;

/// One answer a person may pick.
public record Option(String value, String label, String hint) {
    public Option(String value, String label) {
        this(value, label, "");
    }

    /// Whether it is among the picked ones, which are separated by spaces or line ends.
    public boolean in(String picked) {
        return !value.isEmpty() && Arrays.asList(picked.split("\\s")).contains(value);
    }
}
