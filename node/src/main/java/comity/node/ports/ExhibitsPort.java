package comity.node.ports;

import comity.directory.keys.Certificates;
import comity.directory.keys.Certificates.Use;
import comity.directory.keys.Certificates.Verdict;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.paper.Seal;
import comity.federation.PeerIdentity;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.exhibits.ExhibitStore;
import comity.vault.shelf.Shelf;
import comity.vault.transfer.ByteRange;
import comity.vault.transfer.PayloadDoor;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives sealed exhibits to the State that each was sealed for, and to nobody else: below `/exhibits/`
/// on the letters port, by range. Everybody else hears that there is no such exhibit.
public final class ExhibitsPort implements Filter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final Pattern ADDRESS = Pattern.compile(
            "/exhibits/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/([a-z0-9.]{1,32})");
    private static final Set<String> SMALL = Set.of(PackageFiles.SEGMENTS, PackageFiles.SEALED_MANIFEST);
    private static final int CALLS_OF_ONE_PEER = 64;

    private final int port;
    private final Transactions transactions;
    private final ExhibitStore store;
    private final Shelf shelf;
    private final Certificates certificates;
    private final Clock clock;
    private final Places places = new Places(CALLS_OF_ONE_PEER);

    public ExhibitsPort(
            int port,
            Transactions transactions,
            ExhibitStore store,
            Shelf shelf,
            Certificates certificates,
            Clock clock) {
        this.port = port;
        this.transactions = transactions;
        this.store = store;
        this.shelf = shelf;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) call;
        if (call.getLocalPort() == port && http.getRequestURI().startsWith("/exhibits/")) {
            answerPeer(http, (HttpServletResponse) answer);
        } else {
            chain.doFilter(call, answer);
        }
    }

    private void answerPeer(HttpServletRequest call, HttpServletResponse answer) throws IOException {
        Matcher address = ADDRESS.matcher(call.getRequestURI());
        Optional<StateCode> peer = peer(call);
        if (!call.getMethod().equals("GET")) {
            answer.setHeader("Allow", "GET");
            answer.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (peer.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (!places.enter(peer.get().code())) {
            answer.setHeader("Retry-After", "1");
            answer.setStatus(429);
        } else {
            try {
                if (address.matches()) {
                    give(answer, call, peer.get(), UUID.fromString(address.group(1)), address.group(2));
                } else {
                    answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
                }
            } finally {
                places.leave(peer.get().code());
            }
        }
    }

    private Optional<StateCode> peer(HttpServletRequest call) {
        if (!(call.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain) || chain.length == 0) {
            return Optional.empty();
        }
        PeerIdentity peer = PeerIdentity.of(chain);
        return peer.state()
                .filter(state ->
                        certificates.check(state, peer.chain(), clock.instant(), Use.CHANNEL) == Verdict.TRUSTED);
    }

    private void give(HttpServletResponse answer, HttpServletRequest call, StateCode peer, UUID packageId, String part)
            throws IOException {
        Optional<Exhibit> exhibit = transactions
                .read(tx -> store.ofPackage(tx, packageId))
                .filter(found -> found.peer().equals(peer) && found.state() instanceof ExhibitState.OnOffer);
        if (exhibit.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Path folder = shelf.sealed(exhibit.get().id());
        Path file = folder.resolve(part);
        if (SMALL.contains(part) && Files.isRegularFile(file)) {
            answer.setContentType("application/octet-stream");
            answer.setContentLengthLong(Files.size(file));
            Files.copy(file, answer.getOutputStream());
        } else if (part.equals(PackageFiles.PAYLOAD) && Files.isRegularFile(file)) {
            givePayload(answer, call, folder, file);
        } else {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static void givePayload(HttpServletResponse answer, HttpServletRequest call, Path folder, Path file)
            throws IOException {
        Seal seal;
        try {
            seal = Seal.read(Files.readAllBytes(folder.resolve(PackageFiles.SEAL)));
        } catch (EvidenceRefused e) {
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        PayloadDoor.Answer said = new PayloadDoor(seal)
                .answer(Optional.ofNullable(call.getHeader("Range")), Optional.ofNullable(call.getHeader("If-Match")));
        answer.setStatus(said.status());
        for (Map.Entry<String, String> field : said.fields().entrySet()) {
            answer.setHeader(field.getKey(), field.getValue());
        }
        if (said.range().isPresent()) {
            ByteRange range = said.range().get();
            try (FileChannel payload = FileChannel.open(file)) {
                copy(payload, range, Channels.newChannel(answer.getOutputStream()));
            }
        }
    }

    private static void copy(FileChannel payload, ByteRange range, WritableByteChannel out) throws IOException {
        long at = range.from();
        while (at < range.to()) {
            long written = payload.transferTo(at, range.to() - at, out);
            if (written <= 0) {
                throw new IOException("The payload is shorter than its seal says");
            }
            at += written;
        }
    }
}
