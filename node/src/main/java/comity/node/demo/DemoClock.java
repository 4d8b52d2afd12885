package comity.node.demo;

import comity.node.time.DrillClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

/// The one clock of a demo, which its nodes read from a file. The older stories are told with the clock set back, so
/// that what has run out or is late has done so by itself.
final class DemoClock {
    /// After this all nodes have read the file, and what it says counts.
    private static final Duration SETTLED = DrillClock.UNTIL_IT_COUNTS.plusMillis(500);

    private final Path file;

    DemoClock(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /// Sets a demo that is new back by some days. One that has run before goes on from where it was.
    void begin(Duration ago) throws IOException {
        if (!Files.exists(file)) {
            DrillClock.write(file, ago.negated());
        }
    }

    Instant instant() {
        return Instant.now().plus(addition());
    }

    LocalDate today() {
        return LocalDate.ofInstant(instant(), ZoneOffset.UTC);
    }

    /// Goes forward to so long before the machine's time; does nothing when it is later already.
    void goOnTo(Duration ago) throws IOException {
        if (ago.negated().compareTo(addition()) <= 0) {
            return;
        }
        DrillClock.write(file, ago.negated());
        try {
            TimeUnit.MILLISECONDS.sleep(SETTLED.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Stopped while time went by");
        }
    }

    boolean isSetBackBy(Duration ago) {
        return addition().equals(ago.negated());
    }

    private Duration addition() {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (IOException | DateTimeException e) {
            throw new DemoFailed("The clock of the demo cannot be read: " + e.getMessage());
        }
    }
}
