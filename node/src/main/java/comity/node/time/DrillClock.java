package comity.node.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The machine's time and what a drill adds to it, so that weeks pass in a morning. The addition stands in a
/// small file, as an ISO 8601 duration, and is read again and again.
///
/// All nodes of a drill read one file. A letter from a node whose clock has jumped would come from the future to one
/// whose clock has not; so a new addition counts from one second after the file was written, and by then every
/// node on the machine has read it.
///
/// Time goes forward only. A smaller addition than the one in force is said in the log and not taken.
public final class DrillClock extends Clock implements AutoCloseable {
    /// From when the file was written until what it says counts.
    public static final Duration UNTIL_IT_COUNTS = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(DrillClock.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Path file;
    private final Clock machine;
    private final List<Runnable> afterJumps = new CopyOnWriteArrayList<>();
    private final Thread looking;
    private volatile Addition addition;
    private String lastFault = "";

    /// What is added to the machine's time: `before` until a moment, `after` from then on.
    private record Addition(Duration before, Duration after, Instant from) {
        Duration at(Instant machine) {
            return machine.isBefore(from) ? before : after;
        }
    }

    private DrillClock(Path file, Clock machine) {
        this.file = file;
        this.machine = machine;
        this.addition = new Addition(Duration.ZERO, Duration.ZERO, Instant.MIN);
        try {
            Duration first = read();
            this.addition = new Addition(first, first, Instant.MIN);
        } catch (IOException | DateTimeException e) {
            say(e);
        }
        this.looking = Thread.ofPlatform().name("drill-clock").daemon().unstarted(this::lookForEver);
    }

    /// Goes by a file; where there is none, nothing is added.
    public static DrillClock by(Path file) {
        DrillClock clock = new DrillClock(file, Clock.systemUTC());
        clock.looking.start();
        return clock;
    }

    /// Writes the file, whole or not at all.
    public static void write(Path file, Duration addition) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, addition + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Does something after each jump, for what would otherwise be looked at half a minute later.
    public void afterJumps(Runnable work) {
        afterJumps.add(work);
    }

    @Override
    public Instant instant() {
        Instant now = machine.instant();
        return now.plus(addition.at(now));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("A node goes by UTC; people's zones are applied where they read");
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    private void lookForEver() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            Duration wanted = read();
            Duration inForce = addition.after();
            if (wanted.compareTo(inForce) < 0) {
                throw new DateTimeException("time does not go back from " + inForce + " to " + wanted);
            }
            lastFault = "";
            if (wanted.compareTo(inForce) > 0) {
                jump(
                        inForce,
                        wanted,
                        Files.getLastModifiedTime(file).toInstant().plus(UNTIL_IT_COUNTS));
            }
        } catch (IOException | DateTimeException e) {
            say(e);
        }
    }

    private void jump(Duration before, Duration after, Instant from) throws InterruptedException {
        addition = new Addition(before, after, from);
        Duration left = Duration.between(machine.instant(), from);
        if (left.isPositive()) {
            Thread.sleep(left.plusMillis(1));
        }
        LOG.log(System.Logger.Level.INFO, "This drill''s time is now {0}", instant());
        for (Runnable work : afterJumps) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "What follows a jump of the clock failed; it is tried later", e);
            }
        }
    }

    private Duration read() throws IOException {
        try {
            return Duration.parse(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return addition.after();
        }
    }

    private void say(Exception fault) {
        String text = String.valueOf(fault.getMessage());
        if (!text.equals(lastFault)) {
            LOG.log(System.Logger.Level.WARNING, "The drill''s clock file {0} is not followed: {1}", file, text);
        }
        lastFault = text;
    }
}
