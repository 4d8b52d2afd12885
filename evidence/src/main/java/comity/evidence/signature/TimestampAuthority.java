package comity.evidence.signature;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/// A time-stamp authority that is asked over HTTP (RFC 3161, 3.4).
public final class TimestampAuthority implements TimestampSource, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGEST = 256 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    public TimestampAuthority(URI address) {
        this.address = address;
    }

    @Override
    public byte[] token(byte[] sha256) {
        try {
            TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
            asking.setCertReq(true);
            TimeStampRequest request =
                    asking.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(NONCE_BITS, RANDOM));
            TimeStampResponse response = new TimeStampResponse(post(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw new EvidenceRefused(EvidenceFault.TIMESTAMP, address.toString());
            }
            return response.getTimeStampToken().getEncoded();
        } catch (IOException | TSPException e) {
            throw new EvidenceRefused(EvidenceFault.TIMESTAMP, address.toString(), e);
        }
    }

    private byte[] post(byte[] query) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("content-type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(query))
                .build();
        try {
            HttpResponse<java.io.InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (var body = answer.body()) {
                byte[] bytes = body.readNBytes(LONGEST + 1);
                if (answer.statusCode() != 200 || bytes.length > LONGEST) {
                    throw new IOException("the answer is " + answer.statusCode());
                }
                return bytes;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
