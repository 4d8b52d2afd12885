package comity.cli.call;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// A part of a file, as fast as it may go.
final class Piece extends InputStream {
    private final InputStream in;
    private final Pace pace;
    private final LongConsumer gone;
    private long left;

    private Piece(InputStream in, long length, Pace pace, LongConsumer gone) {
        this.in = in;
        this.left = length;
        this.pace = pace;
        this.gone = gone;
    }

    /// A file that went away is found out when it is read.
    ///
    /// @param gone is told how many bytes went
    static InputStream of(Path path, long offset, long length, Pace pace, LongConsumer gone) {
        try {
            InputStream in = Files.newInputStream(path);
            in.skipNBytes(offset);
            return new Piece(in, length, pace, gone);
        } catch (IOException e) {
            return new Unreadable(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = in.read(into, offset, (int) Math.min(pace.atOnce(length), left));
        if (read < 0) {
            throw new IOException("The file has become shorter");
        }
        pace.pass(read);
        left -= read;
        gone.accept(read);
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static final class Unreadable extends InputStream {
        private final IOException why;

        Unreadable(IOException why) {
            this.why = why;
        }

        @Override
        public int read() throws IOException {
            throw why;
        }
    }
}
