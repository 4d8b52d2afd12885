package comity.directory.list;

import comity.kernel.call.BoundedCall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// What a node asks the registry over HTTP. Every answer is bounded in time and in length, unpacked too.
final class RegistryCalls implements AutoCloseable {
    private static final String GZIP = "gzip";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /// An answer.
    ///
    /// @param isPatch whether it is a patch of what was named as known
    record Answer(int status, boolean isPatch, byte[] bytes, Optional<String> tag) {
        boolean isGood() {
            return status == 200;
        }
    }

    /// @param tag what is known already, as an entity tag
    /// @param most bytes, packed and unpacked
    /// @param whole how long the whole answer may take
    Answer get(URI address, Optional<String> tag, int most, Duration whole) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", LinePatch.MEDIA_TYPE + ", */*")
                .header("Accept-Encoding", GZIP);
        tag.ifPresent(known -> request.header("If-None-Match", known));
        HttpResponse<byte[]> answer = new BoundedCall(whole, most).send(http, request.build());
        boolean packed = answer.headers()
                .firstValue("Content-Encoding")
                .filter(GZIP::equals)
                .isPresent();
        return new Answer(
                answer.statusCode(),
                answer.headers()
                        .firstValue("Content-Type")
                        .filter(LinePatch.MEDIA_TYPE::equals)
                        .isPresent(),
                packed ? unpack(answer.body(), most) : answer.body(),
                answer.headers().firstValue("ETag"));
    }

    private static byte[] unpack(byte[] packed, int most) throws IOException {
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = unpacking.readNBytes(most);
            if (unpacking.read() >= 0) {
                throw new IOException("an answer that unpacks to more than " + most + " bytes");
            }
            return bytes;
        }
    }

    /// The address with what the asking node has already.
    static URI from(URI address, String known) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + "from=" + known);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
