package comity.web;

import comity.kernel.Utf8;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Days for a calendar (RFC 5545): lines are folded by octets, texts escaped.
public final class CalendarFile {
    private static final int OCTETS_A_LINE = 73;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    /// @param about which part of the program wrote it, for example `law`
    public CalendarFile(String about) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//comity//" + about + "//EN");
    }

    /// One event of whole days.
    ///
    /// @param id the same for the same event in every edition
    /// @param written when what it says was last known to hold
    /// @param last its last day; empty for an event of one day
    /// @param busy whether it takes up the time of whoever has it in a calendar
    public record Event(
            String id, Instant written, LocalDate first, Optional<LocalDate> last, String summary, boolean busy) {}

    public CalendarFile with(Event event) {
        line("BEGIN:VEVENT");
        line("UID:" + event.id());
        line("DTSTAMP:" + STAMP.format(event.written()));
        line("DTSTART;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(event.first()));
        event.last()
                .map(day -> day.plusDays(1))
                .ifPresent(end -> line("DTEND;VALUE=DATE:" + DateTimeFormatter.BASIC_ISO_DATE.format(end)));
        line("SUMMARY:" + escaped(event.summary()));
        if (!event.busy()) {
            line("TRANSP:TRANSPARENT");
        }
        line("END:VEVENT");
        return this;
    }

    public byte[] bytes() {
        return Utf8.bytes(text + "END:VCALENDAR\r\n");
    }

    /// A letter is never cut in two.
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            int size = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS_A_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.appendCodePoint(letter);
            octets += size;
            at += Character.charCount(letter);
        }
        text.append("\r\n");
    }

    /// A text as calendars and address cards write it.
    public static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r", "")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }
}
