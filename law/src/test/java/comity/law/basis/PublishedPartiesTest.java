package comity.law.basis;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.KnownCodes;
import comity.law.LawFiles;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.Provenance;
import comity.law.treaty.RegisterBook;
import comity.law.treaty.RegisterImport;
import comity.law.treaty.RegisterTable;
import comity.law.treaty.Standing;
import comity.law.treaty.TreatyAct;
import comity.law.treaty.TreatyRegister;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is published with this version about other treaties than the Convention: who signed, who is bound, how that is
/// known.
class PublishedPartiesTest {
    private static final String TABLE = "treaty/parties.csv";
    private static final FinalProvisions PROVISIONS = FinalProvisions.load();
    private static final LocalDate THEN = LocalDate.parse("2026-12-01");

    private final RegisterBook book = new RegisterBook(PROVISIONS);
    private final TreatyRegister register = book.published();
    private final TreatyBases bases = new TreatyBases(register, PROVISIONS);

    private Between between(String asking, String asked, String instrument) {
        return bases.between(new StateCode(asking), new StateCode(asked), THEN).stream()
                .filter(between -> between.instrument().code().equals(instrument))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Between between) {
        return between.reasons().stream().map(Reason::code).toList();
    }

    private List<TreatyAct> acts() {
        return register.everything().stream()
                .filter(act -> !act.head().instrument().equals("unc"))
                .toList();
    }

    private <A extends TreatyAct> Set<StateCode> who(Class<A> kind, String instrument) {
        return acts().stream()
                .filter(kind::isInstance)
                .map(TreatyAct::head)
                .filter(head -> head.instrument().equals(instrument))
                .map(TreatyAct.Head::by)
                .collect(Collectors.toSet());
    }

    @Nested
    class The_table {
        @ParameterizedTest
        @CsvSource({"untoc, 147, 180", "uncac, 140, 172", "budapest, 29, 68", "budapest-2, 52, 4"})
        void names_as_many_as_its_sources(String instrument, int signed, int deposited) {
            assertThat(who(TreatyAct.Signature.class, instrument)).hasSize(signed);
            assertThat(who(TreatyAct.Deposit.class, instrument)).hasSize(deposited);
        }

        @Test
        void knows_every_code_and_counts_no_organization_as_a_state() {
            assertThat(acts()).allSatisfy(act -> {
                StateCode by = act.head().by();
                boolean organization = PROVISIONS.organizations().contains(by);
                assertThat(organization || KnownCodes.isKnown(by)).as(by.code()).isTrue();
                assertThat(register.participant(by).orElseThrow().isState()).isEqualTo(!organization);
            });
            assertThat(who(TreatyAct.Deposit.class, "untoc")).contains(new StateCode("EU"));
        }

        @Test
        void says_of_each_row_how_it_is_known_and_never_more_than_its_source_shows() {
            assertThat(acts()).allSatisfy(act -> {
                TreatyAct.Head head = act.head();
                assertThat(head.source().source()).isNotBlank();
                assertThat(head.on().earliest()).isBeforeOrEqualTo(head.source().asOf());
                if (head.source().confidence() == Provenance.Confidence.SEEN && act instanceof TreatyAct.Deposit) {
                    assertThat(head.on().isExact()).as(head.id()).isTrue();
                }
            });
        }

        @Test
        void says_since_when_each_instrument_binds_unless_the_treaty_binds_nobody() {
            assertThat(acts())
                    .filteredOn(TreatyAct.Deposit.class::isInstance)
                    .map(TreatyAct.Deposit.class::cast)
                    .allSatisfy(deposit -> assertThat(deposit.inForceOn().isEmpty())
                            .as(deposit.head().id())
                            .isEqualTo(deposit.head().instrument().equals("budapest-2")));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "2002-10-29 | 2002-13-29 | on | not-a-date",
                    "RATIFICATION,2003-09-29 | RATIFICATION,soon | inForceOn | not-a-date",
                    ",1,FR,untoc,DEPOSIT | ,1,FRA,untoc,DEPOSIT | by | state-unknown",
                    ",1,FR,untoc,DEPOSIT | ,1,AA,untoc,DEPOSIT | by | register-unknown-participant",
                    ",1,FR,untoc,DEPOSIT | ,1,FR,rome,DEPOSIT | instrument | register-unknown-instrument",
                    "RATIFICATION,2003-09-29 | RATIFICATION, | inForceOn | register-binding-day-missing"
                })
        void is_refused_by_row_and_column_with_the_reason(String good, String bad, String column, String reason) {
            String table = Utf8.text(LawFiles.bytes(TABLE));
            List<String> lines = table.lines().toList();
            int row = (int) lines.stream()
                            .takeWhile(line -> !line.startsWith("fr.untoc.deposit,"))
                            .count()
                    + 1;
            String line = lines.get(row - 1);
            assertThat(line).contains(good);
            RegisterImport.Taken taken = new RegisterImport(PROVISIONS)
                    .read(Utf8.bytes(table.replace(line, line.replace(good, bad))), register);
            assertThat(taken).isInstanceOf(RegisterImport.Taken.Refused.class);
            assertThat(((RegisterImport.Taken.Refused) taken).complaints())
                    .extracting(Complaint::pointer, Complaint::code)
                    .contains(org.assertj.core.groups.Tuple.tuple("/" + row + "/" + column, reason));
        }

