package comity.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// A line to a server on this machine that breaks after so many bytes, and stays broken until it is
/// mended. Broken on the way there, a question arrives half; broken on the way back, the deed is done
/// and its answer is lost.
public final class FrayedLine implements AutoCloseable {
    private static final long WHOLE = Long.MAX_VALUE;

    private final InetSocketAddress target;
    private final ServerSocket door;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong there = new AtomicLong(WHOLE);
    private final AtomicLong back = new AtomicLong(WHOLE);

    /// @param server where the line leads
    public FrayedLine(URI server) {
        try {
            target = new InetSocketAddress(server.getHost(), server.getPort());
            door = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            Thread.ofVirtual().start(this::letIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// Breaks when so many more bytes have gone to the server.
    public void breakOnTheWayThere(long bytes) {
        mend();
        there.set(bytes);
    }

    /// Breaks when so many more bytes have come back.
    public void breakOnTheWayBack(long bytes) {
        mend();
        back.set(bytes);
    }

    /// Whether it has broken since it was last mended.
    public boolean isBroken() {
        return there.get() < 0 || back.get() < 0;
    }

    public void mend() {
        there.set(WHOLE);
        back.set(WHOLE);
    }

    @Override
    public void close() {
        try {
            door.close();
            open.forEach(FrayedLine::hangUp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void letIn() {
        try {
            while (!door.isClosed()) {
                Socket asking = door.accept();
                open.add(asking);
                if (isBroken()) {
                    hangUp(asking);
                } else {
                    connect(asking);
                }
            }
        } catch (IOException e) {
            // Closed: nobody is let in any more.
            open.forEach(FrayedLine::hangUp);
        }
    }

    private void connect(Socket asking) {
        try {
            Socket asked = new Socket();
            open.add(asked);
            asked.connect(target);
            Thread.ofVirtual().start(() -> carry(asking, asked, there));
            Thread.ofVirtual().start(() -> carry(asked, asking, back));
        } catch (IOException e) {
            // The server is away; so is whoever stands in for it.
            hangUp(asking);
        }
    }

    private void carry(Socket from, Socket to, AtomicLong left) {
        byte[] piece = new byte[256];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(piece); read >= 0 && !isBroken(); read = in.read(piece)) {
                long after = left.get() == WHOLE ? WHOLE : left.addAndGet(-read);
                if (after < 0) {
                    out.write(piece, 0, (int) Math.max(0, read + after));
                    break;
                }
                out.write(piece, 0, read);
            }
        } catch (IOException e) {
            // One side has hung up; so does the other.
        } finally {
            hangUp(from);
            hangUp(to);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
