package comity.vault.transfer;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.Geometry;
import comity.evidence.age.Progress;
import comity.evidence.age.SegmentDigest;
import comity.evidence.age.Segments;
import comity.evidence.paper.Seal;
import comity.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Brings a sealed payload from another node, over days if need be.
///
/// # How
///
/// Several connections each take the next segment that is missing and ask for its bytes. What comes is digested while
/// it is near and written where it belongs; when the line breaks, the same connection asks for the rest, and what had
/// come is not asked for again. Only a segment whose root is the one in the seal is entered in a journal beside the
/// file. After a crash, or the next day, the pull goes on with what is missing; of what it finds in the file it
/// believes nothing that is not digested again or was not forced to the disk.
///
/// # What can go wrong
///
/// A segment that is not what it should be is thrown away and asked for once more. When it is wrong again, the other
/// end does not have what it has signed, and the pull says so. A line that brings nothing for a while is left; whoever
/// started the pull starts it again later.
public final class Pull {
    /// So much is gathered before it is written and entered in the journal, unless the line is slow.
    private static final int STEP = 256 * 1024;
    /// Nothing that has come is held back for longer.
    private static final long MOMENT = Duration.ofSeconds(1).toNanos();

    private static final int TRIES_OF_A_SEGMENT = 2;

    private final Seal seal;
    private final Geometry geometry;
    private final Segments segments;
    private final ByteSource source;
    private final Settings settings;
    private final Progress progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Ended> ended = new AtomicReference<>(null);

    /// How to pull.
    ///
    /// @param connections how many at once
    /// @param bytesPerSecond a cap for all of them together; 0 for none
    /// @param pause how long to wait after a line broke, before asking again
    /// @param tries how often to ask in vain, one time after the other, before leaving it for now
    public record Settings(int connections, long bytesPerSecond, Duration pause, int tries) {}

    /// How it ended.
    public sealed interface Ended {
        /// All of it is there, checked, under its own name.
        record Whole() implements Ended {}

        /// The line is too bad for now; what has come is kept.
        record Left(String why) implements Ended {}

        /// The other end does not have it, or will not give it.
        record Gone(int status) implements Ended {}

        /// What the other end sends is not what it has signed.
        record Wrong(int segment) implements Ended {}

        /// This end's disk takes no more; what has come is kept.
        record DiskFull(String why) implements Ended {}
    }

    /// @param seal verified before
    /// @param list the file of segments that came with it
    /// @throws EvidenceRefused with [EvidenceFault#PART_CHANGED] when the list is not that of the seal
    public Pull(Seal seal, byte[] list, ByteSource source, Settings settings, Progress progress) {
        this.seal = seal;
        this.geometry = seal.payload();
        this.source = source;
        this.settings = settings;
        this.progress = progress;
        if (!Hash.ofContent(list).equals(seal.segments()) || list.length != geometry.segments() * Hash.LENGTH) {
            throw new EvidenceRefused(EvidenceFault.PART_CHANGED, PackageFiles.SEGMENTS);
        }
        this.segments = Segments.of(geometry, list);
        if (!segments.root().equals(seal.root())) {
            throw new EvidenceRefused(EvidenceFault.PART_CHANGED, PackageFiles.SEGMENTS);
        }
    }

    /// The seal of what is pulled.
    public Seal seal() {
        return seal;
    }

