package comity.law.treaty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.BrokenLawFile;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreatyRegisterTest {
    private static final LocalDate THEN = LocalDate.parse("2026-11-22");

    private static StateCode state(String code) {
        return new StateCode(code);
    }

    @Nested
    class The_published_facts {
        private final TreatyRegister register = new RegisterBook(Registers.PROVISIONS).published();
        private final EntryIntoForce reckoned = new EntryIntoForce(register, Registers.PROVISIONS);

        private long signatories(String day) {
            return register.participants().stream()
                    .filter(participant -> !register.standing(
                                    TreatyAct.Signature.class, "unc", participant.code(), LocalDate.parse(day))
                            .isEmpty())
                    .count();
        }

        @ParameterizedTest
        @CsvSource({"2025-10-24, 0", "2025-10-26, 72", "2025-11-19, 73", "2026-01-31, 74", "2026-07-31, 75"})
        void count_signatories_as_they_were_counted_at_the_time(String day, long expected) {
            assertThat(signatories(day)).isEqualTo(expected);
        }

        @Test
        void hold_three_instruments_of_which_two_are_only_reported() {
            Progress progress = reckoned.progress(THEN);
            assertThat(progress.counted())
                    .extracting(deposit -> deposit.head().by().code())
                    .containsExactlyInAnyOrder("QA", "AZ", "VN");
            assertThat(progress.seen()).isEqualTo(1);
            assertThat(progress.missing()).isEqualTo(37);
            assertThat(progress.isInForce()).isFalse();
        }

        @Test
        void would_have_the_convention_in_force_in_february_at_the_earliest() {
            assertThat(reckoned.ifCompletedOn(THEN)).isEqualTo(LocalDate.parse("2027-02-20"));
        }

        @Test
        void know_what_qatar_does_not_want_to_be_bound_by() {
            List<TreatyAct.Reservation> reservations =
                    register.standing(TreatyAct.Reservation.class, "unc", state("QA"), THEN);
            assertThat(reservations)
                    .anyMatch(reservation ->
                            reservation.excludes("14") && reservation.excludes("15") && reservation.excludes("16"))
                    .noneMatch(reservation -> reservation.excludes("7"));
        }

        @Test
        void name_a_source_for_each_act() {
            assertThat(register.everything()).allSatisfy(act -> {
                assertThat(act.head().source().source()).isNotBlank();
                assertThat(act.head().source().asOf()).isBeforeOrEqualTo(THEN);
            });
        }

        @Test
        void have_no_organization_among_the_states() {
            assertThat(register.participants())
                    .filteredOn(participant -> !participant.isState())
                    .extracting(participant -> participant.code().code())
                    .containsExactly("EU");
        }

        @Test
        void are_shown_as_not_verified_once_they_are_old() {
            assertThat(register.isNotVerifiedSince(THEN.plusDays(45), Registers.PROVISIONS))
                    .isFalse();
            assertThat(register.isNotVerifiedSince(THEN.plusDays(46), Registers.PROVISIONS))
                    .isTrue();
        }

        @Test
        void are_the_same_after_being_written_and_read() throws RegisterRefused {
            RegisterBook book = new RegisterBook(Registers.PROVISIONS);
            byte[] written = book.write(register);
            TreatyRegister again = book.read("again", written);
            assertThat(again.everything()).isEqualTo(register.everything());
            assertThat(again.participants()).containsExactlyElementsOf(register.participants());
            assertThat(book.write(again)).isEqualTo(written);
        }
    }

    @Nested
    class A_register_that_contradicts_itself {
        private List<RegisterFault> faults(Registers registers) {
            RegisterRefused refused = catchThrowableOfType(RegisterRefused.class, registers::register);
            assertThat(refused).isNotNull();
            return refused.faults();
        }

        private void onlyFault(Registers registers, RegisterFault.Kind kind, String where) {
            assertThat(faults(registers)).singleElement().satisfies(fault -> {
                assertThat(fault.kind()).isEqualTo(kind);
                assertThat(fault.where()).isEqualTo(where);
            });
        }

        @Test
        void has_an_instrument_before_its_signature() {
            onlyFault(
                    Registers.empty().signed("XA", "2026-03-01").ratified("XA", "2026-02-28"),
                    RegisterFault.Kind.INSTRUMENT_BEFORE_SIGNATURE,
                    "XA.deposit.2026-02-28");
        }

        @Test
        void has_a_ratification_without_any_signature() {
            onlyFault(
                    Registers.empty().ratified("XA", "2026-02-28"),
                    RegisterFault.Kind.INSTRUMENT_WITHOUT_SIGNATURE,
                    "XA.deposit.2026-02-28");
        }

        @ParameterizedTest
        @CsvSource({"2025-10-24", "2027-01-01"})
        void has_a_signature_out_of_time(String day) {
            onlyFault(Registers.empty().signed("XA", day), RegisterFault.Kind.SIGNATURE_OUT_OF_TIME, "XA.signature");
        }

        @Test
        void has_two_instruments_of_one_state() {
            onlyFault(
                    Registers.empty().acceded("XA", "2026-02-01").acceded("XA", "2026-03-01"),
                    RegisterFault.Kind.DEPOSITED_TWICE,
                    "XA.deposit.2026-03-01");
        }

        @Test
        void lets_a_state_come_back_after_it_left() throws RegisterRefused {
            Registers.empty()
                    .acceded("XA", "2026-02-01")
                    .denounced("XA", "2027-02-01")
                    .acceded("XA", "2029-02-01")
                    .register();
        }

        @Test
        void leaves_a_treaty_that_never_bound() {
            Registers registers = Registers.empty().denounced("XA", "2027-02-01");
            onlyFault(registers, RegisterFault.Kind.DENUNCIATION_WITHOUT_INSTRUMENT, "XA.denunciation.2027-02-01");
        }

        @Test
        void takes_back_what_another_did() {
            Registers registers = Registers.empty().acceded("XA", "2026-02-01");
            registers.act(new TreatyAct.Withdrawal(
                    registers.head("XB.withdrawal", "XB", "2026-03-01"), "XA.deposit.2026-02-01"));
            onlyFault(registers, RegisterFault.Kind.WITHDRAWAL_OUT_OF_PLACE, "XB.withdrawal");
        }

        @Test
        void objects_to_a_reservation_that_nobody_made() {
            Registers registers = Registers.empty();
            registers.act(new TreatyAct.Objection(
                    registers.head("XB.objection", "XB", "2026-03-01"), "XA.reservation", false, Map.of("en", "no")));
            onlyFault(registers, RegisterFault.Kind.UNKNOWN_ACT, "XB.objection");
        }

        @Test
        void knows_a_state_that_the_world_does_not() {
            onlyFault(Registers.empty().acceded("JJ", "2026-02-01"), RegisterFault.Kind.UNKNOWN_CODE, "JJ");
        }

        @Test
        void counts_the_union_as_a_state() {
            onlyFault(
                    Registers.empty().signed("EU", "2025-10-25").ratified("EU", "2026-02-01"),
                    RegisterFault.Kind.NOT_A_STATE,
                    "EU");
        }

        @Test
        void lies_in_the_future() {
            onlyFault(
                    Registers.empty().acceded("XA", "2032-01-01"),
                    RegisterFault.Kind.IN_THE_FUTURE,
                    "XA.deposit.2032-01-01");
        }

        @Test
        void is_told_every_fault_at_once() {
            assertThat(faults(Registers.empty()
                            .ratified("XA", "2026-02-28")
                            .denounced("XB", "2027-02-01")
                            .acceded("JJ", "2026-02-01")))
                    .hasSize(3);
        }
    }

    @Nested
    class A_correction {
        @Test
        void is_a_new_version_beside_the_old_one() throws RegisterRefused {
            Registers registers = Registers.empty().acceded("XA", "2026-02-01");
            TreatyRegister before = registers.register();
            TreatyAct.Head first =
                    before.act("XA.deposit.2026-02-01").orElseThrow().head();
            TreatyAct.Deposit corrected = new TreatyAct.Deposit(
                    new TreatyAct.Head(first.id(), 2, first.by(), "unc", When.parse("2026-02-03"), first.source()),
                    TreatyAct.Deposit.How.ACCESSION,
                    java.util.Optional.empty());
            TreatyRegister after = before.with(List.of(corrected), Registers.PROVISIONS);
            assertThat(after.history(first.id())).hasSize(2);
            assertThat(after.act(first.id())).contains(corrected);
            assertThat(after.acts(TreatyAct.Deposit.class, "unc", state("XA"))).containsExactly(corrected);
        }

        @Test
        void may_not_skip_a_version_or_speak_of_another_state() throws RegisterRefused {
            TreatyRegister before = Registers.empty()
                    .acceded("XA", "2026-02-01")
                    .acceded("XB", "2026-02-01")
                    .register();
            TreatyAct.Head first =
                    before.act("XA.deposit.2026-02-01").orElseThrow().head();
            TreatyAct wrong = new TreatyAct.Signature(
                    new TreatyAct.Head(first.id(), 3, state("XB"), "unc", When.parse("2026-02-03"), first.source()));
            RegisterRefused refused = catchThrowableOfType(
                    RegisterRefused.class, () -> before.with(List.of(wrong), Registers.PROVISIONS));
            assertThat(refused.faults())
                    .extracting(RegisterFault::kind)
                    .contains(RegisterFault.Kind.VERSIONS_BROKEN, RegisterFault.Kind.CORRECTION_OF_ANOTHER);
        }
    }

    @Nested
    class A_book_that_is_not_whole {
        private final RegisterBook book = new RegisterBook(Registers.PROVISIONS);
        private final String good = Utf8.text(book.write(book.published()));

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"on\":\"2025-10-26\" | \"on\":\"2025-02-30\" | /on",
                    "\"by\":\"FR\" | \"by\":\"fr\" | /by",
                    "\"how\":\"RATIFICATION\" | \"how\":\"PROMISE\" | /how",
                    "\"confidence\":\"REPORTED\" | \"confidence\":\"SURE\" | /confidence",
                    "\"region\":\"AFRICA\" | \"regoin\":\"AFRICA\" | /region",
                    "\"complete\":false | \"complete\":\"no\" | /complete",
                })
        void is_refused_by_field(String right, String wrong, String field) {
            String broken = good.replaceFirst(java.util.regex.Pattern.quote(right), wrong);
            assertThat(broken).isNotEqualTo(good);
            assertThatThrownBy(() -> book.read("treaties", Utf8.bytes(broken)))
                    .isInstanceOf(BrokenLawFile.class)
                    .hasMessageContaining("treaties")
                    .hasMessageContaining(field);
        }

        @Test
        void is_refused_unread_when_it_is_too_large() {
            assertThatThrownBy(() -> book.read("treaties", new byte[RegisterBook.LARGEST + 1]))
                    .isInstanceOf(BrokenLawFile.class);
        }
    }

    @Nested
    class A_day_as_far_as_it_is_known {
        @ParameterizedTest
        @CsvSource({
            "2026-02-13, 2026-02-13, 2026-02-13",
            "2028-02, 2028-02-01, 2028-02-29",
            "2025-10-27/2026-01-31, 2025-10-27, 2026-01-31",
        })
        void is_written_as_it_was_read(String text, LocalDate earliest, LocalDate latest) {
            When when = When.parse(text);
            assertThat(when.earliest()).isEqualTo(earliest);
            assertThat(when.latest()).isEqualTo(latest);
            assertThat(when).hasToString(text);
        }

        @ParameterizedTest
        @CsvSource({"2027-02-29", "2026-13", "2026-02-02/2026-02-01", "soon", "''", "2026"})
        void is_refused_when_no_calendar_has_it(String text) {
            assertThatThrownBy(() -> When.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void stands_in_the_order_of_its_last_possible_days() {
            assertThat(List.of(When.parse("2026-02"), When.parse("2026-02-13")))
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
    }
}
