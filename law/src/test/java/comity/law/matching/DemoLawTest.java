package comity.law.matching;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.Law;
import comity.law.matching.Answer.Kind;
import comity.law.matching.Conduct.Act;
import comity.law.matching.Conduct.Alleged;
import comity.law.offence.DualCriminalityRules;
import comity.law.offence.Element;
import comity.law.offence.Elements;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionText.TextStanding;
import comity.law.offence.Relation;
import comity.law.offence.Standing;
import comity.law.offence.book.BookForm;
import comity.law.offence.book.BookReader;
import comity.law.offence.book.BookReading;
import comity.law.offence.book.BookWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The codes of the demo world, and what they are there to teach.
class DemoLawTest {
    private static final LocalDate DAY = LocalDate.parse("2027-03-13");
    private static final Elements ELEMENTS = Elements.load();
    private static final BookReader READER = new BookReader(ELEMENTS, DualCriminalityRules.load());
    private static final List<NationalLaw> BOOKS = Stream.of("XA", "XB", "XC", "XD", "XE", "XF", "XG")
            .map(state -> ((BookReading.Whole) read(state)).book())
            .toList();
    private static final OffenceCatalogue CATALOGUE = OffenceCatalogue.of(ELEMENTS, BOOKS);

    private static BookReading read(String state) {
        Path folder = Path.of(System.getProperty("comity.root"), "node/src/main/resources/comity/node/demo/law");
        try {
            BookReading reading = READER.read(BookForm.JSON, Files.readAllBytes(folder.resolve(state + ".json")));
            assertThat(reading.complaints().stream().filter(one -> one.weight() == Complaint.Weight.BLOCKS))
                    .as(state)
                    .isEmpty();
            return reading;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Provision> provisions() {
        return BOOKS.stream().flatMap(book -> book.provisions().stream());
    }

    private static Opinion match(String first, String second, LocalDate day, Set<String> shown, Alleged... as) {
        Conduct conduct = new Conduct(
                "a case of the demo", Part.COMMITTED, List.of(new Act("act", List.of(as))), shown, Set.of());
        return new Matcher(CATALOGUE).match(conduct, new StateCode(first), new StateCode(second), day);
    }

    @Nested
    class The_books {
        @ParameterizedTest
        @ValueSource(strings = {"XA", "XB", "XC", "XD", "XE", "XF", "XG"})
        void are_the_same_in_both_forms(String state) {
            NationalLaw book = CATALOGUE.law(new StateCode(state)).orElseThrow();
            for (BookForm form : BookForm.values()) {
                BookReading again = READER.read(form, Utf8.bytes(BookWriter.write(form, book)));
                assertThat(((BookReading.Whole) again).book()).isEqualTo(book);
            }
        }

        @Test
        void quote_only_words_that_stand_in_the_law() {
            provisions()
                    .forEach(provision -> assertThat(provision.mappings())
                            .as(provision.id().id())
                            .allSatisfy(mapping ->
                                    assertThat(provision.original().text()).contains(mapping.wording())));
        }

        @Test
        void translate_every_provision_into_english() {
            assertThat(provisions())
                    .allSatisfy(provision ->
                            assertThat(provision.in("en").language()).isEqualTo("en"));
        }

        @Test
        void punish_every_offence_of_the_convention_but_for_the_gap_that_is_meant() {
            for (NationalLaw book : BOOKS) {
                for (OffencePattern offence : ELEMENTS.ofConvention()) {
                    boolean gap =
                            book.state().code().equals("XE") && offence.id().equals("unc.16");
                    assertThat(CATALOGUE
                                    .reaching(book.state(), offence.id(), DAY)
                                    .isEmpty())
                            .as(book.state() + " " + offence.id())
                            .isEqualTo(gap);
                }
            }
        }

        @Test
        void say_of_every_required_element_how_they_stand_to_it() {
            for (NationalLaw book : BOOKS) {
                for (OffencePattern offence : ELEMENTS.all()) {
                    CATALOGUE
                            .reaching(book.state(), offence.id())
                            .forEach(reach -> assertThat(offence.elements().stream()
                                            .filter(element -> element.standing() == Standing.REQUIRED)
                                            .map(Element::id))
                                    .as(reach.provision().id().id())
                                    .allMatch(reach.words()::containsKey));
                }
            }
        }

        @Test
        void hold_what_they_are_there_to_teach() {
            Map<String, Provision> byId = provisions()
                    .collect(Collectors.toMap(provision -> provision.id().id(), Function.identity()));
            assertThat(byId.values().stream().map(one -> one.maximumPenalty().code()))
                    .contains("NOT_KNOWN", "FINE_ONLY", "LIFE", "P3Y", "P10Y");
            assertThat(byId.values().stream().filter(one -> one.replaces().isPresent()))
                    .hasSize(1);
            assertThat(byId.values().stream()
                            .flatMap(one -> one.texts().stream())
                            .filter(text -> text.standing() == TextStanding.UNVERIFIED))
                    .hasSize(1);
            assertThat(byId.values().stream()
                            .flatMap(one -> one.mappings().stream())
                            .filter(mapping -> mapping.relation() == Relation.COVERS_AND_DEMANDS_MORE)
                            .map(Mapping::demand))
                    .contains(Optional.of("serious-harm"));
        }
    }

    @Nested
    class Ward_nine {
        private final Alleged hindering = new Alleged("unc.10", Set.of());

        @Test
        void is_matched_between_xd_and_xb_once_serious_harm_is_stated() {
            Opinion opinion = match("XD", "XB", DAY, Set.of(), hindering);
            assertThat(opinion.answer().kind()).isEqualTo(Kind.MATCHED_WITH_FACTS);
            assertThat(opinion.answer().points()).singleElement().satisfies(point -> {
                assertThat(point.state().code()).isEqualTo("XB");
                assertThat(point.fact()).contains("serious-harm");
                assertThat(point.provision().orElseThrow().id()).isEqualTo("XB.penal.312-4");
            });
            assertThat(match("XD", "XB", DAY, Set.of("serious-harm"), hindering).answer())
                    .isEqualTo(new Answer.Matched());
        }

        @Test
        void is_a_serious_crime_under_both_laws() {
            Seriousness seriousness = new Seriousness(Law.load().offences());
            ActMatch act = match("XD", "XB", DAY, Set.of(), hindering).acts().getFirst();
            assertThat(List.of(seriousness.of(act.first()), seriousness.of(act.second())))
                    .extracting(side -> side.penalty().code() + " " + side.verdict())
                    .containsExactly("P6Y SERIOUS", "P5Y SERIOUS");
        }
    }

    @Nested
    class Invoice_0188 {
        @ParameterizedTest
        @CsvSource({"XD, MATCHED", "XF, MATCHED", "XC, MATCHED", "XG, NOT_KNOWN"})
        void is_matched_in_three_states_and_dishonest_intent_is_unknown_in_the_fourth(String state, Kind kind) {
            Answer answer = match("XE", state, DAY, Set.of(), new Alleged("unc.13", Set.of("unc.13/deception")))
                    .answer();
            assertThat(answer.kind()).isEqualTo(kind);
            if (kind == Kind.NOT_KNOWN) {
                assertThat(answer.points())
                        .extracting(Point::element)
                        .containsExactly(Optional.of("unc.13/gain-intent"));
            }
        }
    }

    @Nested
    class Other_lessons {
        @ParameterizedTest
        @CsvSource({
            "XA, XB, MATCHED",
            "XA, XC, MATCHED_WITH_FACTS",
            "XA, XD, NOT_MATCHED",
            "XA, XE, NOT_MATCHED",
            "XA, XF, MATCHED"
        })
        void intimate_images_are_punished_differently(String first, String second, Kind kind) {
            assertThat(match(first, second, DAY, Set.of(), new Alleged("unc.16", Set.of()))
                            .answer()
                            .kind())
                    .isEqualTo(kind);
        }

        @Test
        void a_repealed_provision_speaks_for_its_own_time() {
            Alleged manipulation = new Alleged("unc.13", Set.of("unc.13/data-manipulation"));
            assertThat(match("XA", "XA", LocalDate.parse("2018-12-31"), Set.of(), manipulation)
                            .answer()
                            .kind())
                    .isEqualTo(Kind.NOT_MATCHED);
            assertThat(match("XA", "XA", LocalDate.parse("2019-01-01"), Set.of(), manipulation)
                            .answer()
                            .kind())
                    .isEqualTo(Kind.MATCHED);
        }

        @Test
        void intent_may_stand_in_the_general_part() {
            ActMatch act = match("XC", "XC", DAY, Set.of(), new Alleged("unc.7", Set.of()))
                    .acts()
                    .getFirst();
            assertThat(act.answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(act.first().at("unc.7/intent").provision().orElseThrow().id())
                    .isEqualTo("XC.uk.25");
        }

        @Test
        void nobody_vouches_for_a_provision_and_the_answer_stays() {
            Opinion opinion = match("XA", "XG", DAY, Set.of(), new Alleged("unc.10", Set.of()));
            assertThat(opinion.answer().kind()).isEqualTo(Kind.MATCHED);
            assertThat(opinion.confidence()).isEqualTo(Confidence.UNVERIFIED);
        }
    }
}
