package comity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.PeerTrust;
import comity.directory.keys.Pem;
import comity.kernel.StateCode;
import comity.law.TreatyStatus;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Both ways to another State's node, against a real server with certificates of the ceremony.
class PeerLineTest {
    private static final StateCode ARVENIA = new StateCode("XA");
    private static final StateCode BELMORA = new StateCode("XB");
    private static final StateCode CORVAN = new StateCode("XC");

    private final KeyCeremony.NodeKeys arvenia = hold(ARVENIA);
    private final KeyCeremony.NodeKeys belmora = hold(BELMORA);
    private final KeyCeremony.NodeKeys corvan = hold(CORVAN);
    private final Directory directory = new Directory();
    private final Certificates certificates = new Certificates(directory);
    private final PeerLine line = new PeerLine(arvenia.channel(), certificates, Clock.systemUTC());
    private HttpsServer server;
    private String speaks = "TLSv1.3";

    private static KeyCeremony.NodeKeys hold(StateCode state) {
        return KeyCeremony.hold(state, List.of("localhost"), Instant.now());
    }

    /// How a node calls another.
    private enum Way {
        FOR_LETTERS {
            @Override
            int status(PeerLine line, URI address) throws IOException, InterruptedException {
                try (HttpClient client = line.to(BELMORA)) {
                    return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode();
                }
            }
        },
        FOR_LONG_FILES {
            @Override
            int status(PeerLine line, URI address) throws IOException {
                HttpsURLConnection connection =
                        (HttpsURLConnection) address.toURL().openConnection();
                connection.setSSLSocketFactory(line.sockets(BELMORA));
                return connection.getResponseCode();
            }
        };

        abstract int status(PeerLine line, URI address) throws IOException, InterruptedException;
    }

    @BeforeEach
    void know() {
        directory.replace(
                ListVersion.NONE, List.of(entry(ARVENIA, arvenia), entry(BELMORA, belmora), entry(CORVAN, corvan)));
    }

    private static Entry entry(StateCode state, KeyCeremony.NodeKeys keys) {
        URI anywhere = URI.create("https://node.example");
        return new Entry(
                state,
                Map.of("en", state.code()),
                TreatyStatus.PARTY,
                ZoneOffset.UTC,
                List.of("en"),
                List.of(),
                List.of(),
                Optional.of(new NodeAddress(
                        anywhere, anywhere, "ledger.example", "ledger.example+1+key", Pem.of(keys.root()), "{}")),
                new PreservationPractice(60, 90, false, List.of(), Map.of()),
                List.of(),
                LocalDate.EPOCH);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private URI serve(KeyCeremony.NodeKeys keys, String host) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(keys.channel().context(PeerTrust.inAll(certificates, Clock.systemUTC()))) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        SSLParameters tls = new SSLParameters();
                        tls.setNeedClientAuth(true);
                        tls.setProtocols(new String[] {speaks});
                        parameters.setSSLParameters(tls);
                    }
                });
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void reaches_the_state_that_is_meant(Way way) throws Exception {
        assertThat(way.status(line, serve(belmora, "localhost"))).isEqualTo(204);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void believes_no_other_state_there(Way way) throws IOException {
        URI address = serve(corvan, "localhost");
        assertThatThrownBy(() -> way.status(line, address)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void believes_no_certificate_that_names_another_host(Way way) throws IOException {
        URI address = serve(belmora, "127.0.0.1");
        assertThatThrownBy(() -> way.status(line, address)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void speaks_nothing_older_than_tls_1_3(Way way) throws IOException {
        speaks = "TLSv1.2";
        URI address = serve(belmora, "localhost");
        assertThatThrownBy(() -> way.status(line, address)).isInstanceOf(IOException.class);
    }
}
