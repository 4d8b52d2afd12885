package comity.law.treaty;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.Utf8;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTableTest {
    private final RegisterTable table = new RegisterTable(Registers.PROVISIONS);
    private final TreatyRegister published = new RegisterBook(Registers.PROVISIONS).published();

    private List<Complaint> complaints(String csv) {
        RegisterTable.Read read = table.read(Utf8.bytes(csv));
        assertThat(read).isInstanceOf(RegisterTable.Read.Refused.class);
        return ((RegisterTable.Read.Refused) read).complaints();
    }

    @Nested
    class A_table {
        @Test
        void holds_every_act_and_gives_it_back() {
            RegisterTable.Read read = table.read(table.write(published));
            assertThat(read).isEqualTo(new RegisterTable.Read.Whole(published.everything()));
        }

        @Test
        void runs_nothing_in_a_spreadsheet_and_loses_nothing() throws RegisterRefused {
            Registers registers = Registers.empty().acceded("XA", "2026-02-01");
            registers.act(new TreatyAct.Reservation(
                    new TreatyAct.Head(
                            "=HYPERLINK(\"x\")",
                            1,
                            registers.head("x", "XA", "2026-02-01").by(),
                            "unc",
                            When.parse("2026-02-01"),
                            new Provenance("+cmd", "@sum", Registers.AS_OF, Provenance.Confidence.SEEN, "-1")),
                    List.of("14"),
                    TreatyAct.Reservation.Effect.EXCLUDES,
                    Map.of("en", "no")));
            TreatyRegister register = registers.register();
            String csv = Utf8.text(table.write(register));
            assertThat(csv.lines().toList())
                    .noneMatch(line -> line.startsWith("=") || line.matches(".*,\"?[=+@-][^,]*.*"));
            assertThat(table.read(Utf8.bytes(csv))).isEqualTo(new RegisterTable.Read.Whole(register.everything()));
        }
    }

    @Nested
    class A_table_with_one_bad_row {
        private final String good = Utf8.text(table.write(published));

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02,RATIFICATION | qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02-30,RATIFICATION | on",
                    "qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02,RATIFICATION | qa.unc.deposit,1,Qatar,unc,DEPOSIT,2026-02,RATIFICATION | by",
                    "qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02,RATIFICATION | qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02,PROMISE | how",
                    "qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02,RATIFICATION | qa.unc.deposit,0,QA,unc,DEPOSIT,2026-02,RATIFICATION | version",
                    "qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02,RATIFICATION | ,1,QA,unc,DEPOSIT,2026-02,RATIFICATION | id",
                })
        void is_not_taken_at_all_and_names_row_and_column(String right, String wrong, String column) {
            String broken = good.replace(right, wrong);
            assertThat(broken).isNotEqualTo(good);
            assertThat(complaints(broken)).anySatisfy(complaint -> {
                assertThat(complaint.pointer()).matches("/\\d+/" + column);
            });
        }

        @Test
        void is_told_about_a_heading_that_is_not_ours() {
            assertThat(complaints("a,b,c\r\n1,2,3\r\n"))
                    .allSatisfy(complaint -> assertThat(complaint.pointer()).isEqualTo("/1"))
                    .extracting(Complaint::code)
                    .contains("heading-unknown", "heading-missing");
        }

        @Test
        void is_told_that_it_is_empty_or_no_table() {
            assertThat(complaints("")).hasSize(1);
            assertThat(complaints(good + "\"never closed")).isNotEmpty();
        }
    }
}
