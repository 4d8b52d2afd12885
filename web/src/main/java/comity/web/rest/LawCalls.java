package comity.web.rest;

import comity.api.contract.Paths;
import comity.kernel.StateCode;
import comity.law.eligibility.Asked;
import comity.web.law.LawQuestions;
import comity.web.law.LawQuestions.Read;
import comity.web.law.LawTeller;
import comity.web.law.TreatyTeller;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The law, for programs. Anyone may ask.
@RestController
public class LawCalls {
    private final LawTeller teller;
    private final TreatyTeller treaties;
    private final LawQuestions questions;

    public LawCalls(LawTeller teller, TreatyTeller treaties, LawQuestions questions) {
        this.teller = teller;
        this.treaties = treaties;
        this.questions = questions;
    }

    @GetMapping(Paths.LAW_STATUS)
    ResponseEntity<byte[]> status(Call call) {
        LocalDate day = good(questions.day("asOf", fields(call, "asOf"), teller.today()));
        return Answers.of(call, treaties.table(call.language(), day, teller.today(), Map.of()));
    }

    @GetMapping(Paths.LAW_WHAT_IF)
    ResponseEntity<byte[]> whatIf(Call call) {
        Map<StateCode, LocalDate> supposed = good(questions.supposed(call.queries("deposit")));
        LocalDate day = supposed.values().stream().max(LocalDate::compareTo).orElse(teller.today());
        return Answers.of(call, treaties.table(call.language(), day, teller.today(), supposed));
    }

    @GetMapping(Paths.LAW_BASIS)
    ResponseEntity<byte[]> basis(Call call) {
        LawQuestions.Pair pair = good(questions.pair(fields(call, "from", "to", "on"), teller.today()));
        return Answers.of(call, teller.bases(call.language(), pair.asking(), pair.asked(), pair.day()));
    }

    @GetMapping(Paths.LAW_ELIGIBILITY)
    ResponseEntity<byte[]> eligibility(Call call) {
        Asked asked = good(questions.eligibility(
                fields(call, "from", "to", "offence", "years", "theirYears", "measure", "data", "on"), teller.today()));
        return Answers.of(call, teller.eligibility(call.language(), asked));
    }

    @GetMapping(Paths.LAW_REGISTER)
    ResponseEntity<byte[]> register(Call call) {
        return Answers.of(call, treaties.file(MatchCalls.form(call)));
    }

    private static Map<String, String> fields(Call call, String... names) {
        Map<String, String> fields = new HashMap<>();
        for (String name : List.of(names)) {
            call.query(name).ifPresent(value -> fields.put(name, value));
        }
        return fields;
    }

    private static <T> T good(Read<T> read) {
        return good("query-wrong", read);
    }

    /// @param code what it is called when it cannot be read
    static <T> T good(String code, Read<T> read) {
        return switch (read) {
            case Read.Good<T>(T question) -> question;
            case Read.Wrong<T> wrong -> throw ApiProblem.wrong(code, wrong.complaints());
        };
    }
}
