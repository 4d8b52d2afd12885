package comity.vault.exhibits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.directory.ListVersion;
import comity.directory.Revocation;
import comity.evidence.PackageFiles;
import comity.evidence.age.Progress;
import comity.evidence.pack.Checking;
import comity.evidence.pack.Finding;
import comity.evidence.signature.Trust;
import comity.federation.Handling;
import comity.kernel.ExhibitReference;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.testkit.HandClock;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.ExhibitState;
import comity.vault.Exposure;
import comity.vault.Hand;
import comity.vault.HandoverOrder;
import comity.vault.Remainder;
import comity.vault.exhibits.Exhibits.Dossier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An exhibit goes from one State to another, with real keys over mutual TLS; what is not in order is seen
/// and said.
class TwoVaultsTest {
    private static final byte[] LINES = Utf8.bytes("event_utc,src_ip\n2027-03-12T22:58:31Z,198.51.100.23\n");

    @TempDir
    private Path folder;

    private final HandClock clock = HandClock.at(Instant.parse("2027-03-13T02:31:00Z"));
    private House belmora;
    private House arvenia;
    private RequestReference request;

    @BeforeEach
    void open() {
        belmora = new House("XB", folder, clock);
        arvenia = new House("XA", folder, clock);
        House.introduce(belmora, arvenia);
        request = RequestReference.next(arvenia.state, RequestType.PRESERVATION, 2027, 317);
        belmora.workshop.start();
    }

    @AfterEach
    void close() {
        belmora.close();
        arvenia.close();
    }

    private Exhibit begun() {
        return begun(false);
    }

    private Exhibit begun(boolean sensitive) {
        return done(begin(sensitive, Optional.empty()));
    }

