package comity.law.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.StateCode;
import comity.testkit.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryIntoForceTest {
    private static final List<String> MANY = Registers.codes(40);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static StateCode state(String code) {
        return new StateCode(code);
    }

    /// Thirty-nine States with an instrument, all on one day.
    private static Registers thirtyNine(String day) {
        Registers registers = Registers.empty();
        MANY.subList(0, 39).forEach(code -> registers.acceded(code, day));
        return registers;
    }

    private static String fortieth() {
        return MANY.get(39);
    }

    @Nested
    class The_fortieth_instrument {
        @ParameterizedTest
        @CsvSource({
            "2026-11-22, 2027-02-20",
            "2027-04-20, 2027-07-19",
            // Across a leap day, and on one.
            "2027-12-01, 2028-02-29",
            "2028-02-29, 2028-05-29",
            "2027-12-31, 2028-03-30",
        })
        void brings_the_convention_into_force_on_the_ninetieth_day(LocalDate deposit, LocalDate inForce)
                throws RegisterRefused {
            EntryIntoForce reckoned = thirtyNine("2026-11-01")
                    .acceded(fortieth(), deposit.toString())
                    .reckoned();
            assertThat(reckoned.inForceOn()).contains(inForce);
            assertThat(reckoned.progress(inForce.minusDays(1)).isInForce()).isFalse();
            assertThat(reckoned.progress(inForce).isInForce()).isTrue();
        }

        @Test
        void is_not_one_of_an_organization() throws RegisterRefused {
            EntryIntoForce reckoned = thirtyNine("2026-11-01")
                    .organization("EU")
                    .signed("EU", "2025-10-25")
                    .ratified("EU", "2026-11-02")
                    .reckoned();
            assertThat(reckoned.inForceOn()).isEmpty();
            Progress progress = reckoned.progress(day("2026-11-30"));
            assertThat(progress.counted()).hasSize(39);
            assertThat(progress.notCounted()).hasSize(1);
            assertThat(progress.missing()).isEqualTo(1);
        }

        @Test
        void is_counted_anew_when_an_earlier_one_was_taken_back_before_it() throws RegisterRefused {
            Registers registers = thirtyNine("2026-11-01")
                    .tookBack(MANY.getFirst(), MANY.getFirst() + ".deposit.2026-11-01", "2026-11-10")
                    .acceded(fortieth(), "2026-11-20");
            assertThat(registers.reckoned().inForceOn()).isEmpty();
            assertThat(registers.reckoned().progress(day("2026-11-20")).counted())
                    .hasSize(39);
        }

        @Test
        void counts_although_one_leaves_afterwards() throws RegisterRefused {
            EntryIntoForce reckoned = thirtyNine("2026-11-01")
                    .acceded(fortieth(), "2026-11-20")
                    .tookBack(MANY.getFirst(), MANY.getFirst() + ".deposit.2026-11-01", "2026-11-21")
                    .reckoned();
            assertThat(reckoned.inForceOn()).contains(day("2027-02-18"));
        }

        @Test
        void whose_day_nobody_saw_is_reckoned_from_the_last_day_it_can_have_been() throws RegisterRefused {
            EntryIntoForce reckoned =
                    thirtyNine("2026-11-01").acceded(fortieth(), "2026-12").reckoned();
            assertThat(reckoned.inForceOn()).contains(day("2027-03-31"));
        }
    }

    @Nested
    class A_later_state {
        @ParameterizedTest
        @CsvSource({
            // On the day of the fortieth, shortly after, just at, and long after.
            "2026-11-20, 2027-02-18",
            "2026-12-24, 2027-02-18",
            "2027-01-19, 2027-02-18",
            "2027-01-20, 2027-02-19",
            "2028-01-31, 2028-03-01",
        })
        void is_bound_thirty_days_after_its_own_deposit_but_never_before_all(LocalDate deposit, LocalDate bound)
                throws RegisterRefused {
            EntryIntoForce reckoned = thirtyNine("2026-11-01")
                    .acceded(fortieth(), "2026-11-20")
                    .acceded("QA", deposit.toString())
                    .reckoned();
            assertThat(reckoned.standing("unc", state("QA"), bound.minusDays(1)))
                    .isInstanceOf(Standing.Deposited.class);
            assertThat(reckoned.standing("unc", state("QA"), bound))
                    .isInstanceOfSatisfying(
                            Standing.Party.class,
                            party -> assertThat(party.since()).isEqualTo(bound));
        }
    }

    @Nested
    class A_state {
        @Test
        void goes_from_nothing_to_party_and_out_again_and_back() throws RegisterRefused {
            EntryIntoForce reckoned = thirtyNine("2026-11-01")
                    .signed(fortieth(), "2025-10-25")
                    .ratified(fortieth(), "2026-11-20")
                    .denounced(fortieth(), "2028-02-29")
                    .acceded(fortieth(), "2030-01-01")
                    .reckoned();
            StateCode it = state(fortieth());
            assertThat(reckoned.standing("unc", it, day("2025-10-24"))).isEqualTo(new Standing.Nothing(true));
            assertThat(reckoned.standing("unc", it, day("2025-10-25"))).isInstanceOf(Standing.Signatory.class);
            assertThat(reckoned.standing("unc", it, day("2026-11-20"))).isInstanceOf(Standing.Deposited.class);
            assertThat(reckoned.standing("unc", it, day("2027-02-18"))).isInstanceOf(Standing.Party.class);
            assertThat(reckoned.standing("unc", it, day("2028-03-01")))
                    .isEqualTo(new Standing.Leaving(day("2027-02-18"), day("2029-02-28")));
            assertThat(reckoned.standing("unc", it, day("2029-02-28")))
                    .isEqualTo(new Standing.Former(day("2029-02-28")));
            assertThat(reckoned.standing("unc", it, day("2030-01-30"))).isInstanceOf(Standing.Deposited.class);
            assertThat(reckoned.standing("unc", it, day("2030-01-31"))).isInstanceOf(Standing.Party.class);
        }

        @Test
        void that_took_its_instrument_back_before_it_bound_stands_outside() throws RegisterRefused {
            EntryIntoForce reckoned = Registers.empty()
                    .acceded("XA", "2026-11-01")
                    .tookBack("XA", "XA.deposit.2026-11-01", "2026-11-05")
                    .reckoned();
            assertThat(reckoned.standing("unc", state("XA"), day("2026-11-06")))
                    .isEqualTo(new Standing.Former(day("2026-11-05")));
        }
    }

    @Nested
    class A_supposed_deposit {
        @Test
        void shows_when_the_convention_would_bind_whom() throws RegisterRefused {
            EntryIntoForce supposed = thirtyNine("2026-11-01")
                    .reckoned()
                    .supposing(Map.of(state("FR"), day("2027-04-20"), state("QA"), day("2027-07-10")));
            assertThat(supposed.inForceOn()).contains(day("2027-07-19"));
            assertThat(supposed.standing("unc", state("FR"), day("2027-07-19"))).isInstanceOf(Standing.Party.class);
            assertThat(supposed.standing("unc", state("QA"), day("2027-08-08"))).isInstanceOf(Standing.Deposited.class);
            assertThat(supposed.standing("unc", state("QA"), day("2027-08-09"))).isInstanceOf(Standing.Party.class);
            assertThat(supposed.progress(day("2027-07-19")).supposed()).containsExactly(state("FR"), state("QA"));
        }

        @Test
        void of_an_organization_changes_no_count() throws RegisterRefused {
            assertThat(thirtyNine("2026-11-01")
                            .reckoned()
                            .supposing(Map.of(state("EU"), day("2027-04-20")))
                            .inForceOn())
                    .isEmpty();
        }

        @Test
        void of_a_state_that_has_an_instrument_already_changes_nothing() throws RegisterRefused {
            assertThat(thirtyNine("2026-11-01")
                            .reckoned()
                            .supposing(Map.of(state(MANY.getFirst()), day("2027-04-20")))
                            .inForceOn())
                    .isEmpty();
        }
    }

    /// The same arithmetic, done again in the plainest way, day by day, on histories made by chance.
    @Nested
    class On_any_history {
        private record Course(LocalDate deposit, Optional<LocalDate> takenBack) {}

        private Optional<LocalDate> plainly(List<Course> courses) {
            LocalDate last = courses.stream()
                    .map(Course::deposit)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            for (LocalDate today = day("2026-01-01"); !today.isAfter(last); today = today.plusDays(1)) {
                LocalDate then = today;
                long standing = courses.stream()
                        .filter(course -> !course.deposit().isAfter(then))
                        .filter(course -> course.takenBack()
                                .map(back -> back.isAfter(then))
                                .orElse(true))
                        .count();
                if (standing >= 40) {
                    return Optional.of(today.plusDays(90));
                }
            }
            return Optional.empty();
        }

        @Test
        void a_count_by_hand_finds_the_same_day() {
            Set<Boolean> seen = new HashSet<>();
            Chance.times(200, chance -> seen.add(sameDay(chance)));
            assertThat(seen)
                    .as("histories that complete the count, and that do not")
                    .contains(true);
        }

        private boolean sameDay(Chance chance) {
            Registers registers = Registers.empty();
            List<Course> courses = new ArrayList<>();
            for (String code : MANY) {
                LocalDate deposit = day("2026-01-01").plusDays(chance.number(0, 900));
                registers.acceded(code, deposit.toString());
                Optional<LocalDate> back =
                        chance.onceIn(40) ? Optional.of(deposit.plusDays(chance.number(0, 300))) : Optional.empty();
                back.ifPresent(then -> registers.tookBack(code, code + ".deposit." + deposit, then.toString()));
                courses.add(new Course(deposit, back));
            }
            Optional<LocalDate> expected = plainly(courses);
            try {
                EntryIntoForce reckoned = registers.reckoned();
                assertThat(reckoned.inForceOn()).isEqualTo(expected);
                MANY.forEach(code -> boundNeverTooEarly(reckoned, state(code), expected));
            } catch (RegisterRefused e) {
                throw new AssertionError(e);
            }
            return expected.isPresent();
        }

        private void boundNeverTooEarly(EntryIntoForce reckoned, StateCode it, Optional<LocalDate> inForce) {
            LocalDate asked = day("2029-06-01");
            if (reckoned.standing("unc", it, asked) instanceof Standing.Party party) {
                LocalDate own =
                        party.instrument().orElseThrow().head().on().latest().plusDays(30);
                LocalDate general = inForce.orElseThrow();
                assertThat(party.since()).isEqualTo(own.isAfter(general) ? own : general);
                assertThat(reckoned.standing("unc", it, party.since().minusDays(1))
                                .isBound())
                        .isFalse();
            }
        }
    }
}
