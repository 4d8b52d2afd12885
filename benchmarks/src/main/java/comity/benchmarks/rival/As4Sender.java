package comity.benchmarks.rival;

import com.helger.http.header.HttpHeaderMap;
import com.helger.httpclient.HttpClientFactory;
import com.helger.httpclient.HttpClientManager;
import com.helger.mime.CMimeType;
import com.helger.phase4.CAS4;
import com.helger.phase4.attachment.AS4OutgoingAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.messaging.http.BasicHttpPoster;
import com.helger.phase4.messaging.http.HttpRetrySettings;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.resolve.AS4DefaultPModeResolver;
import com.helger.phase4.sender.AS4Sender;
import com.helger.phase4.sender.EAS4UserMessageSendResult;
import com.helger.phase4.sender.IAS4SignalMessageValidationResultHandler;
import comity.benchmarks.load.Certificates;
import comity.benchmarks.load.ClosedLoop;
import comity.benchmarks.load.Commands;
import comity.benchmarks.load.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The sending access point: signs, encrypts, posts, and checks the signed receipt against what it sent.
public final class As4Sender {
    private final PMode terms;
    private final IAS4CryptoFactory keys;
    private final X509Certificate receiver;
    private final String address;
    private final KeptConnections connections;

    private As4Sender(String address, IAS4CryptoFactory keys, X509Certificate receiver, KeptConnections connections) {
        this.terms = As4Agreement.terms(address);
        this.keys = keys;
        this.receiver = receiver;
        this.address = address;
        this.connections = connections;
    }

    /// Arguments: a folder to work in, the key store for TLS, the one for messages, the receiver's one for messages
    /// (of which only the certificate is read), the receiver's address.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String address = arguments[4];
        As4Scope.begin(folder, address);
        X509Certificate receiver =
                (X509Certificate) Certificates.read(Path.of(arguments[3])).getCertificate(As4Agreement.RECEIVER);
        try (KeptConnections connections = new KeptConnections(Path.of(arguments[1]))) {
            As4Sender sender = new As4Sender(
                    address, As4Agreement.keys(Path.of(arguments[2]), As4Agreement.SENDER), receiver, connections);
            JsonMapper json = new JsonMapper();
            Commands.serve("sender", words -> switch (words.getFirst()) {
                case "twice" -> sender.sendTwice();
                case "load" ->
                    json.writeValueAsString(ClosedLoop.run(
                            ClosedLoop.Plan.ofWords(words.subList(1, words.size())),
                            (_, number) -> sender.send(UUID.randomUUID() + "@benchmark", number)));
                default -> throw new IllegalArgumentException(words.toString());
            });
        }
    }

    private void send(String id, long number) throws IOException {
        ReceiptCheck receipt = new ReceiptCheck();
        EAS4UserMessageSendResult result = post(id, number, receipt);
        if (result.isFailure() || !receipt.matches) {
            throw new IOException("AS4 message not received: " + result);
        }
    }

    /// Sends one message two times and says how the second was answered: it must be refused.
    private String sendTwice() throws IOException {
        String id = UUID.randomUUID() + "@benchmark";
        send(id, 0);
        return post(id, 0, new ReceiptCheck()).getID();
    }

    private EAS4UserMessageSendResult post(String id, long number, ReceiptCheck receipt) {
        return AS4Sender.builderUserMessage()
                .as4ProfileID("none")
                .pmodeResolver(new AS4DefaultPModeResolver(null))
                .incomingProfileSelector(new AS4IncomingProfileSelectorConstant(null, false))
                .pmode(terms)
                .pmodeID(As4Agreement.ID)
                .cryptoFactory(keys)
                .receiverCertificate(receiver)
                .customHttpPoster(connections)
                .httpRetrySettings(new HttpRetrySettings().setMaxRetries(0))
                .messageID(id)
                .service(As4Agreement.SERVICE)
                .action(As4Agreement.ACTION)
                .agreementRef(terms.getAgreement())
                .fromPartyID(As4Agreement.SENDER)
                .fromRole(CAS4.DEFAULT_INITIATOR_URL)
                .toPartyID(As4Agreement.RECEIVER)
                .toRole(CAS4.DEFAULT_RESPONDER_URL)
                .endpointURL(address)
                .payload(AS4OutgoingAttachment.builder()
                        .data(Payload.json(number))
                        .mimeType(CMimeType.APPLICATION_JSON))
                .signalMsgValidationResultHdl(receipt)
                .sendMessageAndCheckForReceipt();
    }

    /// Whether the receipt repeats the digests of exactly what was sent.
    private static final class ReceiptCheck implements IAS4SignalMessageValidationResultHandler {
        private boolean matches;

        @Override
        public void onSuccess() {
            matches = true;
        }

        @Override
        public void onError(String message) {
            matches = false;
        }

        @Override
        public void onNotApplicable() {
            // An error message carries no digests.
        }
    }

    /// phase4's own poster opens a client, and so a connection with a full handshake, for each message. This one
    /// keeps its connections, which is kinder to the rival than its default.
    private static final class KeptConnections extends BasicHttpPoster implements AutoCloseable {
        private final HttpClientManager client;
        // A connection made with a client certificate belongs to its caller's context and is only reused in it.
        private final ThreadLocal<HttpClientContext> contexts = ThreadLocal.withInitial(HttpClientContext::create);

        KeptConnections(Path keyStore) throws Exception {
            HttpClientFactory factory = new HttpClientFactory();
            factory.httpClientSettings()
                    .setSSLContext(Certificates.tls(Certificates.read(keyStore)))
                    .setResponseTimeout(Timeout.ofSeconds(60))
                    .setConnectionRequestTimeout(Timeout.ofSeconds(60));
            client = new HttpClientManager(factory);
        }

        @Override
        public <T> @Nullable T sendGenericMessage(
                String url,
                @Nullable HttpHeaderMap headers,
                HttpEntity entity,
                HttpClientResponseHandler<? extends T> handler)
                throws IOException {
            HttpPost post = new HttpPost(url);
            if (headers != null) {
                headers.forEachSingleHeader(post::addHeader, true, false);
            }
            post.setEntity(entity);
            return client.execute(post, contexts.get(), handler);
        }

        @Override
        public void close() throws IOException {
            client.close();
        }
    }
}
