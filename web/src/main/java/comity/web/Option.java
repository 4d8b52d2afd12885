package comity.web;

import java.util.Arrays;
import java.util.List;

/// One answer a person may pick.
public record Option(String value, String label, String hint) {
    public Option(String value, String label) {
        this(value, label, "");
    }

    /// What the answer with a value is called; the value itself when it is none of them.
    public static String label(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(Option::label)
                .orElse(value);
    }

    /// Whether it is among the picked ones, which are separated by spaces or line ends.
    public boolean in(String picked) {
        return !value.isEmpty() && Arrays.asList(picked.split("\\s")).contains(value);
    }
}