    private Answer<Exhibit> begin(boolean sensitive, Optional<LocalDate> keepUntil) {
        return belmora.transactions()
                .write(tx -> belmora.exhibits.begin(
                        tx,
                        "central-authority",
                        new Exhibits.Wish(
                                request,
                                arvenia.state,
                                "Connection records",
                                new HandoverOrder("Order 77/2027", "unc.44", "item 1", "This case only.", keepUntil),
                                sensitive)));
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).now();
    }

    private Answer<ExhibitFile> take(ExhibitReference exhibit, String name, byte[] bytes, Optional<String> digest) {
        return belmora.exhibits.intake().take(exhibit, "duty-officer", name, digest, new ByteArrayInputStream(bytes));
    }

    private static Dossier look(House house, ExhibitReference exhibit) {
        return house.transactions().read(tx -> house.exhibits.find(tx, exhibit)).orElseThrow();
    }

    private static void awaitState(House house, ExhibitReference exhibit, Class<? extends ExhibitState> state) {
        House.until(() -> state.isInstance(look(house, exhibit).exhibit().state()));
    }

    private ExhibitReference offered(byte[] bytes) {
        return offered(bytes, false);
    }

    private ExhibitReference offered(byte[] bytes, boolean sensitive) {
        ExhibitReference exhibit = begun(sensitive).reference();
        done(take(exhibit, "connections.csv", bytes, Optional.of(Sha256.hex(bytes))));
        done(belmora.transactions().write(tx -> belmora.exhibits.handOver(tx, exhibit)));
        awaitState(belmora, exhibit, ExhibitState.Offered.class);
        return exhibit;
    }

    private ExhibitReference received(byte[] bytes) {
        return received(bytes, false);
    }

    private ExhibitReference received(byte[] bytes, boolean sensitive) {
        ExhibitReference exhibit = offered(bytes, sensitive);
        assertThat(belmora.carry(arvenia)).isEqualTo(Handling.accepted());
        arvenia.workshop.start();
        awaitState(arvenia, exhibit, ExhibitState.Received.class);
        // What was received is written down a moment before the workshop lets go of it.
        House.until(() -> arvenia.workshop.job(look(arvenia, exhibit).exhibit()).isEmpty());
        return exhibit;
    }

    private static List<Kind> kinds(Custody custody) {
        return custody.entries().stream().map(entry -> entry.event().kind()).toList();
    }

    @Nested
    class An_exhibit {
        @Test
        void arrives_whole_and_both_States_know_what_happened_to_it() {
            ExhibitReference exhibit = received(LINES);
            assertThat(arvenia.carry(belmora)).isEqualTo(Handling.accepted());

            assertThat(look(belmora, exhibit).exhibit().state()).isInstanceOf(ExhibitState.Delivered.class);
            for (House house : List.of(belmora, arvenia)) {
                Custody custody = look(house, exhibit).custody();
                assertThat(kinds(custody))
                        .containsExactly(Kind.COLLECTED, Kind.IMPORTED, Kind.SEALED, Kind.OFFERED, Kind.RECEIVED);
                assertThat(custody.isWhole()).isTrue();
                assertThat(custody.entries()).allMatch(entry -> entry.leaf().isPresent());
            }
        }

        @Test
        void lies_in_clear_nowhere_once_it_is_sealed() throws IOException {
            ExhibitReference exhibit = received(LINES);

            try (var files = Files.walk(folder)) {
                assertThat(files.filter(Files::isRegularFile).filter(file -> holds(file, "198.51.100.23")))
                        .isEmpty();
            }
            assertThat(look(belmora, exhibit).exhibit().state()).isInstanceOf(ExhibitState.Offered.class);
        }

        @Test
        void is_opened_into_a_bundle_and_the_other_State_gets_the_receipt() {
            ExhibitReference exhibit = received(LINES);
            arvenia.carry(belmora);
            assertThat(arvenia.workshop.open(
                            look(arvenia, exhibit).exhibit(),
                            new OpeningWish("p-1", "investigator", "first look"),
                            Language.FRENCH))
                    .isEqualTo(new Opened.Begun());

            House.until(() -> kinds(look(arvenia, exhibit).custody()).contains(Kind.OPENED));
            Path opened =
                    arvenia.exhibits.opened(look(arvenia, exhibit).exhibit()).orElseThrow();
            assertThat(opened.resolve("data/connections.csv")).hasBinaryContent(LINES);
            assertThat(opened.resolve("verify.html")).exists();
            assertThat(opened.resolve("custody/XB-003-sealed.json"))
                    .hasBinaryContent(look(arvenia, exhibit)
                            .custody()
                            .chainOf(belmora.state)
                            .get(2)
                            .bytes());
            assertThat(new Checking(1, Trust.NONE, clock.instant(), Progress.NONE).opened(opened))
                    .noneMatch(finding -> finding.outcome() == Finding.Outcome.BAD)
                    .filteredOn(finding -> finding.check() == Finding.Check.LEDGER)
                    .map(Finding::subject)
                    .containsExactly("xa.example/log: 1");
            assertThat(opened.resolve("ledger/XA-001-received.tlog-proof"))
                    .content()
                    .startsWith("c2sp.org/tlog-proof@v1");
            assertThat(opened.resolve("custody.svg"))
                    .content()
                    .startsWith("<svg")
                    .contains("lang=\"fr\"");
            assertThat(opened.resolve("custody.pdf"))
                    .binaryContent()
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            assertThat(arvenia.carry(belmora)).isEqualTo(Handling.accepted());
            assertThat(kinds(look(belmora, exhibit).custody())).endsWith(Kind.OPENED);
        }

        @Test
        void that_was_opened_does_not_lie_open_for_ever() {
            ExhibitReference exhibit = received(LINES);
            arvenia.workshop.open(
                    look(arvenia, exhibit).exhibit(),
                    new OpeningWish("p-1", "investigator", "first look"),
                    Language.FRENCH);
            House.until(() ->
                    arvenia.exhibits.opened(look(arvenia, exhibit).exhibit()).isPresent());

            clock.advance(Duration.ofHours(25));

            House.until(() ->
                    arvenia.exhibits.opened(look(arvenia, exhibit).exhibit()).isEmpty());
        }

        @Test
        void is_examined_at_home_without_the_other_State_learning_how() {
            ExhibitReference exhibit = received(LINES);
            arvenia.carry(belmora);
            for (Kind kind : List.of(Kind.HANDED_OVER, Kind.EXAMINED)) {
                done(arvenia.transactions()
                        .write(tx ->
                                arvenia.exhibits.note(tx, exhibit, kind, Hand.EXAMINER, "investigator", "laboratory")));
            }
            assertThat(arvenia.letters).isEmpty();
            done(arvenia.transactions()
                    .write(tx -> arvenia.exhibits.destroy(tx, "central-authority", exhibit, "case closed")));

            assertThat(arvenia.carry(belmora)).isEqualTo(Handling.accepted());
            Custody theirs = look(belmora, exhibit).custody();
            assertThat(kinds(theirs))
                    .doesNotContain(Kind.EXAMINED, Kind.HANDED_OVER)
                    .endsWith(Kind.DESTROYED);
            assertThat(theirs.withheld()).hasSize(2);
            assertThat(theirs.isWhole()).isTrue();
            assertThat(arvenia.shelf.sealed(look(arvenia, exhibit).exhibit().id()))
                    .doesNotExist();
        }

        @Test
        void of_more_files_than_one_letter_can_tell_of_is_told_in_several() {
            ExhibitReference exhibit = begun().reference();
            for (int i = 0; i < 1_200; i++) {
                done(take(exhibit, "records/%04d-%s.csv".formatted(i, "x".repeat(100)), LINES, Optional.empty()));
            }
            done(belmora.transactions().write(tx -> belmora.exhibits.handOver(tx, exhibit)));
            House.until(() -> belmora.letters.size() > 1);
            while (!belmora.letters.isEmpty()) {
                assertThat(belmora.carry(arvenia)).isEqualTo(Handling.accepted());
            }
            arvenia.workshop.start();

            awaitState(arvenia, exhibit, ExhibitState.Received.class);
            assertThat(look(arvenia, exhibit).custody().chainOf(belmora.state)).hasSize(1_203);
            assertThat(look(arvenia, exhibit).custody().isWhole()).isTrue();
        }

        @Test
        void comes_over_a_line_that_breaks_all_the_time() {
            byte[] much = new byte[3 << 20];
            new Random(7).nextBytes(much);
            belmora.frayed.set(true);

            ExhibitReference exhibit = received(much);

            assertThat(look(arvenia, exhibit).custody().isWhole()).isTrue();
        }

        @Test
        void goes_on_being_pulled_after_the_node_was_started_again() {
            ExhibitReference exhibit = offered(LINES);
            belmora.carry(arvenia);
            // Nobody works here yet: the tables alone say what is to be done.
            assertThat(look(arvenia, exhibit).exhibit().state()).isInstanceOf(ExhibitState.Announced.class);

            arvenia.workshop.start();

            awaitState(arvenia, exhibit, ExhibitState.Received.class);
        }
    }

    @Nested
    class The_last_day_of_keeping_it {
        private final LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();

        @Test
        void is_known_to_both_States_and_passes_without_anything_being_deleted() {
            ExhibitReference exhibit = done(begin(false, Optional.of(today))).reference();
            done(take(exhibit, "connections.csv", LINES, Optional.empty()));
            done(belmora.transactions().write(tx -> belmora.exhibits.handOver(tx, exhibit)));
            awaitState(belmora, exhibit, ExhibitState.Offered.class);
            assertThat(belmora.carry(arvenia)).isEqualTo(Handling.accepted());
            arvenia.workshop.start();
            awaitState(arvenia, exhibit, ExhibitState.Received.class);
            HandoverOrder order = look(arvenia, exhibit).exhibit().order();
            assertThat(order.keepUntil()).contains(today);
            assertThat(order.isOverdue(today.atTime(23, 59, 59).toInstant(ZoneOffset.UTC)))
                    .isFalse();

            clock.advance(Duration.ofDays(400));

            assertThat(order.isOverdue(clock.instant())).isTrue();
            done(arvenia.transactions()
                    .write(tx -> arvenia.exhibits.note(
                            tx, exhibit, Kind.EXAMINED, Hand.EXAMINER, "investigator", "still here")));
            assertThat(look(arvenia, exhibit).exhibit().state()).isInstanceOf(ExhibitState.Received.class);
        }

        @Test
        void is_none_that_has_passed() {
            assertThat(begin(false, Optional.of(today.minusDays(1))))
                    .isEqualTo(new Answer.Unfit<>("/order/keepUntil", "day-has-passed"));
        }
    }

    @Nested
    class A_sensitive_exhibit {
        private static final OpeningWish FIRST = new OpeningWish("p-1", "investigator", "first look");
        private static final OpeningWish SECOND = new OpeningWish("p-2", "central-authority", "Order 9");

        private Opened open(ExhibitReference exhibit, OpeningWish wish) {
            return arvenia.workshop.open(look(arvenia, exhibit).exhibit(), wish, Language.ENGLISH);
        }

        private Optional<OpeningWish.Waiting> waiting(ExhibitReference exhibit) {
            return arvenia.workshop.waiting(look(arvenia, exhibit).exhibit());
        }

        @Test
        void is_opened_when_a_second_person_asks_and_the_custody_names_both_roles_and_no_person() {
            ExhibitReference exhibit = received(LINES, true);
            Instant asked = clock.instant();
            assertThat(open(exhibit, FIRST))
                    .isEqualTo(new Opened.AwaitsSecondPerson(new OpeningWish.Waiting(FIRST, asked), false));
            assertThat(waiting(exhibit)).map(OpeningWish.Waiting::until).contains(asked.plus(Duration.ofHours(1)));
            clock.advance(Duration.ofMinutes(59));

            assertThat(open(exhibit, SECOND)).isEqualTo(new Opened.Begun());

            House.until(() -> kinds(look(arvenia, exhibit).custody()).contains(Kind.OPENED));
            CustodyEvent opened =
                    look(arvenia, exhibit).custody().lastOf(arvenia.state).orElseThrow();
            assertThat(opened.role()).isEqualTo("investigator");
            assertThat(opened.reason()).isEqualTo("first look");
            assertThat(opened.details())
                    .containsEntry("secondRole", "central-authority")
                    .containsEntry("secondReason", "Order 9");
            assertThat(Utf8.text(opened.bytes())).doesNotContain("p-1").doesNotContain("p-2");
            assertThat(waiting(exhibit)).isEmpty();
        }

        @Test
        void says_how_long_it_lay_open_for_whom() {
            ExhibitReference exhibit = received(LINES, true);
            openForTwo(exhibit);
            clock.advance(Duration.ofMinutes(7));
            assertThat(exposures(exhibit))
                    .containsExactly(
                            new Exposure("central-authority", Duration.ofMinutes(7)),
                            new Exposure("investigator", Duration.ofMinutes(7)));
            putAway(exhibit);
            clock.advance(Duration.ofMinutes(20));
            openForTwo(exhibit);
            // Nobody puts it away; the node does, after a day.
            clock.advance(Duration.ofHours(30));
            assertThat(exposures(exhibit))
                    .containsExactly(
                            new Exposure(
                                    "central-authority", Duration.ofMinutes(7).plusDays(1)),
                            new Exposure("investigator", Duration.ofMinutes(7).plusDays(1)));
        }

        private List<Exposure> exposures(ExhibitReference exhibit) {
            return look(arvenia, exhibit).exposures();
        }

        private void openForTwo(ExhibitReference exhibit) {
            open(exhibit, FIRST);
            assertThat(open(exhibit, SECOND)).isEqualTo(new Opened.Begun());
            House.until(() -> arvenia.exhibits
                            .opened(look(arvenia, exhibit).exhibit())
                            .isPresent()
                    && arvenia.workshop.job(look(arvenia, exhibit).exhibit()).isEmpty());
        }

        private void putAway(ExhibitReference exhibit) {
            arvenia.transactions().write(tx -> {
                arvenia.exhibits.putAway(tx, look(arvenia, exhibit).exhibit());
                return exhibit;
            });
        }

        @Test
        void is_not_opened_by_one_person_who_asks_twice() {
            ExhibitReference exhibit = received(LINES, true);
            Instant asked = clock.instant();
            open(exhibit, FIRST);
            clock.advance(Duration.ofMinutes(10));

            OpeningWish otherRole = new OpeningWish("p-1", "central-authority", "again");
            assertThat(open(exhibit, otherRole))
                    .isEqualTo(new Opened.AwaitsSecondPerson(new OpeningWish.Waiting(FIRST, asked), true));
            assertThat(arvenia.workshop.job(look(arvenia, exhibit).exhibit())).isEmpty();
            assertThat(arvenia.exhibits.opened(look(arvenia, exhibit).exhibit()))
                    .isEmpty();
        }

        @Test
        void waits_anew_for_a_second_person_after_an_hour() {
            ExhibitReference exhibit = received(LINES, true);
            open(exhibit, FIRST);
            clock.advance(Duration.ofHours(1));
            assertThat(waiting(exhibit)).isEmpty();

            assertThat(open(exhibit, SECOND))
                    .isEqualTo(new Opened.AwaitsSecondPerson(new OpeningWish.Waiting(SECOND, clock.instant()), false));
            assertThat(open(exhibit, FIRST)).isEqualTo(new Opened.Begun());
        }

        @Test
        void needs_two_people_each_time() {
            ExhibitReference exhibit = received(LINES, true);
            open(exhibit, FIRST);
            open(exhibit, SECOND);
            House.until(() -> kinds(look(arvenia, exhibit).custody()).contains(Kind.OPENED)
                    && arvenia.workshop.job(look(arvenia, exhibit).exhibit()).isEmpty());

            assertThat(open(exhibit, SECOND)).isInstanceOf(Opened.AwaitsSecondPerson.class);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false;
        }
    }

    @Nested
    class A_file {
        @Test
        void with_another_digest_than_was_said_is_not_kept() {
            ExhibitReference exhibit = begun().reference();

            assertThat(take(exhibit, "a.csv", LINES, Optional.of("0".repeat(64))))
                    .isEqualTo(new Answer.Unfit<>("/sha256", "digest-differs"));
            assertThat(look(belmora, exhibit).files()).isEmpty();
        }

        @Test
        void that_would_leave_its_folder_is_not_taken() {
            ExhibitReference exhibit = begun().reference();

            for (String name : List.of("../a.csv", "/a.csv", "a/../../b", "", "a\u202Egpj.exe")) {
                assertThat(take(exhibit, name, LINES, Optional.empty()))
                        .as(name)
                        .isEqualTo(new Answer.Unfit<>("/name", "name-unsafe"));
            }
        }

        @Test
        void of_a_name_that_is_there_is_not_taken_and_may_be_taken_out() {
            ExhibitReference exhibit = begun().reference();
            done(take(exhibit, "a.csv", LINES, Optional.empty()));

            assertThat(take(exhibit, "A.CSV", LINES, Optional.empty()))
                    .isEqualTo(new Answer.Unfit<>("/name", "name-twice"));
            done(take(exhibit, "ré.csv", LINES, Optional.empty()));
            assertThat(take(exhibit, "re\u0301.csv", LINES, Optional.empty()))
                    .isEqualTo(new Answer.Unfit<>("/name", "name-twice"));
            done(belmora.transactions().write(tx -> belmora.exhibits.takeOut(tx, exhibit, "a.csv")));
            done(take(exhibit, "A.CSV", LINES, Optional.empty()));
        }

        @Test
        void that_changed_on_the_disk_before_it_was_sealed_stops_the_sealing() throws IOException {
            Exhibit exhibit = begun();
            done(take(exhibit.reference(), "a.csv", LINES, Optional.empty()));
            Files.writeString(belmora.shelf.intake(exhibit.id()).resolve("a.csv"), "something else");
            done(belmora.transactions().write(tx -> belmora.exhibits.handOver(tx, exhibit.reference())));

            House.until(() -> look(belmora, exhibit.reference())
                    .exhibit()
                    .state()
                    .equals(new ExhibitState.Collecting(Optional.of("file-changed"))));
            assertThat(belmora.letters).isEmpty();
        }
    }

    @Nested
    class What_is_not_handed_over {
        private static final String NAME = "mail/2026-11.mbox";

        private Answer<Exhibit> list(ExhibitReference exhibit, Remainder.Ground ground, String lines) {
            return belmora.transactions()
                    .write(tx -> belmora.exhibits.listRemainder(tx, "central-authority", exhibit, ground, lines));
        }

        private Optional<byte[]> open(ExhibitReference exhibit, int number) {
            Exhibit found = look(belmora, exhibit).exhibit();
            return belmora.transactions()
                    .read(tx -> belmora.exhibits.remainders().open(tx, found, number));
        }

        @Test
        void is_listed_for_this_State_alone_and_its_digest_and_number_are_told() {
            ExhibitReference exhibit = begun().reference();
            done(take(exhibit, "a.csv", LINES, Optional.empty()));
            done(list(exhibit, Remainder.Ground.PRIVILEGED, "a".repeat(64) + "  " + NAME + "\n\n" + "b".repeat(64)));
            done(list(exhibit, Remainder.Ground.OUTSIDE_ORDER, "c".repeat(64)));
            done(belmora.transactions().write(tx -> belmora.exhibits.handOver(tx, exhibit)));
            awaitState(belmora, exhibit, ExhibitState.Offered.class);
            assertThat(belmora.carry(arvenia)).isEqualTo(Handling.accepted());

            String digest = look(belmora, exhibit).remainders().getFirst().sha256();
            byte[] paper = open(exhibit, 1).orElseThrow();
            assertThat(Sha256.hex(paper)).isEqualTo(digest);
            assertThat(new String(paper, StandardCharsets.UTF_8)).contains(NAME, "privileged", "b".repeat(64));
            Dossier theirs = look(arvenia, exhibit);
            assertThat(theirs.remainders()).isEmpty();
            assertThat(theirs.custody().entries())
                    .map(entry -> entry.event())
                    .filteredOn(event -> event.kind() == Kind.REMAINDER_LISTED)
                    .map(CustodyEvent::details)
                    .first()
                    .isEqualTo(Map.of("entries", "2", "sha256", digest));
            assertThat(theirs.custody().isWhole()).isTrue();
            assertThat(theirs.toString()).doesNotContain(NAME).doesNotContain("privileged");
        }

        @Test
        void lies_in_clear_nowhere() {
            ExhibitReference exhibit = begun().reference();
            done(list(exhibit, Remainder.Ground.FILTERED, "a".repeat(64) + "  " + NAME));
            Exhibit found = look(belmora, exhibit).exhibit();
            byte[] sealed = belmora.transactions()
                    .read(tx -> belmora.vault.store().sealedRemainder(tx, found.id(), 1))
                    .orElseThrow();
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                    .startsWith("age-encryption.org/v1")
                    .doesNotContain(NAME);
        }

        @Test
        void has_another_digest_each_time_it_is_listed() {
            ExhibitReference exhibit = begun().reference();
            done(list(exhibit, Remainder.Ground.FILTERED, "a".repeat(64)));
            done(list(exhibit, Remainder.Ground.FILTERED, "a".repeat(64)));
            assertThat(look(belmora, exhibit).remainders())
                    .map(Remainder::sha256)
                    .doesNotHaveDuplicates();
        }

        @Test
        void is_not_listed_when_a_line_is_no_digest_or_the_thing_is_handed_over() {
            ExhibitReference exhibit = begun().reference();
            done(take(exhibit, "a.csv", LINES, Optional.empty()));
            Map<String, String> refused = Map.of(
                    "  ",
                    "missing",
                    "a".repeat(64) + "\nno digest",
                    "list-malformed",
                    "a".repeat(63) + "  a.csv",
                    "list-malformed",
                    ("a".repeat(64) + "\n").repeat(10_001),
                    "list-too-long",
                    Sha256.hex(LINES).toUpperCase(Locale.ROOT) + "  a.csv",
                    "list-handed-over");
            refused.forEach((lines, code) -> assertThat(list(exhibit, Remainder.Ground.FILTERED, lines))
                    .isEqualTo(new Answer.Unfit<>("/list", code)));
            assertThat(look(belmora, exhibit).remainders()).isEmpty();
            assertThat(kinds(look(belmora, exhibit).custody())).doesNotContain(Kind.REMAINDER_LISTED);
        }

        @Test
        void is_gone_when_the_exhibit_is_destroyed_and_its_digest_stays() {
            ExhibitReference exhibit = begun().reference();
            done(list(exhibit, Remainder.Ground.FILTERED, "a".repeat(64)));
            done(belmora.transactions().write(tx -> belmora.exhibits.destroy(tx, "central-authority", exhibit, "x")));
            assertThat(open(exhibit, 1)).isEmpty();
            assertThat(kinds(look(belmora, exhibit).custody())).contains(Kind.REMAINDER_LISTED);
        }
    }

    @Nested
    class What_is_not_in_order {
        @Test
        void a_byte_that_changed_on_the_receivers_disk_is_found_and_said_and_mended_by_pulling_again()
                throws IOException {
            ExhibitReference exhibit = received(LINES);
            arvenia.carry(belmora);
            Path payload =
                    arvenia.shelf.sealed(look(arvenia, exhibit).exhibit().id()).resolve(PackageFiles.PAYLOAD);
            byte[] bytes = Files.readAllBytes(payload);
            bytes[bytes.length - 1] ^= 1;
            Files.write(payload, bytes);

            assertThat(arvenia.workshop.check(look(arvenia, exhibit).exhibit(), "duty-officer"))
                    .isTrue();

            awaitState(arvenia, exhibit, ExhibitState.NotGood.class);
            assertThat(look(arvenia, exhibit).custody().isWhole()).isFalse();
            assertThat(arvenia.carry(belmora)).isEqualTo(Handling.accepted());
            assertThat(look(belmora, exhibit).exhibit().state()).isInstanceOf(ExhibitState.Disputed.class);

            done(arvenia.transactions().write(tx -> arvenia.exhibits.fetchAgain(tx, exhibit)));
            awaitState(arvenia, exhibit, ExhibitState.Received.class);
            arvenia.carry(belmora);
            assertThat(look(belmora, exhibit).exhibit().state()).isInstanceOf(ExhibitState.Delivered.class);
        }

        @Test
        void a_byte_that_changed_on_the_senders_disk_is_found_by_the_receiver() throws IOException {
            ExhibitReference exhibit = offered(LINES);
            Path payload =
                    belmora.shelf.sealed(look(belmora, exhibit).exhibit().id()).resolve(PackageFiles.PAYLOAD);
            byte[] bytes = Files.readAllBytes(payload);
            bytes[bytes.length / 2] ^= 1;
            Files.write(payload, bytes);
            belmora.carry(arvenia);
            arvenia.workshop.start();

            awaitState(arvenia, exhibit, ExhibitState.NotGood.class);
            arvenia.carry(belmora);
            assertThat(look(belmora, exhibit).exhibit().state())
                    .isInstanceOfSatisfying(
                            ExhibitState.Disputed.class,
                            disputed -> assertThat(disputed.fault()).isEqualTo("part-changed"));
        }

        @Test
        void a_seal_with_a_key_that_was_revoked_is_not_believed() {
            ExhibitReference exhibit = offered(LINES);
            belmora.carry(arvenia);
            var entry = belmora.entry();
            var node = entry.node()
                    .orElseThrow()
                    .revoking(List.of(Revocation.of(
                            belmora.keys().seal().certificate(), clock.instant().minusSeconds(60))));
            arvenia.directory.replace(ListVersion.NONE, List.of(entry.withNode(node), arvenia.entry()));
            arvenia.workshop.start();

            awaitState(arvenia, exhibit, ExhibitState.NotGood.class);
            assertThat(look(arvenia, exhibit).exhibit().state())
                    .isInstanceOfSatisfying(
                            ExhibitState.NotGood.class,
                            bad -> assertThat(bad.fault()).isEqualTo("certificate-revoked"));
        }

        @Test
        void an_exhibit_that_nobody_asked_for_is_refused() {
            offered(LINES);
            arvenia.expectNothing();

            assertThat(belmora.carry(arvenia))
                    .isEqualTo(Handling.refused("unknown-request", "this State was not asked for it"));
        }

        @Test
        void a_third_State_gets_nothing_at_the_door() throws Exception {
            try (House corvan = new House("XC", folder, clock)) {
                House.introduce(belmora, arvenia, corvan);
                ExhibitReference exhibit = offered(LINES);
                String packageId = Objects.requireNonNull(((ExhibitState.Offered)
                                        look(belmora, exhibit).exhibit().state())
                                .sealed()
                                .id())
                        .toString();
                URI address = belmora.entry()
                        .node()
                        .orElseThrow()
                        .letters()
                        .resolve("/exhibits/" + packageId + "/" + PackageFiles.PAYLOAD);
                assertThat(status(corvan, address)).isEqualTo(404);
                assertThat(status(arvenia, address)).isEqualTo(200);
            }
        }

        private int status(House who, URI address) throws IOException, InterruptedException {
            try (HttpClient client = new comity.federation.PeerLine(
                            who.keys().channel(), new comity.directory.keys.Certificates(who.directory), clock)
                    .to(belmora.state)) {
                return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            }
        }

        @Test
        void an_offer_that_was_taken_back_is_not_pulled() {
            ExhibitReference exhibit = offered(LINES);
            done(belmora.transactions()
                    .write(tx -> belmora.exhibits.withdraw(tx, "central-authority", exhibit, "wrong file")));
            belmora.carry(arvenia);
            belmora.carry(arvenia);
            arvenia.workshop.start();

            awaitState(arvenia, exhibit, ExhibitState.Withdrawn.class);
        }

        @Test
        void a_letter_that_leaves_an_event_out_is_refused() {
            ExhibitReference exhibit = received(LINES);
            arvenia.carry(belmora);
            done(arvenia.transactions()
                    .write(tx -> arvenia.exhibits.note(
                            tx, exhibit, Kind.EXAMINED, Hand.EXAMINER, "investigator", "laboratory")));
            arvenia.transactions().write(tx -> {
                // As a node would that wants to hide what it did.
                arvenia.vault
                        .store()
                        .setTold(tx, look(arvenia, exhibit).exhibit().id(), 2);
                return exhibit;
            });
            done(arvenia.transactions()
                    .write(tx -> arvenia.exhibits.destroy(tx, "central-authority", exhibit, "case closed")));

            assertThat(arvenia.carry(belmora)).isEqualTo(Handling.refused("broken-chain", "event 2 does not go on"));
        }

        @Test
        void a_row_of_the_custody_cannot_be_changed() {
            begun();

            assertThatThrownBy(() -> belmora.transactions().write(tx -> {
                        try (var statement = tx.connection().createStatement()) {
                            return statement.executeUpdate("update vault.event set digest = 'x'");
                        } catch (java.sql.SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }))
                    .rootCause()
                    .hasMessageContaining("only ever added");
        }
    }

    @Test
    void the_custody_event_names_the_result_of_the_comparison() {
        ExhibitReference exhibit = received(LINES);

        assertThat(look(arvenia, exhibit).custody().lastOf(arvenia.state).flatMap(CustodyEvent::result))
                .contains(CustodyEvent.MATCH);
    }
}
