package comity.web.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// A line to a node that is cut after so many bytes, some times, and then holds.
final class CutLine implements AutoCloseable {
    private final ServerSocket door;
    private final URI node;
    private final long after;
    private final AtomicInteger cutsLeft;
    private final AtomicLong passed = new AtomicLong();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /// @param after how many bytes to the node a connection may carry before it is cut
    CutLine(URI node, int cuts, long after) throws IOException {
        this.node = node;
        this.after = after;
        this.cutsLeft = new AtomicInteger(cuts);
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::listen);
    }

    URI address() {
        return URI.create("http://localhost:" + door.getLocalPort());
    }

    int cutsLeft() {
        return cutsLeft.get();
    }

    /// All bytes that went to the node.
    long passed() {
        return passed.get();
    }

    private void listen() {
        try {
            while (true) {
                Socket caller = door.accept();
                Socket there = new Socket(node.getHost(), node.getPort());
                threads.execute(() -> carry(caller, there, true));
                threads.execute(() -> carry(there, caller, false));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void carry(Socket from, Socket to, boolean counted) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            long carried = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                if (counted) {
                    carried += read;
                    passed.addAndGet(read);
                    if (carried > after && cutsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        return;
                    }
                }
            }
        } catch (IOException e) {
            // The other half was cut.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
