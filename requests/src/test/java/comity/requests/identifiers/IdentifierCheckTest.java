package comity.requests.identifiers;

import static comity.requests.identifiers.IdentifierType.*;
import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.Complaint.Weight;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierCheckTest {
    private static final IdentifierContext BARE = IdentifierContext.alone("/items/0");
    private static final IdentifierContext FULL =
            BARE.withService("Nimbus Harbour Cloud").withTime(true).withPort("52990");

    private static Checked check(IdentifierType type, String value) {
        return IdentifierCheck.check(type, value, BARE);
    }

    private static Checked checkFull(IdentifierType type, String value) {
        return IdentifierCheck.check(type, value, FULL);
    }

    private static List<String> codes(Checked checked) {
        return checked.complaints().stream().map(Complaint::code).toList();
    }

    @Nested
    class Anything {
        @ParameterizedTest
        @EnumSource
        void is_asked_for_when_it_is_left_out(IdentifierType type) {
            assertThat(codes(check(type, " \u200B "))).contains("identifier-missing");
        }

        @ParameterizedTest
        @EnumSource
        void never_makes_the_check_fail_whatever_is_typed(IdentifierType type) {
            List<String> typed = List.of(
                    "x",
                    "\u0000",
                    "a@b@c",
                    "::::",
                    "...",
                    "[",
                    "%",
                    "\uD83D",
                    "1".repeat(5000),
                    "xn--",
                    "..@..",
                    "ا",
                    "http://",
                    "0x",
                    "+",
                    "<>",
                    "1.2.3.4:",
                    "[::1]:",
                    "bc1",
                    "'; DROP TABLE x; --",
                    "\n",
                    "^",
                    "(((");
            for (String text : typed) {
                assertThat(check(type, text).complaints()).isNotNull();
            }
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CARD")
        void that_is_a_pattern_is_refused_because_it_asks_for_everybody(IdentifierType type) {
            assertThat(codes(check(type, "*@pelicanmail.example"))).contains("identifier-is-a-pattern");
            assertThat(codes(check(type, "@pelicanmail.example"))).contains("identifier-is-a-pattern");
        }

        @ParameterizedTest
        @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CARD")
        void is_refused_when_it_is_longer_than_any_identifier(IdentifierType type) {
            assertThat(codes(check(type, "a".repeat(2049)))).containsExactly("identifier-too-long");
        }

        @Test
        void loses_signs_that_nobody_sees_and_says_so() {
            Checked checked = checkFull(IPV4, "\u202A203.0.113.77\u202C");
            assertThat(checked.normalised()).isEqualTo("203.0.113.77");
            assertThat(codes(checked)).contains("hidden-characters");
        }

        @Test
        void points_to_the_field_that_is_meant() {
            assertThat(check(IPV4, "203.0.113.77").complaints())
                    .extracting(Complaint::pointer)
                    .contains("/items/0/port", "/items/0/from/text");
        }
    }

    @Nested
    class An_internet_address {
        @Test
        void without_port_and_time_finds_no_single_person() {
            assertThat(codes(check(IPV4, "192.0.43.8")))
                    .containsExactlyInAnyOrder("ip-without-time", "ip-without-port");
        }

        @Test
        void with_port_and_time_is_complete() {
            assertThat(checkFull(IPV4, "192.0.43.8").complaints()).isEmpty();
        }

        @Test
        void of_version_6_needs_no_port() {
            assertThat(IdentifierCheck.check(IPV6, "2A00:1450::8", BARE.withTime(true))
                            .complaints())
                    .isEmpty();
        }

        @Test
        void that_hides_version_4_in_version_6_needs_a_port_all_the_same() {
            Checked checked = IdentifierCheck.check(IPV6, "::ffff:192.0.43.8", BARE.withTime(true));
            assertThat(checked.normalised()).isEqualTo("192.0.43.8");
            assertThat(codes(checked)).containsExactlyInAnyOrder("ipv6-holds-ipv4", "ip-without-port");
        }

        @ParameterizedTest
        @CsvSource({
            "2001:DB8:0:0:0:0:0:1, 2001:db8::1",
            "2001:0db8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
            "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
            "::, ::",
            "1::, 1::",
            "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
            "fe80::1%eth0, fe80::1"
        })
        void of_version_6_has_one_form(String typed, String form) {
            assertThat(checkFull(IPV6, typed).normalised()).isEqualTo(form);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1:2:3:4:5:6:7", "1::2::3", "12345::", "g::", "1:2:3:4:5:6:7:8:9", ":1", "1.2.3.4::"})
        void of_version_6_is_refused_when_it_is_none(String typed) {
            assertThat(codes(checkFull(IPV6, typed))).contains("ipv6-malformed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"256.1.1.1", "1.2.3", "1.2.3.4.5", "1.2.3.x", "1..2.3"})
        void of_version_4_is_refused_when_it_is_none(String typed) {
            assertThat(codes(checkFull(IPV4, typed))).contains("ipv4-malformed");
        }

        @Test
        void with_leading_zeros_is_asked_again_because_some_programs_read_them_as_octal() {
            assertThat(codes(checkFull(IPV4, "010.0.0.1"))).contains("ip-leading-zeros");
        }

        @Test
        void of_a_whole_network_is_too_many_people() {
            assertThat(codes(checkFull(IPV4, "192.0.43.0/24"))).contains("ip-is-a-network");
            assertThat(codes(checkFull(IPV6, "2a00::/32"))).contains("ip-is-a-network");
        }

        @ParameterizedTest
        @CsvSource({"192.168.1.7, private", "100.64.0.1, shared", "127.0.0.1, loopback", "172.31.255.1, private"})
        void from_inside_a_network_is_warned_of(String typed, String use) {
            assertThat(checkFull(IPV4, typed).complaints())
                    .singleElement()
                    .satisfies(complaint -> assertThat(complaint.details()).containsEntry("use", use));
        }

        @Test
        void kept_for_examples_is_welcome_in_a_drill_only() {
            assertThat(codes(checkFull(IPV4, "203.0.113.77"))).containsExactly("ip-for-examples");
            assertThat(IdentifierCheck.check(IPV4, "203.0.113.77", FULL.inDrill(true))
                            .complaints())
                    .isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"192.0.43.8:52990, 192.0.43.8, 52990", "[2A00::1]:443, 2a00::1, 443"})
        void may_carry_its_port(String typed, String address, String port) {
            Checked checked = IdentifierCheck.check(IP_PORT, typed, BARE.withTime(true));
            assertThat(checked.normalised()).isEqualTo(address);
            assertThat(checked.parts()).containsEntry("port", port);
        }

        @Test
        void whose_two_ports_differ_is_asked_again() {
            assertThat(codes(checkFull(IP_PORT, "192.0.43.8:40112"))).contains("port-contradicts");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "65536", "http", "-1", "99999999"})
        void with_an_impossible_port_is_refused(String port) {
            assertThat(codes(IdentifierCheck.check(IPV4, "192.0.43.8", BARE.withPort(port))))
                    .contains("port-malformed");
        }

        @Test
        void with_the_port_of_a_web_server_is_probably_the_wrong_end() {
            assertThat(codes(IdentifierCheck.check(IPV4, "192.0.43.8", FULL.withPort("443"))))
                    .containsExactly("port-of-a-server");
        }

        @Test
        void that_an_analyst_made_harmless_is_read() {
            Checked checked = checkFull(IPV4, "192[.]0[.]43[.]8");
            assertThat(checked.normalised()).isEqualTo("192.0.43.8");
            assertThat(codes(checked)).containsExactly("defanged");
        }

        @Test
        void in_arabic_digits_is_read() {
            assertThat(checkFull(IPV4, "١٩٢.٠.٤٣.٨").normalised()).isEqualTo("192.0.43.8");
        }
    }

    @Nested
    class A_telephone_number {
        @ParameterizedTest
        @CsvSource({
            "+44 20 7946 0958, +442079460958",
            "0044 20-7946-0958, +442079460958",
            "+1 (202) 555-0143, +12025550143",
            "tel:+971501234567, +971501234567",
            "+٩٧١ ٥٠ ١٢٣ ٤٥٦٧, +971501234567"
        })
        void has_one_form(String typed, String form) {
            Checked checked = check(PHONE, typed);
            assertThat(checked.normalised()).isEqualTo(form);
            assertThat(checked.complaints()).isEmpty();
        }

        @Test
        void loses_the_zero_that_is_dialled_at_home_only() {
            Checked checked = check(PHONE, "+44 (0)20 7946 0958");
            assertThat(checked.normalised()).isEqualTo("+442079460958");
            assertThat(codes(checked)).containsExactly("phone-trunk-zero-dropped");
        }

        @Test
        void without_a_country_is_asked_for_and_never_guessed() {
            Checked checked = IdentifierCheck.check(PHONE, "020 7946 0958", BARE.withCallingCode("44"));
            assertThat(checked.isUsable()).isFalse();
            assertThat(checked.normalised()).isEqualTo("020 7946 0958");
            assertThat(checked.complaints().getFirst().details()).containsEntry("suggestion", "+442079460958");
        }

        @Test
        void is_refused_when_no_country_has_its_code() {
            assertThat(codes(check(PHONE, "+999123456789"))).containsExactly("phone-calling-code-unknown");
        }

        @Test
        void kept_for_examples_is_welcome_in_a_drill_only() {
            assertThat(IdentifierCheck.check(PHONE, "+9990010001", BARE.inDrill(true))
                            .complaints())
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"+49", "+491234567890123456", "call me", "+49 30 x12"})
        void is_refused_when_it_cannot_be_dialled(String typed) {
            assertThat(check(PHONE, typed).isUsable()).isFalse();
        }
    }

    @Nested
    class A_handset_or_subscription {
        @Test
        void has_a_check_digit_that_must_hold() {
            assertThat(check(IMEI, "49-015420-323751-8").normalised()).isEqualTo("490154203237518");
            assertThat(codes(check(IMEI, "490154203237517"))).containsExactly("imei-check-digit");
        }

        @Test
        void gets_the_check_digit_that_was_left_out() {
            Checked checked = check(IMEI, "49015420323751");
            assertThat(checked.normalised()).isEqualTo("490154203237518");
            assertThat(codes(checked)).containsExactly("imei-check-digit-added");
        }

        @Test
        void of_a_country_that_is_none_is_warned_of() {
            assertThat(codes(check(IMSI, "262011234567890"))).isEmpty();
            assertThat(codes(check(IMSI, "162011234567890"))).containsExactly("imsi-country-unknown");
            assertThat(codes(check(IMSI, "26201123"))).containsExactly("imsi-malformed");
        }

        @ParameterizedTest
        @CsvSource({"00-1B-44-11-3A-B7, 00:1b:44:11:3a:b7", "001b.4411.3ab7, 00:1b:44:11:3a:b7"})
        void has_a_hardware_address_in_one_form(String typed, String form) {
            assertThat(check(MAC, typed).normalised()).isEqualTo(form);
        }

        @Test
        void may_change_its_hardware_address_by_itself() {
            assertThat(codes(check(MAC, "02:1b:44:11:3a:b7"))).containsExactly("mac-may-be-random");
            assertThat(codes(check(MAC, "ff:ff:ff:ff:ff:ff"))).containsExactly("mac-names-no-device");
        }

        @Test
        void whose_advertising_number_was_wiped_is_nobody() {
            assertThat(codes(checkFull(DEVICE_ID, "00000000-0000-0000-0000-000000000000")))
                    .containsExactly("device-id-empty");
        }
    }

    @Nested
    class A_mailbox {
        @Test
        void keeps_its_name_and_has_its_domain_in_one_form() {
            assertThat(check(EMAIL, "R4m1.Drop@PelicanMail.Example").normalised())
                    .isEqualTo("R4m1.Drop@pelicanmail.example");
        }

        @Test
        void shows_the_digit_that_stands_for_a_letter() {
            Checked checked = check(EMAIL, "billing@northquay-supp1y.example");
            assertThat(codes(checked)).containsExactly("lookalike-digits");
            assertThat(checked.lookalikes()).containsExactly(new Lookalike(14, "1", "l", "Digit"));
            assertThat(checked.complaints().getFirst().details()).containsEntry("readsAs", "northquay-supply.example");
        }

        @Test
        void shows_letters_of_another_script() {
            Checked checked = check(EMAIL, "billing@p\u0430yp\u0430l.example");
            assertThat(codes(checked)).contains("lookalike-letters", "domain-decoded");
            assertThat(checked.normalised()).isEqualTo("billing@xn--pypl-53dc.example");
            assertThat(checked.lookalikes())
                    .hasSize(2)
                    .allMatch(sign -> sign.script().equals("Cyrillic"));
        }

        @Test
        void loses_the_display_name_beside_it() {
            Checked checked = check(EMAIL, "\"Accounts\" <pay@pelicanmail.example>");
            assertThat(checked.normalised()).isEqualTo("pay@pelicanmail.example");
            assertThat(codes(checked)).containsExactly("display-name-dropped");
        }

        @Test
        void is_not_a_display_name() {
            assertThat(codes(check(EMAIL, "Accounts Department"))).containsExactly("display-name-only");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "a@", "a@b", "a..b@c.example", ".a@c.example", "a b@c.example", "a@-c.example"})
        void is_refused_when_nothing_can_be_delivered_to_it(String typed) {
            assertThat(check(EMAIL, typed).isUsable()).isFalse();
        }

        @Test
        void has_messages_with_ids_in_one_form() {
            assertThat(check(MESSAGE_ID, "Message-ID: <a.1@mx.pelicanmail.example>")
                            .normalised())
                    .isEqualTo("<a.1@mx.pelicanmail.example>");
            assertThat(check(MESSAGE_ID, "<no id>").isUsable()).isFalse();
        }
    }

    @Nested
    class A_domain {
        @Test
        void in_its_coded_form_is_shown_in_letters() {
            Checked checked = check(DOMAIN, "xn--bcher-kva.example");
            assertThat(checked.decoded()).contains("bücher.example");
            assertThat(checked.normalised()).isEqualTo("xn--bcher-kva.example");
            assertThat(codes(checked)).containsExactly("domain-decoded");
        }

        @Test
        void in_one_script_is_no_trick_though_some_letters_have_twins() {
            assertThat(codes(check(DOMAIN, "почта.example"))).containsExactly("domain-decoded");
            assertThat(codes(check(DOMAIN, "日本語サイト.example"))).containsExactly("domain-decoded");
        }

        @Test
        void whose_every_letter_has_a_latin_twin_is_a_trick() {
            // All Cyrillic, and reads as a Latin word.
            assertThat(codes(check(DOMAIN, "\u0441\u043E\u0440\u0435.example"))).contains("lookalike-letters");
        }

        @Test
        void that_mixes_scripts_is_a_trick_though_one_letter_has_no_twin() {
            Checked checked = check(DOMAIN, "p\u0430y\u043Fal.example");
            assertThat(checked.lookalikes()).containsExactly(new Lookalike(1, "\u0430", "a", "Cyrillic"));
            assertThat(codes(checked)).contains("lookalike-letters");
        }

        @Test
        void is_taken_out_of_an_address_of_the_web() {
            assertThat(check(DOMAIN, "https://Shop.Example/cart?x=1").normalised())
                    .isEqualTo("shop.example");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"localhost", "a_b.example", "-a.example", "a..b", "1.2.3.4", "xn--a", "two words.example"})
        void is_refused_when_it_is_none(String typed) {
            assertThat(check(DOMAIN, typed).isUsable()).isFalse();
        }
    }

    @Nested
    class A_web_address {
        @Test
        void keeps_its_path_as_it_is() {
            Checked checked = check(PROFILE_URL, "HTTPS://Lumo.Example/People/Anna-K?tab=2");
            assertThat(checked.normalised()).isEqualTo("https://lumo.example/People/Anna-K?tab=2");
            assertThat(checked.complaints()).isEmpty();
        }

        @Test
        void of_a_front_page_names_nobody() {
            assertThat(codes(check(PROFILE_URL, "https://lumo.example/"))).containsExactly("url-names-nobody");
        }

        @Test
        void that_only_sends_on_must_be_followed_first() {
            assertThat(codes(check(CONTENT_URL, "https://bit.ly/3xyz"))).containsExactly("url-shortened");
        }

        @Test
        void never_carries_a_password_on() {
            Checked checked = check(CONTENT_URL, "https://anna:secret@lumo.example/p/1");
            assertThat(checked.normalised()).isEqualTo("https://lumo.example/p/1");
            assertThat(checked.complaints().toString()).doesNotContain("secret");
        }

        @Test
        void gets_the_scheme_that_was_left_out() {
            assertThat(check(PROFILE_URL, "lumo.example/anna").normalised()).isEqualTo("https://lumo.example/anna");
        }

        @ParameterizedTest
        @ValueSource(strings = {"javascript:alert(1)", "ftp://lumo.example/a", "https://", "https://lumo.example/a b"})
        void is_refused_when_nobody_can_open_it(String typed) {
            assertThat(check(PROFILE_URL, typed).isUsable()).isFalse();
        }
    }

    @Nested
    class An_account {
        @Test
        void needs_its_platform() {
            assertThat(codes(check(ACCOUNT_ID, "nh-7f31c2"))).containsExactly("platform-missing");
            assertThat(codes(checkFull(ACCOUNT_ID, "nh-7f31c2"))).isEmpty();
        }

        @Test
        void is_not_what_somebody_is_called() {
            assertThat(codes(checkFull(USER_NAME, "Anna K."))).contains("display-name-only");
        }

        @Test
        void of_a_user_loses_its_at_sign() {
            assertThat(checkFull(USER_NAME, "@annak").normalised()).isEqualTo("annak");
        }
    }

    @Nested
    class A_card {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "4111111111111111",
                    "4111 1111 1111 1111",
                    "4111-1111-1111-1111",
                    "4111.1111.1111.1112",
                    "no. 4111 1111 1111 1111 exp 12/29",
                    "٤١١١١١١١١١١١١١١١"
                })
        void is_never_kept_with_all_its_digits(String typed) {
            Checked checked = check(CARD, typed);
            assertThat(checked.isUsable()).isFalse();
            assertThat(checked.keepable()).isFalse();
            assertThat(checked.toString().replaceAll("[^0-9]", "")).doesNotContain("411111111111111");
        }

        @ParameterizedTest
        @EnumSource(names = {"PAYMENT_ACCOUNT", "OTHER"})
        void is_not_kept_under_another_name_either(IdentifierType type) {
            Checked checked = checkFull(type, "5555 5555 5555 4444");
            assertThat(checked.keepable()).isFalse();
            assertThat(codes(checked)).contains("card-full-number");
            assertThat(checked.toString()).doesNotContain("5555 5555");
        }

        @ParameterizedTest
        @ValueSource(strings = {"411111******1111", "411111 1111", "4111 11** **** 1111", "BIN 411111 last 1111"})
        void is_named_by_its_first_six_and_last_four(String typed) {
            Checked checked = check(CARD, typed);
            assertThat(checked.normalised()).isEqualTo("411111******1111");
            assertThat(checked.complaints()).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "see 1 4111 1111 1111 1111 there, see 1 411111******1111 there",
            "12 4111111111111111, 12 411111******1111",
            "3782 822463 10005 and 5555-5555-5555-4444, 378282******0005 and 555555******4444",
            "٤١١١١١١١١١١١١١١١, 411111******1111",
            "no card: 4111 1111 1111 1112, no card: 4111 1111 1111 1112",
            "account 4111111111111111111, account 4111111111111111111"
        })
        void is_cut_to_its_ends_wherever_it_stands(String text, String masked) {
            assertThat(CardNumbers.masked(text)).isEqualTo(masked);
        }

        @Test
        void is_only_warned_of_where_a_platform_may_count_so() {
            Checked checked = checkFull(ACCOUNT_ID, "4111111111111111");
            assertThat(codes(checked)).containsExactly("looks-like-card-number");
            assertThat(checked.isUsable()).isTrue();
        }

        @Test
        void by_its_last_four_alone_is_many_cards() {
            assertThat(codes(check(CARD, "1111"))).containsExactly("card-without-bank-digits");
        }
    }

    @Nested
    class A_bank_account {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GB82 WEST 1234 5698 7654 32",
                    "DE89370400440532013000",
                    "FR14 2004 1010 0505 0001 3M02 606",
                    "IBAN: SA03 8000 0000 6080 1016 7519"
                })
        void is_accepted_when_its_check_digits_hold(String typed) {
            assertThat(check(PAYMENT_ACCOUNT, typed).complaints()).isEmpty();
        }

        @Test
        void with_one_wrong_digit_is_refused() {
            assertThat(codes(check(PAYMENT_ACCOUNT, "DE89370400440532013001"))).containsExactly("iban-check-digits");
        }

        @Test
        void with_a_digit_too_few_is_told_so() {
            assertThat(codes(check(PAYMENT_ACCOUNT, "DE8937040044053201300"))).containsExactly("iban-length");
        }

        @Test
        void of_the_demo_is_accepted_in_a_drill_only() {
            String demo = "XF00 DEMO 0188 0000 0001";
            assertThat(IdentifierCheck.check(PAYMENT_ACCOUNT, demo, BARE.inDrill(true))
                            .complaints())
                    .isEmpty();
            assertThat(check(PAYMENT_ACCOUNT, demo).isUsable()).isFalse();
        }
    }

    @Nested
    class A_file {
        @Test
        void is_named_by_its_digest_in_one_form() {
            Checked checked =
                    check(FILE_HASH, "SHA256: 29A443DB2575BC3EA8883F57B25450B51EF5FD5015D861286CD4FF05E6F675D4");
            assertThat(checked.parts()).containsEntry("algorithm", "sha256");
            assertThat(checked.complaints()).isEmpty();
        }

        @Test
        void that_is_empty_stands_for_a_failed_copy() {
            assertThat(codes(check(FILE_HASH, "d41d8cd98f00b204e9800998ecf8427e")))
                    .containsExactly("hash-of-nothing");
        }

        @Test
        void under_an_old_digest_is_taken_with_advice() {
            assertThat(check(FILE_HASH, "0cc175b9c0f1b6a831c399e269772661").complaints())
                    .singleElement()
                    .satisfies(complaint -> assertThat(complaint.weight()).isEqualTo(Weight.ADVISES));
        }

        @Test
        void whose_digest_has_another_length_than_it_says_is_refused() {
            assertThat(check(FILE_HASH, "sha256:0cc175b9c0f1b6a831c399e269772661")
                            .isUsable())
                    .isFalse();
        }
    }
}
