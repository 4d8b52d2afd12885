package comity.kernel.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BoundedCallTest {
    private ServerSocket door;
    private HttpClient client;

    @BeforeEach
    void open() throws IOException {
        door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        client = HttpClient.newHttpClient();
    }

    @AfterEach
    void close() throws IOException {
        client.shutdownNow();
        door.close();
    }

    /// Answers one call: promises some bytes and sends some, which may be fewer. Keeps the line open.
    private void answer(int promised, int sent) {
        Thread.ofVirtual().start(() -> {
            try {
                Socket caller = door.accept();
                OutputStream out = caller.getOutputStream();
                out.write(Utf8.bytes("HTTP/1.1 200 OK\r\nContent-Length: " + promised + "\r\n\r\n"));
                out.write(new byte[sent]);
                out.flush();
            } catch (IOException _) {
                // The caller has hung up, as it should.
            }
        });
    }

    private byte[] call(Duration whole, int most) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
        return new BoundedCall(whole, most)
                .send(client, HttpRequest.newBuilder(address).build())
                .body();
    }

    @Nested
    class A_call {
        @Test
        void gives_the_whole_answer() throws Exception {
            answer(10, 10);
            assertThat(call(Duration.ofSeconds(30), 10)).hasSize(10);
        }

        @Test
        void ends_although_the_answer_does_not() {
            answer(10, 1);
            assertThatThrownBy(() -> call(Duration.ofMillis(200), 10)).isInstanceOf(HttpTimeoutException.class);
        }

        @Test
        void takes_no_more_than_was_agreed() {
            answer(100_000, 100_000);
            assertThatThrownBy(() -> call(Duration.ofSeconds(30), 9)).isInstanceOf(AnswerTooLarge.class);
        }
    }
}
