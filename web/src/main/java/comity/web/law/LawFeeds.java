package comity.web.law;

import comity.law.treaty.EntryIntoForce;
import comity.law.treaty.FinalProvisions;
import comity.law.treaty.Instrument;
import comity.law.treaty.Participant;
import comity.law.treaty.Standing;
import comity.law.treaty.TreatyAct;
import comity.law.treaty.TreatyRegister;
import comity.web.CalendarFile;
import comity.web.Page;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What changes about the Convention, for calendars (RFC 5545) and news readers (RFC 4287), in the reader's language.
@Controller
public class LawFeeds {
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int NEWEST = 100;

    private final LawTeller teller;

    public LawFeeds(LawTeller teller) {
        this.teller = teller;
    }

    /// The days that are known: the end of signature, entry into force, and since when each participant is bound.
    @GetMapping("/law/calendar.ics")
    ResponseEntity<byte[]> calendar(Page page) {
        CalendarFile calendar = new CalendarFile("law");
        days(page)
                .forEach((name, event) -> calendar.with(new CalendarFile.Event(
                        name + "@law.comity", page.now(), event.day(), Optional.empty(), event.text(), true)));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .body(calendar.bytes());
    }

    private record Event(LocalDate day, String text) {}

    private Map<String, Event> days(Page page) {
        TreatyRegister register = teller.law().now().register();
        FinalProvisions provisions = teller.law().provisions();
        EntryIntoForce entry = teller.law().now().bases().entry();
        Map<String, Event> days = new TreeMap<>();
        LocalDate closes = provisions.signatureCloses().value();
        days.put(
                "signature-closes",
                new Event(closes, page.t("law.status.can-sign", "day", Days.of(closes, page.language()))));
        entry.inForceOn()
                .ifPresent(day -> days.put(
                        "in-force",
                        new Event(day, page.t("law.status.will-be", "day", Days.of(day, page.language())))));
        for (Participant participant : register.participants()) {
            if (entry.standing(Instrument.CONVENTION, participant.code(), teller.today())
                    instanceof Standing.Deposited deposited) {
                deposited
                        .from()
                        .ifPresent(day -> days.put(
                                "bound-" + participant.code(),
                                new Event(
                                        day,
                                        Participants.name(register, participant.code(), page.language()) + " – "
                                                + page.t("law.standing.party"))));
            }
        }
        return days;
    }

    /// What participants did about the Convention, the newest first.
    @GetMapping("/law/feed.atom")
    ResponseEntity<byte[]> feed(Page page) throws XMLStreamException {
        TreatyRegister register = teller.law().now().register();
        List<TreatyAct> newest = register.acts()
                .filter(act -> act.head().instrument().equals(Instrument.CONVENTION))
                .sorted(Comparator.comparing((TreatyAct act) -> act.head().on()).reversed())
                .limit(NEWEST)
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeAttribute("xml:lang", page.language().tag());
        element(xml, "id", "urn:comity:law:" + page.settings().state().code());
        element(xml, "title", page.t("law.status"));
        element(xml, "updated", register.asOf() + "T00:00:00Z");
        for (TreatyAct act : newest) {
            entry(xml, page, register, act);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/atom+xml;charset=UTF-8"))
                .body(bytes.toByteArray());
    }

    private static void entry(XMLStreamWriter xml, Page page, TreatyRegister register, TreatyAct act)
            throws XMLStreamException {
        TreatyAct.Head head = act.head();
        String kind = act.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        xml.writeStartElement("entry");
        element(xml, "id", "urn:comity:law:" + head.id() + ":" + head.version());
        element(
                xml,
                "title",
                Participants.name(register, head.by(), page.language()) + " – " + page.t("law.act." + kind));
        element(xml, "updated", head.on().latest() + "T00:00:00Z");
        xml.writeStartElement("author");
        element(xml, "name", page.settings().nodeName());
        xml.writeEndElement();
        element(
                xml,
                "summary",
                Days.of(head.on(), page.language()) + " – " + head.source().source());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
