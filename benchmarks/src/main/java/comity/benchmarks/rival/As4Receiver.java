package comity.benchmarks.rival;

import com.helger.collection.commons.CommonsArrayList;
import com.helger.collection.commons.ICommonsList;
import com.helger.http.EHttpMethod;
import com.helger.http.header.HttpHeaderMap;
import com.helger.phase4.attachment.WSS4JAttachment;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.ebms3header.Ebms3SignalMessage;
import com.helger.phase4.ebms3header.Ebms3UserMessage;
import com.helger.phase4.error.AS4ErrorList;
import com.helger.phase4.incoming.AS4IncomingProfileSelectorConstant;
import com.helger.phase4.incoming.AS4RequestHandler;
import com.helger.phase4.incoming.IAS4IncomingMessageMetadata;
import com.helger.phase4.incoming.IAS4IncomingMessageState;
import com.helger.phase4.incoming.spi.AS4MessageProcessorResult;
import com.helger.phase4.incoming.spi.AS4SignalMessageProcessorResult;
import com.helger.phase4.incoming.spi.IAS4IncomingMessageProcessorSPI;
import com.helger.phase4.model.pmode.IPMode;
import com.helger.phase4.model.pmode.resolve.AS4DefaultPModeResolver;
import com.helger.phase4.servlet.AS4UnifiedResponse;
import com.helger.phase4.servlet.AS4XServletHandler;
import com.helger.phase4.servlet.IAS4ServletRequestHandlerCustomizer;
import com.helger.web.scope.IRequestWebScopeWithoutResponse;
import com.helger.xservlet.AbstractXServlet;
import comity.benchmarks.load.Certificates;
import comity.benchmarks.load.Commands;
import comity.benchmarks.load.TlsServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/// The receiving access point: checks, decrypts, stores each message in a file, forces it to the disk, and only then
/// gives the receipt.
public final class As4Receiver {
    private As4Receiver() {}

    /// Arguments: a folder to work in, the key store for TLS, the key store for messages.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        IAS4CryptoFactory keys = As4Agreement.keys(Path.of(arguments[2]), As4Agreement.RECEIVER);
        // Before the servlet is made; the port is not known yet, and a receiver does not use its own address.
        As4Scope.begin(folder, "https://127.0.0.1/as4");
        Store store = new Store(Files.createDirectories(folder.resolve("messages")));
        try (TlsServer server = TlsServer.start(
                folder,
                0,
                Certificates.tls(Certificates.read(Path.of(arguments[1]))),
                "/as4",
                new AccessPoint(new Terms(keys, store)))) {
            String address = "https://127.0.0.1:" + server.port() + "/as4";
            Commands.serve(
                    address, words -> words.getFirst().equals("address") ? address : String.valueOf(store.stored()));
        }
    }

    /// phase4's servlet with the terms of this exchange.
    private static final class AccessPoint extends AbstractXServlet {
        private static final long serialVersionUID = 1L;

        AccessPoint(Terms terms) {
            settings().setMultipartEnabled(false);
            AS4XServletHandler handler = new AS4XServletHandler();
            handler.setRequestHandlerCustomizer(terms);
            handlerRegistry().registerHandler(EHttpMethod.POST, handler);
        }
    }

    private record Terms(IAS4CryptoFactory keys, Store store) implements IAS4ServletRequestHandlerCustomizer {
        @Override
        public void customizeBeforeHandling(
                IRequestWebScopeWithoutResponse scope, AS4UnifiedResponse response, AS4RequestHandler handler) {
            handler.setCryptoFactory(keys);
            handler.setPModeResolver(new AS4DefaultPModeResolver(null));
            handler.setIncomingProfileSelector(new AS4IncomingProfileSelectorConstant(null, false));
            handler.setProcessorSupplier(() -> new CommonsArrayList<IAS4IncomingMessageProcessorSPI>(store));
        }

        @Override
        public void customizeAfterHandling(
                IRequestWebScopeWithoutResponse scope, AS4UnifiedResponse response, AS4RequestHandler handler) {
            // Nothing more to do: the answer is phase4's.
        }
    }

    /// One file for each message, on the disk before the receipt is made.
    private static final class Store implements IAS4IncomingMessageProcessorSPI {
        private final Path folder;
        private final AtomicLong stored = new AtomicLong();

        Store(Path folder) {
            this.folder = folder;
        }

        long stored() {
            return stored.get();
        }

        @Override
        public AS4MessageProcessorResult processAS4UserMessage(
                IAS4IncomingMessageMetadata metadata,
                HttpHeaderMap headers,
                Ebms3UserMessage message,
                IPMode terms,
                @Nullable Node payload,
                @Nullable ICommonsList<WSS4JAttachment> attachments,
                IAS4IncomingMessageState state,
                AS4ErrorList errors) {
            if (!state.isSoapSignatureChecked() || !state.isSoapDecrypted()) {
                return AS4MessageProcessorResult.createFailure();
            }
            try {
                for (WSS4JAttachment attachment : Objects.requireNonNull(attachments)) {
                    keep(attachment);
                }
            } catch (IOException e) {
                return AS4MessageProcessorResult.createFailure();
            }
            return AS4MessageProcessorResult.createSuccess();
        }

        private void keep(WSS4JAttachment attachment) throws IOException {
            byte[] content;
            try (InputStream in = attachment.getSourceStream()) {
                content = in.readAllBytes();
            }
            Path file = folder.resolve(stored.incrementAndGet() + ".json");
            try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    out.write(left);
                }
                out.force(true);
            }
        }

        @Override
        public AS4SignalMessageProcessorResult processAS4SignalMessage(
                IAS4IncomingMessageMetadata metadata,
                HttpHeaderMap headers,
                Ebms3SignalMessage signal,
                @Nullable IPMode terms,
                IAS4IncomingMessageState state,
                AS4ErrorList errors) {
            return AS4SignalMessageProcessorResult.createSuccess();
        }

        @Override
        public void processAS4ResponseMessage(
                IAS4IncomingMessageMetadata metadata,
                IAS4IncomingMessageState state,
                String responseId,
                byte @Nullable [] response,
                boolean hasPayload,
                AS4ErrorList errors) {
            // The receipt is not kept at this end; a real access point would store it too.
        }
    }
}
