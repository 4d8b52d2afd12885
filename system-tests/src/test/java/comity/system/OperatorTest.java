package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What an operator does by docs/operating/install.md, on a PostgreSQL that no node has started: a
/// registry, two States, the first administrator, the first officer, the first request. And what an
/// operator sees later: a database that is away for a while, and a neighbour that is silent for a week.
class OperatorTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "correct horse battery";
    private static final Pattern TOKEN = Pattern.compile("<bdi dir=\"ltr\" class=\"id\">([^<]{20,})</bdi>");

    private static Path folder;
    private static OperatorsPostgres server;
    private static int ports;
    private static InstalledNode registry;
    private static InstalledNode arvenia;
    private static InstalledNode belmora;
    private static ApiCalls asking;
    private static ApiCalls answering;

    @BeforeAll
    static void install() throws IOException {
        folder = Folders.make("operator");
        server = OperatorsPostgres.start(folder.resolve("database"));
        ports = Ports.claim();
        registry = configured("ZZ", "registry", 4);
        arvenia = configured("XA", "state", 0);
        belmora = configured("XB", "state", 2);
        // Belmora tells strangers little: its ledger grows by fours, once a second, whatever happens.
        Files.writeString(
                belmora.folder().resolve("node.yaml"),
                "ledger:\n  roundTo: 4\n  publishEvery: PT1S\n",
                StandardOpenOption.APPEND);
        assertThat(registry.init("").exit()).isZero();
        for (InstalledNode state : List.of(arvenia, belmora)) {
            InstalledNode.Said said = state.init(PASSWORD, "--administrator", "admin");
            assertThat(said.exit()).describedAs(said.text()).isZero();
            assertThat(said.text()).contains("The administrator admin can sign in");
        }
        handIn("XA", arvenia);
        registry.start().awaitReady();
        // The secretariat receives the second card later, and only lays a file into its folder.
        handIn("XB", belmora);
        ApiCalls.await(
                "that the registry publishes it",
                () -> ApiCalls.text(registry.web()).contains("Belmora"));
        arvenia.start();
        belmora.start();
        arvenia.awaitReady();
        belmora.awaitReady();
        asking = officer(arvenia);
        answering = officer(belmora);
    }

    @AfterAll
    static void stop() {
        for (InstalledNode node : List.of(arvenia, belmora, registry)) {
            node.close();
        }
        server.close();
    }

    @Test
    void a_request_goes_from_one_installed_node_to_another() {
        String reference = asking.sendExample("XB", Examples.ward9());
        answering.act(reference, "acknowledge", "{}");
        ApiCalls.await(
                "the acknowledgement is seen",
                () -> asking.request(reference).path("acknowledgement").isObject());
        assertThat(asking.letters(reference)).isEqualTo(answering.letters(reference));
    }

    @Test
    void init_changes_nothing_when_it_is_run_again() {
        InstalledNode.Said again = arvenia.init(PASSWORD, "--administrator", "admin");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.text()).contains("There is an account named admin already");
    }

    @Test
    void a_node_that_cannot_start_names_what_is_missing() throws IOException {
        InstalledNode bare = configured("XD", "state", 6);
        Files.delete(bare.folder().resolve("database-password"));
        InstalledNode.Said said = bare.startInVain();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text())
                .contains("comity init")
                .contains("database.passwordFile")
                .doesNotContain("\tat ");
    }

    @Test
    void a_node_with_real_cases_goes_by_no_other_time_than_the_machines() throws IOException {
        InstalledNode real = configured("XF", "state", 10);
        Path settings = real.folder().resolve("node.yaml");
        Files.writeString(
                settings, Files.readString(settings).replace("drill: true", "drill: false\ndrillClock: ../clock"));
        InstalledNode.Said said = real.startInVain();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("drillClock: only the node of a drill").doesNotContain("\tat ");
    }

    @Test
    void init_goes_by_the_time_of_the_drill() throws IOException, CertificateException {
        InstalledNode later = configured("XG", "state", 12);
        Path settings = later.folder().resolve("node.yaml");
        Files.writeString(
                settings, Files.readString(settings).replace("drill: true", "drill: true\ndrillClock: clock"));
        Files.writeString(later.folder().resolve("clock"), "P800D\n");
        Instant before = Instant.now().plus(Duration.ofDays(800));
        assertThat(later.init(PASSWORD, "--administrator", "admin").exit()).isZero();
        Instant after = Instant.now().plus(Duration.ofDays(800));

        for (String kept : List.of("root.pem", "channel.pem", "seal.pem")) {
            X509Certificate certificate =
                    certificate(later.folder().resolve("data/keys").resolve(kept));
            // A machine's time is 800 days away; certificates are backdated by minutes.
            assertThat(certificate.getNotBefore().toInstant()).isBetween(before.minus(Duration.ofMinutes(10)), after);
            certificate.checkValidity(Date.from(after.plus(Duration.ofDays(700))));
        }
        assertThat(Instant.ofEpochSecond(
                        server.number("xg", "select extract(epoch from created_at)::bigint from web.account")))
                .isBetween(before.truncatedTo(ChronoUnit.SECONDS), after.plusSeconds(1));
    }

    private static X509Certificate certificate(Path file) throws IOException, CertificateException {
        try (InputStream pem = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
    }

    @Test
    void a_database_that_lets_nobody_in_is_named() throws IOException {
        InstalledNode locked = configured("XE", "state", 8);
        Files.writeString(locked.folder().resolve("database-password"), "guessed");
        InstalledNode.Said said = locked.init(PASSWORD, "--administrator", "admin");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("cannot be used").doesNotContain("\tat ");
    }

    @Test
    void a_database_that_goes_away_and_returns_costs_nothing() throws InterruptedException {
        String before = asking.sendExample("XB", Examples.ward9());
        answering.awaitAct(before, "acknowledge");
        server.stop();
        ApiCalls.await("that a node says it is not ready", () -> !belmora.isReady());
        assertThat(asking.tryPost("/api/v1/requests", "{}", "while-away").statusCode())
                .isEqualTo(503);
        TimeUnit.SECONDS.sleep(8);
        server.startAgain();
        arvenia.awaitReady();
        belmora.awaitReady();
        String after = asking.sendExample("XB", Examples.ward9());
        answering.awaitAct(after, "acknowledge");
        List.of(before, after).forEach(asking::awaitReceipts);
        requireBothAgreeOn(List.of(before, after));
    }

    @Test
    void a_neighbour_that_is_silent_for_a_week_gets_all_that_waited_once() {
        belmora.close();
        List<String> waiting = new ArrayList<>();
        for (int letter = 0; letter < 30; letter++) {
            waiting.add(asking.sendExample("XB", Examples.ward9()));
        }
        // A week goes by in the drawer of the courier: everything in it is seven days older.
        server.run("xa", """
            update federation.waiting set put_at = put_at - interval '7 days', term_at = term_at - interval '7 days',
                   expires_at = expires_at - interval '7 days', next_at = next_at - interval '7 days'\
            """);
        ApiCalls.await(
                "that the silence is stated for each",
                () -> server.number(
                                "xa", "select count(*) from federation.evidence where event ilike 'relay_timed_out'")
                        >= waiting.size());
        belmora.start().awaitReady();
        waiting.forEach(reference -> answering.awaitAct(reference, "acknowledge"));
        waiting.forEach(asking::awaitReceipts);
        requireBothAgreeOn(waiting);
        assertThat(server.number("xa", "select count(*) from federation.waiting"))
                .isZero();
    }

    @Test
    void a_ledger_that_is_rounded_grows_in_quiet_times_too_and_shows_multiples_only() {
        long first = publishedSize(belmora);
        ApiCalls.await("that it grows although nothing happens", () -> publishedSize(belmora) > first);
        long told = JSON.readTree(ApiCalls.text(belmora.web().resolve("/api/v1/ledger/checkpoint")))
                .path("size")
                .asLong();
        assertThat(List.of(first, publishedSize(belmora), told)).allMatch(size -> size > 0 && size % 4 == 0);
    }

    private static long publishedSize(InstalledNode node) {
        return ApiCalls.text(node.web().resolve("/ledger/checkpoint"))
                .lines()
                .skip(1)
                .limit(1)
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void settings_of_the_ledger_that_make_no_sense_are_named() throws IOException {
        InstalledNode bad = configured("XI", "state", 16);
        Files.writeString(
                bad.folder().resolve("node.yaml"),
                "ledger:\n  roundTo: 0\n  publishEvery: PT1S\ncosigners:\n  policy: nowhere\n",
                StandardOpenOption.APPEND);
        InstalledNode.Said said = bad.startInVain();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text())
                .contains("ledger: a size is rounded to a number from 1")
                .contains("cosigners.policy: cannot be read")
                .doesNotContain("\tat ");
    }

    @Test
    void an_older_database_is_noticed_and_the_ledger_goes_on_as_one_history() {
        String half = asking.sendExample("XB", Examples.ward9());
        answering.awaitAct(half, "acknowledge");
        belmora.close();
        server.run("postgres", "create database xb_older template xb owner xb");
        belmora.start().awaitReady();
        String lost = asking.sendExample("XB", Examples.ward9());
        asking.awaitCertain(lost);
        answering.act(half, "acknowledge", "{}");
        answering.awaitCertain(half);
        belmora.close();
        server.run("postgres", "drop database xb");
        server.run("postgres", "create database xb template xb_older owner xb");

        InstalledNode.Said said = belmora.startInVain();
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.text()).contains("others have signed more").doesNotContain("\tat ");

        InstalledNode.Said taken = belmora.say("take-back");
        assertThat(taken.exit()).describedAs(taken.text()).isZero();
        assertThat(taken.text()).contains("were taken back from");
        assertThat(belmora.say("take-back").text()).contains("Nothing is missing");
        InstalledNode.Said audited = belmora.say("audit");
        assertThat(audited.text()).contains("closed").doesNotContain("\tat ");
        belmora.start().awaitReady();

        // What Arvenia had written comes again, and what Belmora writes next is numbered after what it had written.
        answering.awaitAct(lost, "acknowledge");
        assertThat(answering.request(half).path("acknowledgement").isObject()).isFalse();
        ApiCalls.await(
                "that Arvenia's word on the numbers has come",
                () -> server.number("xb", "select count(*) from federation.thread_floor") > 0);
        answering.act(half, "acknowledge", "{}");
        answering.awaitReceipts(half);
        String next = asking.sendExample("XB", Examples.ward9());
        asking.awaitCertain(next);
        for (InstalledNode cosigner : List.of(registry, arvenia)) {
            assertThat(ApiCalls.text(cosigner.web().resolve("/cosigner/forks"))).isEqualTo("[]");
        }
    }

    private static void requireBothAgreeOn(List<String> references) {
        for (String reference : references) {
            assertThat(asking.letters(reference))
                    .isEqualTo(answering.letters(reference))
                    .hasSize(1);
            assertThat(asking.placesGivenInReceipts(reference)).isEqualTo(answering.placesOfWhatCame(reference));
        }
        assertThat(answering.references()).doesNotHaveDuplicates();
    }

    /// The administrator signs in, makes an account for a duty officer, and a token for the officer's
    /// programs.
    private static ApiCalls officer(InstalledNode node) {
        try (PlainBrowser browser = new PlainBrowser(node.web())) {
            browser.signIn("admin", PASSWORD);
            assertThat(browser.open("/people").status()).isEqualTo(200);
            PlainBrowser.Shown made = browser.fill(
                    "/people/new",
                    "/people/new",
                    Map.of(
                            "name",
                            "duty",
                            "display",
                            "Duty officer",
                            "roles",
                            "duty-officer",
                            "language",
                            "en",
                            "zone",
                            "UTC",
                            "password",
                            PASSWORD));
            String account = made.address().getPath();
            assertThat(account).startsWith("/people/").isNotEqualTo("/people/new");
            Matcher token = TOKEN.matcher(browser.fill(account, account + "/tokens", Map.of("label", "test"))
                    .html());
            assertThat(token.find()).isTrue();
            return ApiCalls.with(node.web(), token.group(1));
        }
    }

    /// What the secretariat does with a card: it goes into the State's entry, in the registry's folder.
    private static void handIn(String state, InstalledNode node) throws IOException {
        Path entries = Files.createDirectories(registry.folder().resolve("data").resolve("entries"));
        try (InputStream world = OperatorTest.class.getResourceAsStream("/comity/node/demo/world/" + state + ".json")) {
            String text = new String(world.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replaceAll(
                            "@day-\\d+",
                            java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString());
            ObjectNode entry = (ObjectNode) JSON.readTree(text);
            entry.set("node", JSON.readTree(Files.readString(node.folder().resolve("data/node-card.json"))));
            Path part = entries.resolve(state + ".part");
            Files.writeString(part, entry.toString());
            Files.move(part, entries.resolve(state + ".json"));
        }
    }

    private static InstalledNode configured(String state, String part, int place) throws IOException {
        String database = state.toLowerCase(java.util.Locale.ROOT);
        server.make(database, PASSWORD);
        int web = ports + place;
        Path home = folder.resolve(state);
        InstalledNode node = InstalledNode.configured(
                home,
                new InstalledNode.Wanted(
                        state,
                        part,
                        web,
                        "http://localhost:" + (ports + 4) + "/directory/list",
                        "../registry-key.jwk",
                        List.of(
                                "drill: true",
                                "database:",
                                "  url: " + server.url(database),
                                "  user: " + database,
                                "  passwordFile: database-password")));
        Files.writeString(home.resolve("database-password"), PASSWORD + "\n");
        return node;
    }
}
