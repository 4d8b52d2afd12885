package comity.web.directory;

import comity.directory.Desk;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.Holiday;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.web.CalendarFile;
import comity.web.Page;
import io.nayuki.qrcodegen.QrCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What a duty officer takes along: the emergency card for printing and for the telephone, and the days on which
/// offices are closed. Telephone numbers go only to those who have signed in.
@Controller
public class CardPages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int QUIET_ZONE = 4;

    private final Directory directory;

    public CardPages(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/directory/{state}/card")
    ModelAndView card(Page page, @PathVariable("state") String code) {
        return new ModelAndView(
                "directory/emergency",
                Map.of("page", page, "entry", entry(code), "full", page.person().isPresent()));
    }

    /// RFC 6350.
    @GetMapping("/directory/{state}/card.vcf")
    ResponseEntity<byte[]> contact(Page page, @PathVariable("state") String code) {
        Entry entry = entry(code);
        requireSignedIn(page);
        return file(vcard(page, entry), "text/vcard", code + ".vcf");
    }

    /// The same as a picture, for a telephone without a line.
    @GetMapping("/directory/{state}/qr.svg")
    ResponseEntity<byte[]> picture(Page page, @PathVariable("state") String code) {
        Entry entry = entry(code);
        requireSignedIn(page);
        return file(svg(QrCode.encodeText(vcard(page, entry), QrCode.Ecc.MEDIUM)), "image/svg+xml", code + ".svg");
    }

    /// RFC 5545.
    @GetMapping("/directory/{state}/holidays.ics")
    ResponseEntity<byte[]> holidays(Page page, @PathVariable("state") String code) {
        Entry entry = entry(code);
        CalendarFile calendar = new CalendarFile("directory");
        for (Holiday holiday : entry.holidays()) {
            calendar.with(new CalendarFile.Event(
                    code + "-" + holiday.from() + "@comity",
                    entry.confirmedOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                    holiday.from(),
                    Optional.of(holiday.to()),
                    code + ": " + holiday.name(page.language()),
                    false));
        }
        return file(Utf8.text(calendar.bytes()), "text/calendar", code + ".ics");
    }

    private Entry entry(String code) {
        return Optional.of(code)
                .filter(text -> text.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .flatMap(directory::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static void requireSignedIn(Page page) {
        if (page.person().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private static String vcard(Page page, Entry entry) {
        StringBuilder text = new StringBuilder("BEGIN:VCARD\r\nVERSION:4.0\r\n");
        Optional<Desk> desk = entry.contactPoint();
        String name = desk.map(found -> found.name(page.language())).orElse(entry.name(page.language()));
        text.append("FN:")
                .append(CalendarFile.escaped(name))
                .append("\r\nORG:")
                .append(CalendarFile.escaped(entry.name(page.language())))
                .append("\r\n");
        desk.ifPresent(found -> {
            found.phones()
                    .forEach(phone -> text.append("TEL;VALUE=uri:tel:")
                            .append(phone.replaceAll("[^+0-9]", ""))
                            .append("\r\n"));
            text.append("EMAIL:").append(CalendarFile.escaped(found.mail())).append("\r\n");
        });
        return text.append("REV:")
                .append(revision(entry.confirmedOn()))
                .append("\r\nEND:VCARD\r\n")
                .toString();
    }

    private static String revision(LocalDate day) {
        return DAY.format(day) + "T000000Z";
    }

    private static String svg(QrCode code) {
        int size = code.size + 2 * QUIET_ZONE;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
                <path fill="#fff" d="M0 0h%dv%dH0z"/><path d="%s"/></svg>""".formatted(size, size, size, size, path);
    }

    private static ResponseEntity<byte[]> file(String text, String type, String name) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .body(Utf8.bytes(text));
    }
}
