package comity.vault.transfer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

/// What has come so far, kept beside the file that is coming: one small record for each segment that was checked, and
/// now and then one for how far an unchecked one has come. Records are only added; a torn one at the end is cut off.
///
/// Whoever brings segments does not wait for the disk: another thread forces what has come, again and again, and then
/// enters which segments are there for good. Those that were checked and not yet forced are checked once more when a
/// pull goes on, because the power may have failed.
final class PullJournal implements AutoCloseable {
    private static final int LENGTH = Integer.BYTES + Long.BYTES + Integer.BYTES;
    private static final long WHOLE = -1;
    private static final long FORCED = -2;

    /// Of eight mebibytes each: so much is read again after a crash, and what comes while the disk is at work.
    private static final int ENOUGH_TO_FORCE = 8;

    private final FileChannel file;
    private boolean stopped;
    private final BitSet whole = new BitSet();
    private final BitSet unforced = new BitSet();
    private final BitSet unsure = new BitSet();
    private final Map<Integer, Long> begun = new HashMap<>();

    private PullJournal(FileChannel file) {
        this.file = file;
    }

    /// Opens a journal, new or as it was left.
    ///
    /// @param segments how many there are; a record of another segment ends the reading
    static PullJournal open(Path path, int segments) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        PullJournal journal = new PullJournal(file);
        long good = journal.replay(segments);
        journal.unsure.or(journal.unforced);
        file.truncate(good);
        file.position(good);
        return journal;
    }

    private long replay(int segments) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (all.hasRemaining() && file.read(all) >= 0) {
            // Until all is read.
        }
        all.flip();
        while (all.remaining() >= LENGTH) {
            int start = all.position();
            int segment = all.getInt();
            long bytes = all.getLong();
            if (all.getInt() != check(segment, bytes) || segment < 0 || segment >= segments) {
                return start;
            }
            note(segment, bytes);
        }
        return all.position();
    }

    private void note(int segment, long bytes) {
        if (bytes == WHOLE) {
            whole.set(segment);
            unforced.set(segment);
            begun.remove(segment);
        } else if (bytes == FORCED) {
            unforced.clear(segment);
        } else {
            whole.clear(segment);
            begun.put(segment, bytes);
        }
    }

    /// Whether a segment has come and was checked.
    synchronized boolean isWhole(int segment) {
        return whole.get(segment);
    }

    /// Whether a segment was checked before a crash that may have lost it: then it must be checked once more.
    synchronized boolean isUnsure(int segment) {
        return unsure.get(segment);
    }

    /// How many bytes of a segment have come, unchecked.
    synchronized long begun(int segment) {
        return begun.getOrDefault(segment, 0L);
    }

    /// A segment was checked.
    synchronized void whole(int segment) throws IOException {
        add(segment, WHOLE);
        unsure.clear(segment);
        notifyAll();
    }

    /// Forces to the disk what was checked, each time that there is enough of it, until [#stopForcing]. The others go
    /// on meanwhile.
    void forceAgainAndAgain(FileChannel payload) throws IOException {
        for (int[] checked = awaitEnough(); checked.length > 0; checked = awaitEnough()) {
            payload.force(false);
            for (int segment : checked) {
                add(segment, FORCED);
            }
        }
    }

    /// @return segments that were checked and are not on the disk for good; none when there is nothing more to do
    private synchronized int[] awaitEnough() {
        boolean interrupted = false;
        while (!stopped && unforced.cardinality() < ENOUGH_TO_FORCE) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
                stopped = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return stopped ? new int[0] : unforced.stream().toArray();
    }

    /// What is not forced yet is left to whoever ends the pull.
    synchronized void stopForcing() {
        stopped = true;
        notifyAll();
    }

    /// So many bytes of a segment have come; 0 when they were thrown away.
    void begun(int segment, long bytes) throws IOException {
        add(segment, bytes);
    }

    private synchronized void add(int segment, long bytes) throws IOException {
        ByteBuffer written = ByteBuffer.allocate(LENGTH)
                .putInt(segment)
                .putLong(bytes)
                .putInt(check(segment, bytes))
                .flip();
        while (written.hasRemaining()) {
            file.write(written);
        }
        note(segment, bytes);
    }

    private static int check(int segment, long bytes) {
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(segment)
                .putLong(bytes)
                .array());
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
