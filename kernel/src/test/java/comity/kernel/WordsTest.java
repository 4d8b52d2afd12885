package comity.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @Nested
    class A_state_code {
        @ParameterizedTest
        @ValueSource(strings = {"", "X", "xa", "XAA", "X1", "X\u0410", " XA"})
        void is_two_capital_latin_letters_and_nothing_else(String text) {
            assertThatThrownBy(() -> new StateCode(text)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void sorts_by_its_letters() {
            assertThat(new StateCode("XA")).isLessThan(new StateCode("XB")).hasToString("XA");
        }
    }

    @Nested
    class A_language {
        @ParameterizedTest
        @CsvSource({
            "ar, ARABIC",
            "zh, CHINESE",
            "zh-CN, CHINESE",
            "zh-Hans, CHINESE",
            "en-GB, ENGLISH",
            "fr-CA, FRENCH",
            "ru, RUSSIAN",
            "es-419, SPANISH"
        })
        void is_found_by_the_tag_of_any_of_its_regions(String tag, Language language) {
            assertThat(Language.ofTag(tag)).contains(language);
        }

        @ParameterizedTest
        @ValueSource(strings = {"de", "", "not a tag"})
        void that_is_not_one_of_the_six_is_not_found(String tag) {
            assertThat(Language.ofTag(tag)).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void is_found_by_its_own_tag(Language language) {
            assertThat(Language.ofTag(language.tag())).contains(language);
        }

        @Test
        void is_written_from_right_to_left_when_it_is_arabic() {
            assertThat(EnumSet.allOf(Language.class).stream().filter(Language::isRightToLeft))
                    .containsExactly(Language.ARABIC);
        }
    }

    @Nested
    class A_written_time {
        private static final Instant HALF_PAST_ONE = Instant.parse("2027-10-31T01:30:00Z");

        @Test
        void keeps_what_was_written_beside_what_it_means() {
            WrittenTime time = new WrittenTime(
                    "31/10/2027 02:30",
                    ZoneOffset.ofHours(1),
                    HALF_PAST_ONE,
                    WrittenTime.Precision.MINUTE,
                    WrittenTime.Fold.SECOND);
            assertThat(time.original()).isEqualTo("31/10/2027 02:30");
            assertThat(time.instant()).isEqualTo(HALF_PAST_ONE);
        }

        @Test
        void was_written_by_somebody() {
            assertThatThrownBy(() -> new WrittenTime(
                            " ", ZoneOffset.UTC, HALF_PAST_ONE, WrittenTime.Precision.DAY, WrittenTime.Fold.NONE))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_time_ordered_id {
        private static final Instant NOW = Instant.parse("2027-03-13T02:14:00.123Z");

        @Test
        void is_a_uuid_of_version_seven_that_holds_its_millisecond() {
            UUID id = TimeOrderedId.at(NOW);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
        }

        @Test
        void sorts_after_one_of_an_earlier_millisecond() {
            String earlier = TimeOrderedId.at(NOW).toString();
            String later = TimeOrderedId.at(NOW.plusMillis(1)).toString();
            assertThat(earlier).isLessThan(later);
        }

        @Test
        void differs_from_others_of_the_same_millisecond() {
            assertThat(List.of(TimeOrderedId.at(NOW), TimeOrderedId.at(NOW), TimeOrderedId.at(NOW)))
                    .doesNotHaveDuplicates();
        }
    }

    @Nested
    class A_complaint {
        @Test
        void stops_a_document_only_when_it_blocks() {
            Complaint hint = Complaint.advises("/items/0/port", "port-helps");
            Complaint risk = Complaint.warns("/items/0/port", "port-asked");
            assertThat(Complaint.anyBlocks(List.of(hint, risk))).isFalse();
            assertThat(Complaint.anyBlocks(List.of(hint, Complaint.blocks("", "empty"))))
                    .isTrue();
        }

        @Test
        void may_name_what_its_text_needs() {
            Complaint named = Complaint.blocks("/items/0/port", "port-range").with(Map.of("value", "70000"));
            assertThat(named.details()).containsEntry("value", "70000");
            assertThat(named.code()).isEqualTo("port-range");
        }
    }

    @Nested
    class An_actor {
        @Test
        void holds_the_roles_given_and_no_later_ones() {
            Set<Role> given = EnumSet.of(Role.DUTY_OFFICER);
            Actor actor = new Actor("p-7", new StateCode("XA"), given);
            given.add(Role.OVERSIGHT);
            assertThat(actor.is(Role.DUTY_OFFICER)).isTrue();
            assertThat(actor.is(Role.OVERSIGHT)).isFalse();
        }

        @Test
        void that_is_the_node_itself_has_no_role() {
            assertThat(Actor.system(new StateCode("XA")).roles()).isEmpty();
        }

        @ParameterizedTest
        @EnumSource
        void has_roles_that_are_found_by_their_code(Role role) {
            assertThat(Role.ofCode(role.code())).contains(role);
        }

        @Test
        void has_no_role_that_nobody_gave() {
            assertThat(Role.ofCode("emperor")).isEmpty();
        }
    }

    @Nested
    class Codes {
        @Test
        void of_kinds_and_roles_are_told_apart() {
            List<String> codes = new ArrayList<>();
            for (RequestType type : RequestType.values()) {
                codes.add(type.code());
            }
            for (Role role : Role.values()) {
                codes.add(role.code());
            }
            assertThat(codes).doesNotHaveDuplicates();
            assertThat(RequestType.ofCode("PRS")).contains(RequestType.PRESERVATION);
            assertThat(RequestType.ofCode("prs")).isEmpty();
        }
    }
}
