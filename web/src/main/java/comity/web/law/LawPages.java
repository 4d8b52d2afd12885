package comity.web.law;

import comity.api.law.BasisList;
import comity.api.law.EligibilityAnswer;
import comity.api.law.TreatyLine;
import comity.api.law.TreatyTable;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.eligibility.Cooperation;
import comity.law.treaty.Participant;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.law.LawQuestions.Read;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The tracker, one participant, two States, and whether something may be asked. Everything is asked by GET, so that an
/// answer has an address that can be cited and printed.
@Controller
public class LawPages {
    private final LawTeller teller;
    private final TreatyTeller treaties;
    private final LawQuestions questions;
    private final Law law;

    public LawPages(LawTeller teller, TreatyTeller treaties, LawQuestions questions, Law law) {
        this.teller = teller;
        this.treaties = treaties;
        this.questions = questions;
        this.law = law;
    }

    /// What every page of the law shows of the register behind it.
    public record Register(String about, LocalDate asOf, boolean verified, boolean published) {}

    /// One region's line.
    public record RegionLine(String region, int signed, int deposited, int of) {}

    @GetMapping("/law")
    ModelAndView status(Page page, HttpServletRequest call) {
        List<Trouble> troubles = new ArrayList<>();
        Map<String, String> fields = fields(call);
        List<String> written = written(call);
        Map<StateCode, LocalDate> supposed =
                good(page, questions.supposed(written), troubles).orElseGet(Map::of);
        LocalDate latest =
                supposed.values().stream().max(Comparator.naturalOrder()).orElse(teller.today());
        LocalDate day =
                good(page, questions.day("asOf", fields, latest), troubles).orElse(latest);
        TreatyTable table = treaties.table(page.language(), day, teller.today(), supposed);
        Map<String, Object> model = model(page, troubles);
        model.put("table", table);
        model.put("picture", new StatusPicture(page, table, treaties.deposits(day, supposed)));
        model.put("regions", regions(table));
        model.put("states", states(page.language()));
        model.put("fields", fields);
        return shown("law/status", model, troubles);
    }

    /// Deposits supposed before, and the one that was just typed.
    private static List<String> written(HttpServletRequest call) {
        List<String> written = new ArrayList<>();
        String[] before = call.getParameterValues("deposit");
        if (before != null) {
            written.addAll(List.of(before));
        }
        String state = value(call, "state");
        String day = value(call, "day");
        if (!state.isEmpty() || !day.isEmpty()) {
            written.add(state + "=" + day);
        }
        return written;
    }

    static String value(HttpServletRequest call, String name) {
        String given = call.getParameter(name);
        return given == null ? "" : given.strip();
    }

    private static List<RegionLine> regions(TreatyTable table) {
        Map<String, List<TreatyLine>> byRegion = new TreeMap<>();
        table.participants()
                .forEach(line -> byRegion.computeIfAbsent(line.region(), _ -> new ArrayList<>())
                        .add(line));
        return byRegion.entrySet().stream()
                .map(entry -> new RegionLine(
                        entry.getKey(),
                        (int) entry.getValue().stream()
                                .filter(line -> line.signed() != null)
                                .count(),
                        (int) entry.getValue().stream()
                                .filter(line -> line.deposited() != null)
                                .count(),
                        entry.getValue().size()))
                .toList();
    }

