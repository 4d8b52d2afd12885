package comity.law.offence.book;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Element;
import comity.law.offence.Elements;
import comity.law.offence.InForce;
import comity.law.offence.InterceptionRange;
import comity.law.offence.Limitation;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.Penalty;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import comity.law.offence.ProvisionText;
import comity.law.offence.ProvisionText.TextStanding;
import comity.law.offence.Relation;
import comity.law.offence.Rule;
import comity.law.offence.Vouching;
import comity.law.offence.Vouching.Voucher;
import comity.testkit.Chance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {
    private static final String CSV = """
            row,state,languages,asOf,complete,interception,verifiedBy,verifier,verifiedOn,source,rule,position,offences,\
            citation,provision,from,to,penalty,limitation,incorporates,replaces,language,standing,title,text,element,\
            relation,demand,wording
            law,XB,en fr,2027-02-02,yes,all,STATE,legal adviser,2027-02-01,Gazette 7,,,,,,,,,,,,,,,,,,,
            rule,,,,,,,,,,attempt,YES,unc.7 unc.10,s. 4,,,,,,,,,,,,,,,
            provision,,,,,,STATE,legal adviser,2027-01-05,Gazette 7,,,,Penal Code s. 1,XB.penal.1,2019-01-01,,P6Y,P10Y,,\
            ,,,,,,,,
            text,,,,,,,,,,,,,,XB.penal.1,,,,,,,en,ORIGINAL,Unlawful access,Whoever enters a system is punished.,,,,
            element,,,,,,,,,,,,,,XB.penal.1,,,,,,,,,,,unc.7/act,COVERS,,enters
            """;

    private final Elements elements = Elements.load();
    private final BookReader reader = new BookReader(elements, DualCriminalityRules.load());

    private BookReading csv(String text) {
        return reader.read(BookForm.CSV, Utf8.bytes(text));
    }

    private static NationalLaw whole(BookReading reading) {
        assertThat(reading.complaints().stream().filter(one -> one.weight() == Complaint.Weight.BLOCKS))
                .isEmpty();
        assertThat(reading).isInstanceOf(BookReading.Whole.class);
        return ((BookReading.Whole) reading).book();
    }

    private static List<String> refused(BookReading reading) {
        assertThat(reading).isInstanceOf(BookReading.Refused.class);
        return reading.complaints().stream()
                .filter(one -> one.weight() == Complaint.Weight.BLOCKS)
                .map(one -> one.pointer() + " " + one.code())
                .toList();
    }

    private String json() {
        return BookWriter.write(BookForm.JSON, whole(csv(CSV)));
    }

    @Nested
    class A_whole_book {
        @Test
        void is_read_from_csv() {
            NationalLaw law = whole(csv(CSV));
            assertThat(law.state()).isEqualTo(new StateCode("XB"));
            assertThat(law.complete()).isTrue();
            assertThat(law.rule("attempt").orElseThrow().offences()).containsExactly("unc.7", "unc.10");
            Provision provision = law.provisions().getFirst();
            assertThat(provision.maximumPenalty().code()).isEqualTo("P6Y");
            assertThat(provision.original().text()).isEqualTo("Whoever enters a system is punished.");
            assertThat(provision.mappings())
                    .containsExactly(new Mapping("unc.7/act", Relation.COVERS, Optional.empty(), "enters"));
        }

        @Test
        void is_the_same_in_json() {
            assertThat(whole(reader.read(BookForm.JSON, Utf8.bytes(json())))).isEqualTo(whole(csv(CSV)));
        }

        @Test
        void may_have_a_provision_without_penalty_and_says_so() {
            BookReading reading = csv(CSV.replace("P6Y", ""));
            assertThat(whole(reading).provisions().getFirst().maximumPenalty()).isEqualTo(Penalty.Plain.NOT_KNOWN);
            assertThat(reading.complaints()).singleElement().satisfies(warning -> {
                assertThat(warning.code()).isEqualTo("penalty-not-known");
                assertThat(warning.pointer()).isEqualTo("/4/penalty");
            });
        }

        @Test
        void may_come_from_a_spreadsheet_with_a_byte_order_mark_and_empty_rows() {
            whole(csv("\uFEFF" + CSV.replace("\n", "\r\n") + ",".repeat(28) + "\r\n"));
        }
    }

    @Nested
    class One_bad_row {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "law,XB,|law,ZZ,|/2/state state-unknown",
                    "law,XB,|law,xb,|/2/state state-unknown",
                    "law,XB,|law,,|/2/state is-missing",
                    "2027-02-02|2027-02-30|/2/asOf not-a-date",
                    "2027-02-02|0001-02-03|/2/asOf not-a-date",
                    "2027-02-02|2026-12-31|/2/asOf verified-after-the-book",
                    "2027-02-01|''|/2/verifiedOn is-missing",
                    ",yes,|,perhaps,|/2/complete not-yes-or-no",
                    ",all,|,unc.6,|/2/interception offence-unknown",
                    "en fr|en Français|/2/languages not-a-language",
                    "attempt|atempt|/3/rule rule-unknown",
                    "attempt|dual-criminality/tea|/3/rule rule-unknown",
                    "unc.7 unc.10|unc.7 unc.99|/3/offences offence-unknown",
                    "2019-01-01,,|2019-01-01,2018-12-31,|/4/to ends-before-it-begins",
                    "P6Y|six years|/4/penalty not-a-penalty",
                    "P6Y|P0Y|/4/penalty not-a-penalty",
                    "P10Y|-1|/4/limitation not-a-limitation",
                    "P10Y,,|P10Y,XB.penal.2,|/4/incorporates provision-unknown",
                    "P10Y,,|P10Y,XB.penal.1,|/4/incorporates leads-back",
                    "2019-01-01,,P6Y,P10Y,,|2019-01-01,,P6Y,P10Y,,XB.penal.9|/4/replaces provision-unknown",
                    "Penal Code s. 1||/4/citation is-missing",
                    "ORIGINAL|OFFICIAL|/4/provision one-original-text",
                    "Unlawful access||/5/title is-missing",
                    "unc.7/act|unc.7/acting|/6/element element-unknown",
                    "COVERS|MOSTLY|/6/relation word-unknown",
                    "COVERS,,enters|COVERS,,|/6/wording is-missing",
                    "COVERS,,enters|COVERS,harm,enters|/6/demand demand-without-more",
                    "COVERS,,enters|COVERS_AND_DEMANDS_MORE,,enters|/6/demand is-missing",
                    "element,,,|element,XB,,|/6/state column-not-of-row",
                    "element,,,|elment,,,|/6/row row-unknown",
                })
        void refuses_the_whole_book_by_row_column_and_reason(String good, String bad, String complaint) {
            assertThat(CSV).contains(good);
            String broken = CSV.replaceFirst(Pattern.quote(good), bad == null ? "" : bad);
            assertThat(refused(csv(broken))).contains(complaint);
        }

        @Test
        void may_be_the_headings() {
            assertThat(refused(csv(CSV.replace("demand,wording", "demand,words"))))
                    .containsExactlyInAnyOrder("/1 heading-unknown", "/1 heading-missing");
            assertThat(refused(csv(CSV.replace("demand,wording", "wording,wording"))))
                    .containsExactlyInAnyOrder("/1 heading-twice", "/1 heading-missing");
        }

        @Test
        void is_told_together_with_all_the_others() {
            String broken = CSV.replace("P6Y", "six")
                    .replace("unc.7/act", "unc.7/acting")
                    .replace(",XB,", ",ZZ,");
            assertThat(refused(csv(broken)))
                    .contains("/2/state state-unknown", "/4/penalty not-a-penalty", "/6/element element-unknown");
        }

        @Test
        void may_have_too_few_cells() {
            assertThat(refused(csv(CSV + "rule,attempt\n"))).containsExactly("/7 cells-of-row");
        }

        @Test
        void may_be_there_twice() {
            List<String> rows = CSV.lines().toList();
            assertThat(refused(csv(CSV + rows.get(1) + "\n"))).containsExactly("/7 law-twice");
            assertThat(refused(csv(CSV + rows.get(2) + "\n"))).containsExactly("/7/rule rule-twice");
            assertThat(refused(csv(CSV + rows.get(3) + "\n"))).containsExactly("/7/provision provision-twice");
            assertThat(refused(csv(CSV + rows.get(4) + "\n"))).contains("/7/language language-twice");
            assertThat(refused(csv(CSV + rows.get(5) + "\n"))).containsExactly("/7/element element-twice");
        }

        @Test
        void may_belong_to_another_state() {
            assertThat(refused(csv(CSV.replace("XB.penal.1", "XA.penal.1"))))
                    .containsExactly("/2/state provision-of-another-state");
        }

        @Test
        void may_replace_a_provision_that_still_stands() {
            String second = CSV.lines().toList().get(3).replace("XB.penal.1", "XB.penal.2")
                    + "\n"
                    + CSV.lines().toList().get(4).replace("XB.penal.1", "XB.penal.2")
                    + "\n";
            String replacing = CSV.replace("P10Y,,,", "P10Y,,XB.penal.2,");
            assertThat(refused(csv(replacing + second))).containsExactly("/4/replaces replaced-and-still-in-force");
            assertThat(whole(csv(replacing + second.replace("2019-01-01,,", "2009-01-01,2018-12-31,")))
                            .provisions())
                    .hasSize(2);
        }
    }

    @Nested
    class A_reference_that_leads_back {
        private String provision(String id, String incorporates) {
            List<String> rows = CSV.lines().toList();
            return rows.get(3).replace("XB.penal.1", id).replace("P10Y,,", "P10Y," + incorporates + ",")
                    + "\n"
                    + rows.get(4).replace("XB.penal.1", id)
                    + "\n";
        }

        @Test
        void is_told_with_the_whole_circle() {
            String head = String.join("\n", CSV.lines().toList().subList(0, 3)) + "\n";
            BookReading reading =
                    csv(head + provision("XB.a", "XB.b") + provision("XB.b", "XB.c") + provision("XB.c", "XB.a"));
            assertThat(refused(reading)).containsExactly("/8/incorporates leads-back");
            assertThat(reading.complaints())
                    .anySatisfy(one -> assertThat(one.details().get("value")).isEqualTo("XB.a → XB.b → XB.c → XB.a"));
        }

        @Test
        void is_not_seen_in_a_long_chain_or_in_two_ways_to_the_same_provision() {
            StringBuilder book =
                    new StringBuilder(String.join("\n", CSV.lines().toList().subList(0, 3)) + "\n");
            int length = 3000;
            for (int i = 0; i < length; i++) {
                book.append(provision("XB.p" + i, i + 2 < length ? "XB.p" + (i + 1) + " XB.p" + (i + 2) : ""));
            }
            assertThat(whole(csv(book.toString())).provisions()).hasSize(length);
        }
    }

    @Nested
    class Hostile_bytes {
        @Test
        void that_are_too_many_are_refused() {
            assertThat(refused(reader.read(BookForm.CSV, new byte[(16 << 20) + 1])))
                    .containsExactly(" too-large");
        }

        @Test
        void that_are_not_text_are_refused() {
            assertThat(refused(reader.read(BookForm.JSON, new byte[] {(byte) 0xC3, 0x28})))
                    .containsExactly(" not-utf-8");
            assertThat(refused(csv(CSV.replace("enters a", "enters \0 a")))).containsExactly("/5/text hidden-signs");
            assertThat(refused(csv(CSV.replace("enters a", "enters \u202E a"))))
                    .containsExactly("/5/text hidden-signs");
        }

        @Test
        void with_a_cell_too_long_are_refused() {
            assertThat(refused(csv(CSV.replace("Whoever", "W".repeat(20_001))))).containsExactly("/5/text too-long");
        }

        @Test
        void that_are_wrong_throughout_are_told_so_far_as_a_person_reads() {
            String row = CSV.lines().toList().get(5).replace("unc.7/act", "unc.7/acting") + "\n";
            assertThat(csv(CSV + row.repeat(5000)).complaints()).hasSize(201);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\"", "row\n", "a,b\n\"x", "row,row\n", "\uFEFF"})
        void that_are_no_book_are_refused_as_csv(String text) {
            assertThat(refused(csv(text))).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "[]", "{", "null", "{}", "{\"format\":1}", "[[[[", "{\"law\":[],\"provisions\":{}}"})
        void that_are_no_book_are_refused_as_json(String text) {
            assertThat(refused(reader.read(BookForm.JSON, Utf8.bytes(text)))).isNotEmpty();
        }

        @ParameterizedTest
        @EnumSource(BookForm.class)
        void that_are_a_book_changed_by_chance_are_read_or_refused_and_nothing_else(BookForm form) {
            byte[] good = Utf8.bytes(form == BookForm.CSV ? CSV : json());
            Chance.times(1500, chance -> {
                byte[] bytes = Arrays.copyOf(good, chance.onceIn(4) ? chance.number(0, good.length) : good.length);
                for (int i = 0; bytes.length > 0 && i < chance.number(1, 6); i++) {
                    bytes[chance.number(0, bytes.length - 1)] = (byte) chance.number(-128, 127);
                }
                assertThat(reader.read(form, bytes)).isNotNull();
            });
        }
    }

    @Nested
    class A_json_book {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "\"complete\" : true|\"complete\" : \"yes\"|/law/complete wrong-kind",
                    "\"penalty\" : \"P6Y\"|\"penalty\" : 6|/provisions/0/penalty wrong-kind",
                    "\"penalty\"|\"penalties\"|/provisions/0/penalties field-unknown",
                    "\"penalty\" : \"P6Y\"|\"a/b\" : 1|/provisions/0/a~1b field-unknown",
                    "national-law/1|national-law/2|/format format-unknown",
                    "\"relation\" : \"COVERS\"|\"relation\" : \"covers\"|/provisions/0/elements/0/relation word-unknown",
                    "\"texts\" : [|\"texts\" : 1, \"elements2\" : [|/provisions/0/texts wrong-kind",
                    "\"law\" : {|\"law\" : 3, \"laws\" : {|/law wrong-kind"
                })
        void is_refused_by_pointer_and_reason(String good, String bad, String complaint) {
            String json = json();
            assertThat(json).contains(good);
            BookReading reading = reader.read(BookForm.JSON, Utf8.bytes(json.replaceFirst(Pattern.quote(good), bad)));
            assertThat(refused(reading)).contains(complaint);
        }
    }

    @Nested
    class A_spreadsheet {
        @Test
        void finds_no_formula_in_what_was_written_and_loses_no_sign() throws Exception {
            for (String text : List.of(
                    "=HYPERLINK(\"http://x.example\")",
                    "+1",
                    "-1",
                    "@SUM(A1)",
                    "\t=1",
                    "'=1",
                    "''",
                    "'quoted'",
                    "＝1",
                    "\"=1",
                    "a,b\nc\"d")) {
                NationalLaw book = withText(whole(csv(CSV)), text);
                String written = BookWriter.write(BookForm.CSV, book);
                try (CSVParser parser = CSVParser.parse(written.substring(1), CSVFormat.RFC4180)) {
                    assertThat(parser.getRecords().stream().flatMap(row -> row.stream()))
                            .noneMatch(cell -> cell.matches("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*"));
                }
                assertThat(whole(csv(written))).isEqualTo(book);
            }
        }

        private static NationalLaw withText(NationalLaw law, String text) {
            Provision old = law.provisions().getFirst();
            Provision changed = new Provision(
                    old.id(),
                    old.citation(),
                    List.of(new ProvisionText("en", TextStanding.ORIGINAL, "Title", text)),
                    old.inForce(),
                    old.maximumPenalty(),
                    old.limitation(),
                    old.incorporates(),
                    old.replaces(),
                    old.mappings(),
                    old.vouching());
            return new NationalLaw(
                    law.state(),
                    law.languages(),
                    law.asOf(),
                    law.complete(),
                    law.interception(),
                    law.rules(),
                    List.of(changed),
                    law.vouching());
        }
    }

    @Nested
    class Any_book {
        private static final String SIGNS = "ab=+-@'\"\n, éж中ع;|\\";

        private final List<String> ids = elements.all().stream()
                .flatMap(offence -> offence.elements().stream())
                .map(Element::id)
                .toList();

        private String words(Chance chance) {
            return chance.oneOf(List.of("x", "=", "'", "-", "ع")) + chance.text(chance.number(0, 12), SIGNS) + "x";
        }

        private Vouching vouching(Chance chance) {
            return chance.onceIn(3)
                    ? new Vouching(Voucher.NOBODY, "", Optional.empty(), words(chance))
                    : new Vouching(Voucher.PERSON, words(chance), Optional.of(day(chance)), words(chance));
        }

        private LocalDate day(Chance chance) {
            return LocalDate.of(chance.number(1900, 2026), chance.number(1, 12), chance.number(1, 28));
        }

        private Provision provision(Chance chance, int number) {
            LocalDate from = day(chance);
            List<String> some = new ArrayList<>(ids);
            chance.shuffle(some);
            List<Mapping> mappings = new ArrayList<>();
            for (String id : some.subList(0, chance.number(0, 6))) {
                Relation relation = chance.oneOf(List.of(Relation.values()));
                mappings.add(new Mapping(
                        id,
                        relation,
                        relation == Relation.COVERS_AND_DEMANDS_MORE ? Optional.of("serious-harm") : Optional.empty(),
                        words(chance)));
            }
            return new Provision(
                    new ProvisionId("XB.law." + number),
                    words(chance),
                    List.of(
                            new ProvisionText("en", TextStanding.ORIGINAL, words(chance), words(chance)),
                            new ProvisionText(
                                    "ar",
                                    chance.oneOf(List.of(TextStanding.OFFICIAL, TextStanding.UNVERIFIED)),
                                    words(chance),
                                    words(chance))),
                    new InForce(
                            from,
                            chance.onceIn(2) ? Optional.empty() : Optional.of(from.plusDays(chance.number(0, 99)))),
                    Penalty.parse(chance.oneOf(
                                    List.of("P4Y", "P6M", "P2Y6M", "LIFE", "FINE_ONLY", "NOT_KNOWN", "DEATH")))
                            .orElseThrow(),
                    Limitation.parse(chance.oneOf(List.of("P10Y", "NEVER", "NOT_KNOWN")))
                            .orElseThrow(),
                    number > 0 && chance.onceIn(3)
                            ? List.of(new ProvisionId("XB.law." + chance.number(0, number - 1)))
                            : List.of(),
                    Optional.empty(),
                    mappings,
                    vouching(chance));
        }

        @ParameterizedTest
        @EnumSource(BookForm.class)
        void is_read_as_it_was_written(BookForm form) {
            Chance.times(150, chance -> {
                List<Provision> provisions = new ArrayList<>();
                for (int i = 0; i < chance.number(0, 6); i++) {
                    provisions.add(provision(chance, i));
                }
                NationalLaw book = new NationalLaw(
                        new StateCode("XB"),
                        List.of("en", "zh-Hans"),
                        LocalDate.parse("2027-02-02"),
                        chance.onceIn(2),
                        chance.oneOf(List.of(
                                new InterceptionRange.All(),
                                new InterceptionRange.NotKnown(),
                                new InterceptionRange.Listed(Set.of("unc.7", "unc.14")))),
                        List.of(new Rule("dual-criminality/stored-data", Rule.Position.NO, List.of(), words(chance))),
                        provisions,
                        vouching(chance));
                assertThat(whole(reader.read(form, Utf8.bytes(BookWriter.write(form, book)))))
                        .isEqualTo(book);
            });
        }
    }
}