        @Test
        void comes_out_as_it_went_in() {
            RegisterTable table = new RegisterTable(PROVISIONS);
            assertThat(table.read(table.write(register)))
                    .isEqualTo(new RegisterTable.Read.Whole(register.everything()));
        }
    }

    @Nested
    class Two_real_states {
        @Test
        void are_bound_by_the_budapest_convention_since_a_day_with_its_source() {
            Between budapest = between("FR", "JP", "budapest");
            assertThat(budapest.binds()).isEqualTo(Carries.YES);
            assertThat(budapest.reasons())
                    .filteredOn(reason -> reason.code().equals("bound-since"))
                    .extracting(Reason::about)
                    .containsExactly(List.of("FR", "2006-05-01"), List.of("JP", "2012-11-01"));
            assertThat(budapest.reasons())
                    .allSatisfy(reason -> assertThat(reason.source()).isPresent());
        }

        @Test
        void are_bound_at_the_latest_since_the_last_day_it_can_be_where_the_day_is_not_known() {
            assertThat(between("FR", "GB", "budapest").reasons())
                    .extracting(Reason::code, Reason::about)
                    .contains(org.assertj.core.groups.Tuple.tuple("bound-at-latest", List.of("GB", "2016-01-01")));
        }

        @Test
        void of_which_one_only_signed_long_ago_get_not_known_and_never_no() {
            Between budapest = between("FR", "ZA", "budapest");
            assertThat(budapest.binds()).isEqualTo(Carries.NOT_KNOWN);
            assertThat(budapest.asked()).isInstanceOf(Standing.Signatory.class);
            assertThat(codes(budapest)).containsExactly("bound-since", "signed-then");
            assertThat(budapest.reasons().getLast().about()).endsWith("2025-08-31");
        }

        @Test
        void of_which_one_is_not_in_any_list_get_not_known() {
            Between budapest = between("FR", "CN", "budapest");
            assertThat(budapest.binds()).isEqualTo(Carries.NOT_KNOWN);
            assertThat(codes(budapest)).containsExactly("bound-since", "not-recorded");
        }

        @Test
        void that_are_in_no_list_have_no_treaty_that_is_known_to_bind_them() {
            assertThat(bases.between(new StateCode("SO"), new StateCode("SS"), THEN))
                    .noneMatch(between -> between.binds() == Carries.YES)
                    .anyMatch(between -> between.binds() == Carries.NOT_KNOWN);
        }

        @Test
        void with_an_instrument_to_a_protocol_that_is_not_in_force_are_not_said_to_be_bound() {
            Between protocol = between("JP", "RS", "budapest-2");
            assertThat(protocol.binds()).isEqualTo(Carries.NOT_KNOWN);
            assertThat(codes(protocol)).containsExactly("deposited-then", "deposited-then");
        }

        @Test
        void are_told_of_a_reservation_that_either_made() {
            assertThat(between("FR", "AT", "budapest").reasons())
                    .filteredOn(reason -> reason.code().equals("reservation-narrows"))
                    .extracting(Reason::provision)
                    .containsExactly("29(4)");
        }
    }

    @Nested
    class An_old_list {
        @Test
        void means_no_while_it_is_new() {
            LocalDate soon = LocalDate.parse("2025-09-15");
            Map<String, Carries> binds = bases.between(new StateCode("FR"), new StateCode("ZA"), soon).stream()
                    .collect(Collectors.toMap(one -> one.instrument().code(), Between::binds));
            assertThat(binds).containsEntry("budapest", Carries.NO);
        }
    }
}
