package comity.law.living;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.Law;
import comity.law.offence.NationalLaw;
import comity.law.treaty.TreatyRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LivingLawTest {
    private final LivingLaw living = new LivingLaw(Law.load());

    @Nested
    class Before_anything_was_published {
        @Test
        void the_facts_of_this_version_stand_in() {
            assertThat(living.now().published()).isFalse();
            assertThat(living.now().register().participants()).hasSize(192);
        }
    }

    @Nested
    class A_new_register {
        @Test
        void takes_the_place_of_the_old_one_with_everything_that_rests_on_it() {
            LivingLaw.State before = living.now();
            String other = Utf8.text(living.register()).replace("\"Fiji\"", "\"Viti\"");
            living.take(Map.of("treaties", Utf8.bytes(other)));
            assertThat(living.now().published()).isTrue();
            assertThat(living.now().bases().register()).isSameAs(living.now().register());
            assertThat(before.register()).isNotSameAs(living.now().register());
            assertThat(Utf8.text(living.register())).isEqualTo(other);
        }

        @Test
        void that_contradicts_itself_leaves_the_good_one_and_is_told() {
            byte[] good = living.register();
            living.take(Map.of("treaties", good));
            byte[] forged = Utf8.bytes(Utf8.text(good)
                    .replace(
                            "\"by\":\"QA\",\"instrument\":\"unc\",\"act\":\"DEPOSIT\",\"on\":\"2026-02\"",
                            "\"by\":\"QA\",\"instrument\":\"unc\",\"act\":\"DEPOSIT\",\"on\":\"2025-02\""));
            assertThat(forged).isNotEqualTo(good);
            living.take(Map.of("treaties", forged));
            assertThat(living.register()).isEqualTo(good);
            assertThat(living.now().troubles())
                    .singleElement()
                    .satisfies(trouble ->
                            assertThat(trouble.reason()).contains("qa.unc.deposit", "INSTRUMENT_BEFORE_SIGNATURE"));
            assertThat(living.read("treaties", forged))
                    .isInstanceOfSatisfying(
                            LivingLaw.Proposed.Refused.class,
                            refused -> assertThat(refused.complaints()).hasSize(1));
            assertThat(living.read("treaties", good))
                    .isInstanceOfSatisfying(
                            LivingLaw.Proposed.Whole.class,
                            whole -> assertThat(whole.document()).isEqualTo(good));
        }
    }

    @Nested
    class A_book_that_stays_the_same {
        @Test
        void is_not_read_again_when_another_one_changes() throws IOException {
            byte[] register = living.register();
            byte[] xa = book("XA");
            byte[] xb = book("XB");
            living.take(Map.of("treaties", register, "law/XA", xa));
            TreatyRegister before = living.now().register();
            NationalLaw law = law("XA");
            living.take(Map.of("treaties", register.clone(), "law/XA", xa.clone(), "law/XB", xb));
            assertThat(living.now().register()).isSameAs(before);
            assertThat(law("XA")).isSameAs(law);
            assertThat(law("XB").state()).isEqualTo(new StateCode("XB"));
            byte[] changed =
                    Utf8.bytes(Utf8.text(xa).replaceFirst("\"asOf\": \"[0-9-]+\"", "\"asOf\": \"2027-01-31\""));
            living.take(Map.of("treaties", register, "law/XA", changed));
            assertThat(law("XA").asOf()).isEqualTo("2027-01-31");
            assertThat(living.now().catalogue().states()).containsExactly(new StateCode("XA"));
        }

        private NationalLaw law(String state) {
            return living.now().catalogue().law(new StateCode(state)).orElseThrow();
        }

        private byte[] book(String state) throws IOException {
            Path root = Path.of(System.getProperty("comity.root"));
            return Files.readAllBytes(
                    root.resolve("node/src/main/resources/comity/node/demo/law").resolve(state + ".json"));
        }
    }

    @Nested
    class A_book_of_national_law {
        @Test
        void that_is_not_whole_is_told_and_changes_nothing() {
            living.take(Map.of("law/XA", Utf8.bytes("{\"about\":\"nothing\"}")));
            assertThat(living.now().catalogue().states()).isEmpty();
            assertThat(living.now().troubles()).hasSize(1);
            assertThat(living.read("law/XA", Utf8.bytes("[]"))).isInstanceOf(LivingLaw.Proposed.Refused.class);
        }

        @Test
        void of_another_name_is_none_of_ours() {
            living.take(Map.of("weather/XA", Utf8.bytes("rain")));
            assertThat(living.now().troubles()).isEmpty();
        }
    }
}
