package comity.benchmarks;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What was asked for on the command line.
public record Options(boolean quick, boolean profile, Set<Character> only, Path out) {
    static final String HELP = """
            Usage: comity bench [--quick] [--only LETTERS] [--profile] [--out FOLDER]

              --quick         shorter rounds, smaller tables; about ten minutes in place of thirty
              --only AB       only these sections
              --profile       also write what each process spent its time on (JFR)
              --out FOLDER    where results.json, figures.md and the pictures go (default: target/bench)
            """;

    /// @throws IllegalArgumentException in words for the person who typed
    static Options of(List<String> words) {
        boolean quick = false;
        boolean profile = false;
        Set<Character> only = new HashSet<>();
        Path out = Path.of("target", "bench");
        for (int i = 0; i < words.size(); i++) {
            switch (words.get(i)) {
                case "--quick" -> quick = true;
                case "--profile" -> profile = true;
                case "--only" ->
                    after(words, i++)
                            .toUpperCase(Locale.ROOT)
                            .chars()
                            .filter(Character::isLetter)
                            .forEach(letter -> only.add((char) letter));
                case "--out" -> out = Path.of(after(words, i++));
                default -> throw new IllegalArgumentException("Unknown option " + words.get(i));
            }
        }
        return new Options(quick, profile, Set.copyOf(only), out);
    }

    boolean wants(Section section) {
        return only.isEmpty() || only.contains(section.letter());
    }

    private static String after(List<String> words, int place) {
        if (place + 1 >= words.size()) {
            throw new IllegalArgumentException(words.get(place) + " needs a value");
        }
        return words.get(place + 1);
    }
}
