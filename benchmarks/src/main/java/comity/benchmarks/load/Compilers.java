package comity.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// The compilers of several child processes: while they work, a compiler would be measured and not what it compiles.
public final class Compilers {
    private final List<ChildJvm> children;
    private Duration before;
    private long asked = System.nanoTime();

    public Compilers(List<ChildJvm> children) throws IOException {
        this.children = List.copyOf(children);
        this.before = sum();
    }

    /// Whether all of them together have been busy for less than a tenth of the time since this was asked before.
    public boolean haveRested() throws IOException {
        Duration now = sum();
        long then = System.nanoTime();
        boolean rested = now.minus(before).toNanos() * 10 < then - asked;
        before = now;
        asked = then;
        return rested;
    }

    private Duration sum() throws IOException {
        Duration sum = Duration.ZERO;
        for (ChildJvm child : children) {
            sum = sum.plus(child.compiled());
        }
        return sum;
    }
}
