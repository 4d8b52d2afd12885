package comity.law.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.Utf8;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterImportTest {
    private final RegisterImport imports = new RegisterImport(Registers.PROVISIONS);
    private final RegisterBook book = new RegisterBook(Registers.PROVISIONS);
    private final TreatyRegister published = book.published();
    private final String table = Utf8.text(new RegisterTable(Registers.PROVISIONS).write(published));
    private final String json = Utf8.text(book.write(published));

    private TreatyRegister taken(String file) {
        RegisterImport.Taken taken = imports.read(Utf8.bytes(file), published);
        assertThat(taken).isInstanceOf(RegisterImport.Taken.Whole.class);
        return ((RegisterImport.Taken.Whole) taken).register();
    }

    private List<Complaint> complaints(byte[] file) {
        RegisterImport.Taken taken = imports.read(file, published);
        assertThat(taken).isInstanceOf(RegisterImport.Taken.Refused.class);
        return ((RegisterImport.Taken.Refused) taken).complaints();
    }

    private static String changed(String file, String right, String wrong) {
        String changed = file.replace(right, wrong);
        assertThat(changed).isNotEqualTo(file);
        return changed;
    }

    @Nested
    class A_register {
        @Test
        void comes_back_as_it_was_from_table_and_from_book() {
            assertThat(book.write(taken(table))).isEqualTo(book.write(published));
            assertThat(book.write(taken("  \r\n" + json))).isEqualTo(book.write(published));
        }

        @Test
        void takes_a_new_row_of_a_table_and_is_as_new_as_its_newest_source() {
            String row = "fr.unc.deposit,1,FR,unc,DEPOSIT,2027-01-10,APPROVAL,,,,,,,,\"a depositary notification\",,"
                    + "2027-01-12,SEEN,\r\n";
            TreatyRegister register = taken(table + row);
            assertThat(register.act("fr.unc.deposit")).isPresent();
            assertThat(register.asOf()).isEqualTo("2027-01-12");
            assertThat(register.participants()).hasSameSizeAs(published.participants());
        }

        @Test
        void keeps_what_a_spreadsheet_would_run_as_a_text_and_gives_it_out_harmless() {
            String row = "fr.unc.note,1,FR,unc,DECLARATION,2026-03-01,,,,,,,,\"[en] =1+1\",=cmd|' /C calc'!A0,,"
                    + "2026-03-01,SEEN,-2\r\n";
            TreatyRegister register = taken(table + row);
            assertThat(register.act("fr.unc.note").orElseThrow().head().source().source())
                    .isEqualTo("=cmd|' /C calc'!A0");
            String out = Utf8.text(new RegisterTable(Registers.PROVISIONS).write(register));
            assertThat(out).contains("'=cmd|' /C calc'!A0", "'-2").doesNotContain(",=cmd");
        }
    }

    @Nested
    class One_that_is_wrong {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "DEPOSIT,2026-02,RATIFICATION | DEPOSIT,2025-02,RATIFICATION | on | register-instrument-before-signature",
                    "DEPOSIT,2026-02,RATIFICATION | DEPOSIT,2029-02,RATIFICATION | on | register-in-the-future",
                    "QA,unc,DEPOSIT,2026-02 | XG,unc,DEPOSIT,2026-02 | by | register-unknown-participant",
                    "QA,unc,DEPOSIT,2026-02 | QA,unb,DEPOSIT,2026-02 | instrument | register-unknown-instrument",
                    "qa.unc.deposit,1,QA | qa.unc.deposit,2,QA | version | register-versions-broken",
                    "qa.unc.deposit,1,QA | qa.unc.deposit,x,QA | version | not-a-number",
                    "DEPOSIT,2026-02,RATIFICATION | DEPOSIT,2026-02,PROMISE | how | word-unknown",
                    "DEPOSIT,2026-02,RATIFICATION | DEPOSIT,2026-02-30,RATIFICATION | on | not-a-date",
                    "DEPOSIT,2026-02,RATIFICATION | DEPOSIT,+999999999-12-31,RATIFICATION | on | not-a-date"
                })
        void names_row_column_and_reason_and_nothing_is_taken(String right, String wrong, String column, String code) {
            String broken = changed(table, right, wrong);
            int row = (int) table.lines()
                            .takeWhile(line -> !line.startsWith("qa.unc.deposit"))
                            .count()
                    + 1;
            assertThat(complaints(Utf8.bytes(broken))).anySatisfy(complaint -> {
                assertThat(complaint.pointer()).isEqualTo("/" + row + "/" + column);
                assertThat(complaint.code()).isEqualTo(code);
            });
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"on\":\"2026-02\" | \"on\":\"2026-13\" | /on | not-a-date",
                    "\"on\":\"2026-02\" | \"on\":\"+999999999-12-31\" | /on | not-a-date",
                    "\"act\":\"DEPOSIT\" | \"act\":\"PROMISE\" | /act | word-unknown",
                    "\"by\":\"QA\" | \"by\":\"Qatar\" | /by | state-unknown",
                    "\"version\":1 | \"version\":0 | /version | not-a-number",
                    "\"confidence\" | \"confidenz\" | /confidence | is-missing",
                    "\"on\":\"2026-02\" | \"on\":\"2025-02\" | '' | register-instrument-before-signature"
                })
        void names_the_place_in_a_book_and_the_reason(String right, String wrong, String field, String code) {
            String line = json.lines()
                    .filter(one -> one.contains("\"qa.unc.deposit\""))
                    .findFirst()
                    .orElseThrow();
            String broken = changed(json, line, changed(line, right, wrong));
            assertThat(complaints(Utf8.bytes(broken))).singleElement().satisfies(complaint -> {
                assertThat(complaint.pointer()).matches("/acts/\\d+" + field);
                assertThat(complaint.code()).isEqualTo(code);
            });
        }

        @Test
        void is_told_that_it_is_empty_or_not_text_or_under_other_headings() {
            assertThat(complaints(new byte[0])).extracting(Complaint::code).containsExactly("empty");
            assertThat(complaints(new byte[] {'i', 'd', (byte) 0xC3, '('}))
                    .extracting(Complaint::code)
                    .containsExactly("not-utf-8");
            assertThat(complaints(Utf8.bytes(table.replaceFirst("id,version", "version,id"))))
                    .extracting(Complaint::code)
                    .containsExactly("headings-in-order");
            assertThat(complaints(Utf8.bytes("id,colour\r\n")))
                    .extracting(Complaint::code)
                    .contains("heading-unknown", "heading-missing");
            assertThat(complaints(Utf8.bytes("{"))).extracting(Complaint::code).containsExactly("not-json");
        }
    }
}
