package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.law.CheckLaw;
import comity.api.law.MatchCall;
import comity.law.offence.book.BookForm;
import comity.web.law.BookTeller;
import comity.web.law.LawChecks;
import comity.web.law.LawTeller;
import comity.web.law.MatchQuestions;
import comity.web.law.MatchTeller;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Books of provisions, and conduct laid beside two of them, for programs. Anyone may ask; nothing is kept.
@RestController
public class MatchCalls {
    private final LawTeller teller;
    private final MatchTeller matches;
    private final MatchQuestions questions;
    private final BookTeller books;
    private final LawChecks checks;

    public MatchCalls(
            LawTeller teller, MatchTeller matches, MatchQuestions questions, BookTeller books, LawChecks checks) {
        this.teller = teller;
        this.matches = matches;
        this.questions = questions;
        this.books = books;
        this.checks = checks;
    }

    @PostMapping(Paths.LAW_MATCH)
    ResponseEntity<byte[]> match(Call call) {
        MatchQuestions.Asked asked =
                LawCalls.good("body-wrong", questions.read(call.body(MatchCall.class), teller.today()));
        return Answers.of(call, matches.match(call.language(), asked));
    }

    @GetMapping(Paths.LAW_OFFENCES)
    ResponseEntity<byte[]> offences(Call call, @PathVariable("state") String state) {
        return Answers.of(
                call, books.offences(call.language(), state).orElseThrow(() -> ApiProblem.of(404, "not-found")));
    }

    @GetMapping(Paths.LAW_BOOK)
    ResponseEntity<byte[]> book(Call call, @PathVariable("state") String state) {
        return Answers.of(call, books.file(state, form(call)).orElseThrow(() -> ApiProblem.of(404, "not-found")));
    }

    /// In which form a file is wanted.
    static BookForm form(Call call) {
        return switch (call.query("form").orElse("json")) {
            case "json" -> BookForm.JSON;
            case "csv" -> BookForm.CSV;
            default -> throw Call.wrongQuery("form", "not-one-of", Map.of("words", "json, csv"));
        };
    }

    @PostMapping(Paths.LAW_CHECK)
    ResponseEntity<byte[]> check(Call call) {
        return Answers.of(call, checks.check(call.language(), call.body(CheckLaw.class)));
    }
}
