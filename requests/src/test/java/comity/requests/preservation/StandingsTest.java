package comity.requests.preservation;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Utf8;
import comity.law.treaty.RegisterBook;
import comity.requests.Outcome;
import comity.safeguards.Basis;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What binds two States, as requests see it.
class StandingsTest {
    private static final String SOURCE = "\"source\":\"a test\",\"asOf\":\"2027-03-01\",\"confidence\":\"SEEN\"";

    /// Both have deposited, the Convention is not in force, and both are bound by another treaty.
    private static final String REGISTER = """
            {"about":"a test","asOf":"2027-03-01","instruments":[
            {"code":"unc","kind":"CONVENTION","titles":{"en":"C"},"complete":true,"assistance":true,SOURCE},
            {"code":"budapest","kind":"MULTILATERAL","titles":{"en":"B"},"complete":true,"assistance":true,SOURCE},
            {"code":"uncac","kind":"MULTILATERAL","titles":{"en":"U"},"complete":true,"assistance":true,SOURCE}],
            "participants":[
            {"code":"XA","iso3":"XAX","kind":"STATE","region":"NONE","names":{"en":"A"}},
            {"code":"XB","iso3":"XBX","kind":"STATE","region":"NONE","names":{"en":"B"}}],
            "acts":[
            {"id":"a","version":1,"by":"XA","instrument":"unc","act":"DEPOSIT","on":"2027-01-01","how":"ACCESSION",SOURCE},
            {"id":"b","version":1,"by":"XB","instrument":"unc","act":"DEPOSIT","on":"2027-01-01","how":"ACCESSION",SOURCE},
            {"id":"c","version":1,"by":"XA","instrument":"budapest","act":"DEPOSIT","on":"2010-01-01","how":"ACCESSION",
             "inForceOn":"2010-04-01",SOURCE},
            {"id":"d","version":1,"by":"XB","instrument":"budapest","act":"DEPOSIT","on":"2010-01-01","how":"ACCESSION",
             "inForceOn":"2010-04-01",SOURCE}]}""".replace("SOURCE", SOURCE);

    private static final String RESERVED = """
            ,{"id":"e","version":1,"by":"XB","instrument":"unc","act":"RESERVATION","on":"2027-01-01","provisions":["42(5)"],
             "effect":"NARROWS","text":{"en":"reserved"},SOURCE}]}""".replace("SOURCE", SOURCE);

    private final TwoHouses houses = new TwoHouses();
    private final Standings standings = houses.asking.house.standings();

    @AfterEach
    void close() {
        houses.close();
    }

    private void publish() {
        houses.asking.house.living().take(Map.of(RegisterBook.NAME, Utf8.bytes(REGISTER)));
        assertThat(houses.asking.house.living().now().troubles()).isEmpty();
    }

    @Nested
    class Before_a_register_was_published {
        @Test
        void the_list_of_the_registry_says_who_is_bound() {
            assertThat(standings.of(Requests.XB).status().isBound()).isTrue();
            assertThat(standings.binds("budapest", Requests.XA, Requests.XB)).isEqualTo(Basis.Binds.NOT_KNOWN);
            assertThat(standings.basisOfNew(Requests.XA, Requests.XB, Language.ENGLISH))
                    .isEmpty();
        }
    }

    @Nested
    class Once_it_was {
        @Test
        void nobody_is_bound_by_a_convention_that_is_not_in_force() {
            publish();
            assertThat(standings.of(Requests.XB).status().isBound()).isFalse();
            assertThat(standings.binds("budapest", Requests.XA, Requests.XB)).isEqualTo(Basis.Binds.BOTH);
            assertThat(standings.binds("uncac", Requests.XA, Requests.XB)).isEqualTo(Basis.Binds.NOT_BOTH);
        }

        @Test
        void a_reservation_is_what_the_register_says_and_not_what_the_list_says() {
            assertThat(standings.of(Requests.XB).reservedDualCriminality()).isFalse();
            publish();
            assertThat(standings.of(Requests.XB).reservedDualCriminality()).isFalse();
            houses.asking.house.living().take(Map.of(RegisterBook.NAME, Utf8.bytes(REGISTER.replace("]}", RESERVED))));
            assertThat(standings.of(Requests.XB).reservedDualCriminality()).isTrue();
            assertThat(standings.of(Requests.XA).reservedDualCriminality()).isFalse();
        }

        @Test
        void a_new_request_names_the_treaty_that_binds_both() {
            publish();
            Outcome<Draft> draft = houses.asking
                    .preservations
                    .drafts()
                    .start(houses.asking.officer(), Requests.XB, Language.ENGLISH, Map.of());
            assertThat(draft)
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(((Draft) done.now()).raw()).containsEntry("/basis/code", "budapest"));
        }

        @Test
        void a_basis_that_the_person_named_stays() {
            publish();
            Outcome<Draft> draft = houses.asking
                    .preservations
                    .drafts()
                    .start(
                            houses.asking.officer(),
                            Requests.XB,
                            Language.ENGLISH,
                            Map.of("/basis/code", "reciprocity"));
            assertThat(draft)
                    .isInstanceOfSatisfying(
                            Outcome.Done.class,
                            done -> assertThat(((Draft) done.now()).raw()).containsEntry("/basis/code", "reciprocity"));
        }
    }
}
