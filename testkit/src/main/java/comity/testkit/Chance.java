package comity.testkit;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/// Chance that can be repeated: a test that fails names its seed, and `-Dcomity.seed=…` runs it again the same way.
public final class Chance {
    private static final String SEED_PROPERTY = "comity.seed";

    private final Random random;

    private Chance(long seed) {
        this.random = new Random(seed);
    }

    /// Runs a test many times, each with a seed of its own.
    ///
    /// @throws AssertionError when one run fails; the message names the seed, the cause is the failure
    public static void times(int runs, Consumer<Chance> test) {
        Long chosen = Long.getLong(SEED_PROPERTY);
        if (chosen != null) {
            run(chosen, test);
            return;
        }
        long first = System.nanoTime();
        for (int run = 0; run < runs; run++) {
            run(first + run, test);
        }
    }

    /// Chance that always falls the same way.
    public static Chance ofSeed(long seed) {
        return new Chance(seed);
    }

    private static void run(long seed, Consumer<Chance> test) {
        try {
            test.accept(new Chance(seed));
        } catch (RuntimeException | AssertionError failure) {
            throw new AssertionError(
                    "Failed by chance; run again with -D" + SEED_PROPERTY + "=" + seed + ": " + failure.getMessage(),
                    failure);
        }
    }

    /// A number from `least` to `most`, both possible.
    public int number(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /// True once in so many times.
    public boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Text of the given symbols.
    public String text(int length, String symbols) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(symbols.charAt(random.nextInt(symbols.length())));
        }
        return text.toString();
    }

    public void shuffle(List<?> list) {
        java.util.Collections.shuffle(list, random);
    }
}
