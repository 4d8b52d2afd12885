package comity.requests.identifiers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MentionsTest {
    @Nested
    class Pasted_log_lines {
        @Test
        void give_the_address_with_its_port_and_its_time() {
            assertThat(Mentions.in("""
                            event_utc,src_ip,src_port,dst_host,bytes_out,session
                            2027-03-12T22:58:31Z,198.51.100.23,40112,bucket-ward9.nimbus-harbour.example,18874368,s-01
                            2027-03-13T00:03:45Z,203.0.113.77,52990,bucket-ward9.nimbus-harbour.example,2097152,s-03
                            """))
                    .extracting(Mention::type, Mention::text, Mention::line)
                    .containsExactly(
                            tuple(IdentifierType.IPV4, "198.51.100.23", 2),
                            tuple(IdentifierType.DOMAIN, "bucket-ward9.nimbus-harbour.example", 2),
                            tuple(IdentifierType.IPV4, "203.0.113.77", 3));
        }

        @Test
        void keep_what_stands_beside_an_address() {
            Mention mention =
                    Mentions.in("2027-03-13T00:03:45Z,203.0.113.77,52990,x").getFirst();
            assertThat(mention.beside()).containsEntry("port", "52990").containsEntry("time", "2027-03-13T00:03:45Z");
        }

        @Test
        void prefer_the_place_that_says_more() {
            Mention mention = Mentions.in("seen from 203.0.113.77\nagain 203.0.113.77 sport=52990")
                    .getFirst();
            assertThat(mention.beside()).containsEntry("port", "52990");
            assertThat(mention.line()).isEqualTo(2);
        }
    }

    @Nested
    class A_note {
        @Test
        void gives_its_mailbox_but_not_its_file_names() {
            assertThat(Mentions.in("Ref: H0SP-7731, see ransom-note.txt\nWrite to r4m1.drop@pelicanmail.example"))
                    .extracting(Mention::text)
                    .containsExactly("r4m1.drop@pelicanmail.example");
        }

        @Test
        void gives_wallets_whose_checksum_holds_and_no_others() {
            assertThat(Mentions.in("send to 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa not 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb"))
                    .extracting(Mention::text)
                    .containsExactly("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa");
        }

        @Test
        void gives_each_kind_once() {
            String note = """
                    Message-ID: <x.1@mx.pelicanmail.example>
                    Call +44 20 7946 0958 or see https://lumo.example/people/anna.
                    Account: nh-7f31c2, phone MAC 00:1b:44:11:3a:b7, IPv6 2a00:1450::8
                    IBAN DE89 3704 0044 0532 0130 00, file 29a443db2575bc3ea8883f57b25450b51ef5fd5015d861286cd4ff05e6f675d4
                    """;
            assertThat(Mentions.in(note))
                    .extracting(Mention::type)
                    .containsExactlyInAnyOrder(
                            IdentifierType.MESSAGE_ID,
                            IdentifierType.PHONE,
                            IdentifierType.CONTENT_URL,
                            IdentifierType.ACCOUNT_ID,
                            IdentifierType.MAC,
                            IdentifierType.IPV6,
                            IdentifierType.PAYMENT_ACCOUNT,
                            IdentifierType.FILE_HASH);
        }

        @Test
        void of_plain_words_gives_nothing() {
            assertThat(Mentions.in("Fourteen patients were moved at 00:40. We ask you to keep the data."))
                    .isEmpty();
        }
    }
}
