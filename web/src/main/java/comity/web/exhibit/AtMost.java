package comity.web.exhibit;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A file of a form, which nobody has measured before it comes: it ends in an error as soon as it is longer than the
/// node takes.
final class AtMost extends FilterInputStream {
    private long left;

    /// @param most the most bytes that may come
    AtMost(long most, InputStream in) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws Exceeded {
        left -= read;
        if (left < 0) {
            throw new Exceeded();
        }
    }

    /// More comes than may.
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("A file is longer than this node takes");
        }
    }
}
