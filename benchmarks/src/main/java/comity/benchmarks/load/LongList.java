package comity.benchmarks.load;

import java.util.Arrays;

/// A growing list of numbers without an object for each.
public final class LongList {
    private long[] numbers = new long[1024];
    private int size;

    public void add(long number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    public long get(int index) {
        return numbers[index];
    }

    public int size() {
        return size;
    }

    public long[] sorted() {
        long[] copy = Arrays.copyOf(numbers, size);
        Arrays.sort(copy);
        return copy;
    }
}
