package comity.web.law;

import comity.api.law.LawBook;
import comity.kernel.StateCode;
import comity.law.gaps.AssistanceTopics;
import comity.law.gaps.Gap;
import comity.law.gaps.GapLetter;
import comity.law.gaps.Gaps;
import comity.law.living.LivingLaw;
import comity.law.offence.Element;
import comity.law.offence.OffencePattern;
import comity.law.offence.book.BookForm;
import comity.law.treaty.Instrument;
import comity.law.treaty.TreatyAct;
import comity.law.words.LawWords;
import comity.web.Option;
import comity.web.Page;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The Convention's offences, each State's provisions beside them, and what a State's law lacks.
@Controller
public class BookPages {
    private final LawTeller teller;
    private final BookTeller books;
    private final LawWords words;
    private final AssistanceTopics topics;

    public BookPages(LawTeller teller, BookTeller books, LawWords words, AssistanceTopics topics) {
        this.teller = teller;
        this.books = books;
        this.words = words;
        this.topics = topics;
    }

    /// An offence with its elements, in words.
    ///
    /// @param article empty for conduct that the Convention does not establish
    /// @param budapest the articles of the Budapest Convention beside it
    public record Listed(
            String id,
            String name,
            String article,
            List<String> budapest,
            List<String> untoc,
            List<ElementLine> elements) {
        public Listed {
            budapest = List.copyOf(budapest);
            elements = List.copyOf(elements);
        }
    }

    /// @param must whether the offence is not complete without it
    public record ElementLine(
            String name,
            String plainly,
            String kind,
            String standing,
            boolean must,
            boolean alternative,
            String article) {}

    @GetMapping("/law/offences")
    ModelAndView offences(Page page) {
        Phrases phrases = phrases(page);
        Map<String, Object> model = model(page);
        model.put(
                "offences",
                teller.law().elements().all().stream()
                        .map(offence -> listed(phrases, offence))
                        .toList());
        model.put(
                "parts",
                teller.law().elements().parts().stream()
                        .map(part -> line(phrases, part))
                        .toList());
        model.put(
                "books",
                books.states().stream()
                        .map(state -> new Option(state.code(), name(page, state)))
                        .toList());
        return new ModelAndView("law/offences", model);
    }

    private static Listed listed(Phrases phrases, OffencePattern offence) {
        return new Listed(
                offence.id(),
                phrases.offence(offence.id()),
                offence.isOfConvention() ? offence.source().article() : "",
                offence.budapest(),
                offence.untoc(),
                offence.elements().stream()
                        .map(element -> line(phrases, element))
                        .toList());
    }

    private static ElementLine line(Phrases phrases, Element element) {
        return new ElementLine(
                phrases.element(element.id()),
                phrases.plainly(element.id()),
                phrases.law("kind", element.kind()),
                phrases.law("standing", element.standing()),
                element.isRequiredAlone(),
                element.isAlternative(),
                element.source().article());
    }

    @GetMapping("/law/offences/{state:[A-Z]{2}}")
    ModelAndView book(Page page, @PathVariable("state") String code) {
        Map<String, Object> model = of(page, code);
        model.put("book", books.offences(page.language(), code));
        return new ModelAndView("law/book", model);
    }

    @GetMapping("/law/offences/{state:[A-Z]{2}}.json")
    ResponseEntity<byte[]> json(@PathVariable("state") String code) {
        return file(code, BookForm.JSON, MediaType.APPLICATION_JSON);
    }

    @GetMapping("/law/offences/{state:[A-Z]{2}}.csv")
    ResponseEntity<byte[]> csv(@PathVariable("state") String code) {
        return file(code, BookForm.CSV, new MediaType("text", "csv", StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> file(String code, BookForm form, MediaType type) {
        LawBook book = books.file(code, form).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(type)
                .header("Content-Disposition", "attachment; filename=\"" + code + "." + book.form() + "\"")
                .body(book.text().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/law/gaps/{state:[A-Z]{2}}")
    ModelAndView gaps(Page page, @PathVariable("state") String code) {
        Map<String, Object> model = of(page, code);
        model.put("letter", StateCodes.read(code).flatMap(state -> letter(page, state)));
        return new ModelAndView("law/gaps", model);
    }

    private Optional<GapLetter> letter(Page page, StateCode state) {
        LivingLaw.State law = teller.law().now();
        LocalDate day = teller.today();
        Optional<List<Gap>> gaps = new Gaps(law.catalogue(), topics).of(state, day, reserved(law, state, day));
        return gaps.flatMap(found -> law.catalogue()
                .law(state)
                .map(book -> GapLetter.write(book, found, name(page, state), day, page.language(), words)));
    }

    /// Offences that the State has taken out by a reservation to their article.
    private static Set<String> reserved(LivingLaw.State law, StateCode state, LocalDate day) {
        Set<String> articles =
                law.register().standing(TreatyAct.Reservation.class, Instrument.CONVENTION, state, day).stream()
                        .flatMap(reservation -> reservation.provisions().stream())
                        .collect(Collectors.toSet());
        return law.catalogue().elements().ofConvention().stream()
                .filter(offence -> articles.contains(offence.source().article()))
                .map(OffencePattern::id)
                .collect(Collectors.toSet());
    }

    /// @throws ResponseStatusException 404 for a State that nobody knows
    private Map<String, Object> of(Page page, String code) {
        boolean known = StateCodes.read(code)
                .filter(state ->
                        teller.law().now().register().participant(state).isPresent()
                                || books.states().contains(state))
                .isPresent();
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Map<String, Object> model = model(page);
        model.put("code", code);
        model.put("name", name(page, new StateCode(code)));
        return model;
    }

    private String name(Page page, StateCode state) {
        return Participants.name(teller.law().now().register(), state, page.language());
    }

    private Phrases phrases(Page page) {
        return new Phrases(page.messages(), words, page.language());
    }

    private static Map<String, Object> model(Page page) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        return model;
    }
}