    /// Pulls what is missing.
    ///
    /// @param target what the payload is called when it is whole; until then `.part` and `.journal` stand
    ///     beside it
    public Ended run(Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path kept = target.resolveSibling(target.getFileName() + ".journal");
        if (Files.exists(target)) {
            return new Ended.Whole();
        }
        try (FileChannel file = FileChannel.open(
                        part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                PullJournal journal = PullJournal.open(kept, segments.count())) {
            pullAll(file, journal);
            Ended how = ended.get();
            if (how != null) {
                return how;
            }
            file.force(true);
        } catch (IOException e) {
            return new Ended.DiskFull(String.valueOf(e.getMessage()));
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(kept);
            return new Ended.Whole();
        } catch (IOException e) {
            return new Ended.DiskFull(String.valueOf(e.getMessage()));
        }
    }

    private void pullAll(FileChannel file, PullJournal journal) {
        Throttle throttle = new Throttle(settings.bytesPerSecond());
        Thread forcing = Thread.ofPlatform().name("pull-force").daemon().start(() -> force(file, journal));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.min(settings.connections(), segments.count()); i++) {
            // Virtual ones, because one that waits for its line can be interrupted.
            threads.add(Thread.ofVirtual()
                    .name("pull-" + i)
                    .start(() -> new Connection(file, journal, throttle).pullWhatIsMissing()));
        }
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                end(new Ended.Left("interrupted"));
                threads.forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
            }
        }
        journal.stopForcing();
        awaitEnd(forcing);
    }

    private void force(FileChannel file, PullJournal journal) {
        try {
            journal.forceAgainAndAgain(file);
        } catch (IOException e) {
            end(new Ended.DiskFull(String.valueOf(e.getMessage())));
        }
    }

    private static void awaitEnd(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Ended how) {
        ended.compareAndSet(null, how);
    }

    /// One of several connections.
    private final class Connection {
        private final FileChannel file;
        private final PullJournal journal;
        private final Throttle throttle;
        private final byte[] gathered = new byte[STEP];
        private int length;
        private int inVain;

        private Connection(FileChannel file, PullJournal journal, Throttle throttle) {
            this.file = file;
            this.journal = journal;
            this.throttle = throttle;
        }

        void pullWhatIsMissing() {
            try {
                for (int segment = next.getAndIncrement();
                        segment < segments.count() && ended.get() == null;
                        segment = next.getAndIncrement()) {
                    if (journal.isWhole(segment) && !isLost(segment)) {
                        progress.more(geometry.lengthOfSegment(segment));
                    } else {
                        pull(segment);
                    }
                }
            } catch (IOException e) {
                end(new Ended.DiskFull(String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                end(new Ended.Left(String.valueOf(e)));
            }
        }

        /// Whether a segment that was checked before a crash is not what it was.
        private boolean isLost(int segment) throws IOException {
            boolean lost = journal.isUnsure(segment)
                    && (there(segment) < geometry.lengthOfSegment(segment)
                            || !Segments.hashSegment(file, geometry, segment).equals(segments.segment(segment)));
            if (lost) {
                journal.begun(segment, 0);
            }
            return lost;
        }

        /// @throws IOException when this end cannot write
        private void pull(int segment) throws IOException {
            long whole = geometry.lengthOfSegment(segment);
            long have = begunAndThere(segment);
            progress.more(have);
            for (int i = 0; i < TRIES_OF_A_SEGMENT && ended.get() == null; i++) {
                SegmentDigest digest = new SegmentDigest(geometry, segment);
                digest.readOn(file, have);
                if (!bringAll(segment, digest)) {
                    return;
                }
                if (digest.root().equals(segments.segment(segment))) {
                    journal.whole(segment);
                    return;
                }
                progress.more(-whole);
                journal.begun(segment, 0);
                have = 0;
            }
            end(new Ended.Wrong(segment));
        }

        /// How many bytes of a segment have come, unchecked, and are in the file.
        private long begunAndThere(int segment) throws IOException {
            return Math.min(journal.begun(segment), there(segment));
        }

        /// How many bytes of a segment the file has room for: fewer than have come, when the power failed.
        private long there(int segment) throws IOException {
            long behind = file.size() - geometry.placeOfSegment(segment);
            return Math.clamp(behind, 0, geometry.lengthOfSegment(segment));
        }

        /// @return false when it was left
        private boolean bringAll(int segment, SegmentDigest digest) throws IOException {
            long whole = geometry.lengthOfSegment(segment);
            while (digest.length() < whole && ended.get() == null) {
                long before = digest.length();
                bring(segment, digest);
                journal.begun(segment, digest.length());
                inVain = digest.length() > before ? 0 : inVain + 1;
                if (digest.length() < whole && ended.get() == null && !waitBeforeNextTry()) {
                    return false;
                }
            }
            return digest.length() == whole;
        }

        private boolean waitBeforeNextTry() {
            if (inVain >= settings.tries()) {
                end(new Ended.Left("no answer"));
                return false;
            }
            try {
                Thread.sleep(settings.pause().multipliedBy(Math.max(1, inVain)));
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(new Ended.Left("interrupted"));
                return false;
            }
        }

        /// Brings what comes before the line breaks.
        private void bring(int segment, SegmentDigest digest) throws IOException {
            long begin = geometry.placeOfSegment(segment);
            long whole = geometry.lengthOfSegment(segment);
            Optional<InputStream> opened = open(begin + digest.length(), begin + whole);
            if (opened.isEmpty()) {
                return;
            }
            try (InputStream in = opened.get()) {
                long entered = digest.length();
                boolean stands = true;
                while (stands && digest.length() < whole && ended.get() == null) {
                    stands = gather(in, (int) Math.min(STEP, whole - digest.length()));
                    write(begin + digest.length());
                    digest.update(gathered, 0, length);
                    progress.more(length);
                    if (digest.length() - entered >= STEP) {
                        journal.begun(segment, digest.length());
                        entered = digest.length();
                    }
                }
            }
        }

        private Optional<InputStream> open(long from, long to) {
            try {
                return Optional.of(source.open(from, to));
            } catch (ByteSource.GoneForGood e) {
                end(new Ended.Gone(e.status()));
                return Optional.empty();
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        /// Gathers what comes: as much as is wanted, or as comes in a moment.
        ///
        /// @return whether the line still stands
        private boolean gather(InputStream in, int wanted) {
            length = 0;
            long begun = System.nanoTime();
            try {
                while (length < wanted && System.nanoTime() - begun < MOMENT) {
                    int read = in.read(gathered, length, wanted - length);
                    if (read < 0) {
                        return false;
                    }
                    throttle.take(read);
                    length += read;
                }
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        private void write(long place) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(gathered, 0, length);
            while (bytes.hasRemaining()) {
                file.write(bytes, place + bytes.position());
            }
        }
    }
}
