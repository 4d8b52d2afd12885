package comity.web.upload;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A call as the library may see it: with no more bytes than were announced, and without what is not offered here.
final class TusCall extends HttpServletRequestWrapper {
    private static final Set<String> NOT_OFFERED = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NOT_OFFERED.addAll(Set.of("X-HTTP-Method-Override", "Upload-Concat", "Upload-Defer-Length"));
    }

    private final long most;
    private @Nullable Body body;

    /// @param most how many bytes are still wanted
    TusCall(HttpServletRequest call, long most) {
        super(call);
        this.most = most;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return NOT_OFFERED.contains(name) ? null : super.getHeader(name);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Body(super.getInputStream(), most);
        }
        return body;
    }

    /// Whether the caller's bytes stopped coming. The library passes over that once some have come.
    boolean isBroken() {
        return body != null && body.broken;
    }

    /// Whether more bytes came than were announced.
    boolean isTooLong() {
        return body != null && body.tooLong;
    }

    private static final class Body extends ServletInputStream {
        private final ServletInputStream in;
        private long left;
        private boolean broken;
        private boolean tooLong;

        Body(ServletInputStream in, long most) {
            this.in = in;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            // One byte more than wanted is asked for, because the end is known only by reading on.
            int wanted = (int) Math.min(length, left + 1);
            int read;
            try {
                read = in.read(into, offset, wanted);
            } catch (IOException e) {
                broken = true;
                throw e;
            }
            if (read > left) {
                tooLong = true;
                throw new IOException("More comes than was announced");
            }
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
