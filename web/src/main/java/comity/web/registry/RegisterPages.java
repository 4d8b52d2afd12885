package comity.web.registry;

import comity.directory.Directory;
import comity.kernel.Utf8;
import comity.web.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/// The four registers, for everybody to read: as pages, as CSV and as JSON. Whoever has signed in sees the telephone
/// numbers and addresses too.
@Controller
public class RegisterPages {
    private static final JsonMapper JSON = new JsonMapper();

    private final Directory directory;

    public RegisterPages(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/registers")
    ModelAndView all(Page page) {
        return new ModelAndView("registry/registers", Map.of("page", page, "registers", List.of(Register.values())));
    }

    @GetMapping("/registers/{code:[a-z-]+}")
    ModelAndView one(Page page, @PathVariable("code") String code) {
        Register register = register(code);
        return new ModelAndView(
                "registry/register",
                Map.of(
                        "page",
                        page,
                        "register",
                        register,
                        "lines",
                        register.of(directory.all()),
                        "today",
                        today(page)));
    }

    @GetMapping("/registers/{code:[a-z-]+}.json")
    ResponseEntity<byte[]> json(Page page, @PathVariable("code") String code) {
        List<Map<String, Object>> lines = register(code).of(directory.all()).stream()
                .map(line -> told(page, line))
                .toList();
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("edition", directory.version().number());
        whole.put("register", code);
        whole.put("lines", lines);
        return file(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(whole), MediaType.APPLICATION_JSON, code);
    }

    @GetMapping("/registers/{code:[a-z-]+}.csv")
    ResponseEntity<byte[]> csv(Page page, @PathVariable("code") String code) {
        List<Map<String, Object>> lines = register(code).of(directory.all()).stream()
                .map(line -> told(page, line))
                .toList();
        List<String> rows = new ArrayList<>();
        if (!lines.isEmpty()) {
            rows.add(String.join(",", lines.getFirst().keySet()));
        }
        lines.forEach(
                line -> rows.add(line.values().stream().map(RegisterPages::cell).collect(Collectors.joining(","))));
        return file(String.join("\r\n", rows) + "\r\n", new MediaType("text", "csv"), code);
    }

    private static Map<String, Object> told(Page page, Register.Line line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("state", line.entry().state().code());
        told.put("stateName", line.entry().name(page.language()));
        told.put("office", line.office().getOrDefault("en", ""));
        told.put("languages", line.languages());
        told.put("dayAndNight", line.alwaysOpen());
        told.put("acceptsRequestsIn", line.entry().languages());
        told.put(
                "laws",
                line.entry().furnished().laws().stream()
                        .map(law -> law.article() + " " + law.link())
                        .toList());
        told.put("confirmedOn", line.entry().confirmedOn().toString());
        told.put("stale", line.entry().isStale(today(page)));
        if (page.person().isPresent()) {
            told.put("phones", line.phones());
            told.put("mail", line.mail());
        }
        return told;
    }

    /// RFC 4180; what a spreadsheet would take for a formula is led by an apostrophe.
    private static String cell(Object value) {
        String text = value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : String.valueOf(value);
        String safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static ResponseEntity<byte[]> file(String text, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, java.nio.charset.StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "." + type.getSubtype() + "\"")
                .body(Utf8.bytes(text));
    }

    private static Register register(String code) {
        return Register.ofCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static LocalDate today(Page page) {
        return LocalDate.ofInstant(page.now(), ZoneOffset.UTC);
    }
}
