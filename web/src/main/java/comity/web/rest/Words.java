package comity.web.rest;

import java.util.Arrays;
import java.util.function.Function;

/// The words of the contract and what they stand for in the areas.
final class Words {
    private Words() {}

    /// What a word stands for. The body reader has let only the contract's words pass.
    static <T> T choice(T[] all, Function<T, String> word, String given) {
        return Arrays.stream(all)
                .filter(one -> word.apply(one).equals(given))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The contract has a word that the area has not: " + given));
    }
}