    @GetMapping("/law/states/{state}")
    ModelAndView state(Page page, @PathVariable("state") String code) {
        Participant participant = Optional.of(code)
                .filter(text -> text.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .flatMap(teller.law().now().register()::participant)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Map<String, Object> model = model(page, List.of());
        model.put("sheet", treaties.sheet(page.language(), participant, teller.today()));
        return new ModelAndView("law/state", model);
    }

    @GetMapping("/law/ask")
    ModelAndView ask(Page page, HttpServletRequest call) {
        List<Trouble> troubles = new ArrayList<>();
        Map<String, String> fields = fields(call);
        Optional<EligibilityAnswer> answer = fields.isEmpty() || isOnlyBegun(call, fields)
                ? Optional.empty()
                : good(page, questions.eligibility(fields, teller.today()), troubles)
                        .map(asked -> teller.eligibility(page.language(), asked));
        Map<String, Object> model = model(page, troubles);
        model.put("fields", answer.isPresent() || !troubles.isEmpty() ? fields : begun(page, fields));
        model.put("answer", answer);
        model.put("states", states(page.language()));
        model.put("offences", offences(page));
        model.put("measures", measures(page));
        return shown("law/ask", model, troubles);
    }

    /// What the form begins with: most who open it at a State's node ask for that State.
    private Map<String, String> begun(Page page, Map<String, String> fields) {
        StateCode own = page.settings().state();
        if (fields.containsKey("from")
                || page.settings().registry()
                || teller.law().now().register().participant(own).isEmpty()) {
            return fields;
        }
        Map<String, String> begun = new HashMap<>(fields);
        begun.put("from", own.code());
        return begun;
    }

    /// Whether another page led here with a part of the question; the form sends every field, filled in or not.
    private static boolean isOnlyBegun(HttpServletRequest call, Map<String, String> fields) {
        return call.getParameter("data") == null
                && !fields.keySet().containsAll(List.of("from", "to", "offence", "measure"));
    }

    @GetMapping("/law/between")
    ModelAndView between(Page page, HttpServletRequest call) {
        List<Trouble> troubles = new ArrayList<>();
        Map<String, String> fields = fields(call);
        Optional<BasisList> bases = fields.isEmpty()
                ? Optional.empty()
                : good(page, questions.pair(fields, teller.today()), troubles)
                        .map(pair -> teller.bases(page.language(), pair.asking(), pair.asked(), pair.day()));
        Map<String, Object> model = model(page, troubles);
        model.put("fields", bases.isPresent() || !troubles.isEmpty() ? fields : begun(page, fields));
        model.put("bases", bases);
        model.put("states", states(page.language()));
        return shown("law/between", model, troubles);
    }

    /// The register as the registry publishes it.
    @GetMapping("/law/register.json")
    ResponseEntity<byte[]> register() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"register.json\"")
                .body(teller.law().register());
    }

    /// The acts as a table for people who work with a spreadsheet.
    @GetMapping("/law/register.csv")
    ResponseEntity<byte[]> table() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"register.csv\"")
                .body(teller.law().registerTable());
    }

    private Map<String, Object> model(Page page, List<Trouble> troubles) {
        var now = teller.law().now();
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("troubles", troubles);
        model.put(
                "register",
                new Register(
                        TreatyTeller.inLanguage(now.register().about(), page.language()),
                        now.register().asOf(),
                        !now.register()
                                .isNotVerifiedSince(teller.today(), teller.law().provisions()),
                        now.published()));
        return model;
    }

    static ModelAndView shown(String view, Map<String, Object> model, List<Trouble> troubles) {
        ModelAndView shown = new ModelAndView(view, model);
        if (!troubles.isEmpty()) {
            shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return shown;
    }

    private static Map<String, String> fields(HttpServletRequest call) {
        Map<String, String> fields = new HashMap<>();
        for (String name : List.of(
                "from", "to", "offence", "years", "theirYears", "measure", "data", "on", "asOf", "state", "day")) {
            String value = value(call, name);
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    static <T> Optional<T> good(Page page, Read<T> read, List<Trouble> troubles) {
        return switch (read) {
            case Read.Good<T>(T question) -> Optional.of(question);
            case Read.Wrong<T>(List<Complaint> complaints) -> {
                complaints.forEach(complaint -> troubles.add(new Trouble(
                        complaint.pointer().substring(1),
                        page.t("complaint." + complaint.code(), pairs(complaint.details())))));
                yield Optional.empty();
            }
        };
    }

    private static Object[] pairs(Map<String, String> details) {
        return details.entrySet().stream()
                .flatMap(detail -> List.<Object>of(detail.getKey(), detail.getValue()).stream())
                .toArray();
    }

    private List<Option> states(Language language) {
        return Participants.options(teller.law().now().register(), language);
    }

    private List<Option> offences(Page page) {
        List<Option> options = new ArrayList<>();
        law.offences()
                .all()
                .forEach(offence ->
                        options.add(new Option(offence.id(), page.t("form.offence.article." + offence.id()))));
        options.add(new Option(LawQuestions.OTHER, page.t("law.offence.other")));
        return options;
    }

    private List<Option> measures(Page page) {
        return teller.law().now().eligibility().cooperations().all().stream()
                .map(Cooperation::code)
                .map(code -> new Option(code, page.t("law.measure." + code)))
                .toList();
    }
}
