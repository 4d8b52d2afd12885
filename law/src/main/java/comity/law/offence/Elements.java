package comity.law.offence;

import comity.law.BrokenLawFile;
import comity.law.LawField;
import comity.law.LawFiles;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every offence with its elements, and the parts of art. 19.
public final class Elements {
    static final String FILE = "offence-elements.json";

    private final Map<String, OffencePattern> offences;
    private final Map<String, Element> parts;
    private final Map<String, Element> byId = new HashMap<>();

    private Elements(LawField file) {
        offences = file.at("offences").listBy(OffencePattern::id, Elements::offence);
        parts = new LinkedHashMap<>();
        file.at("parts").list(Elements::element).forEach(part -> parts.put(part.id(), part));
        byId.putAll(parts);
        offences.values().forEach(offence -> offence.elements().forEach(element -> byId.put(element.id(), element)));
    }

    /// @throws BrokenLawFile when the file is not whole; the message names file and field
    public static Elements load() {
        return LawFiles.read(FILE, Elements::from);
    }

    static Elements from(LawField file) {
        return new Elements(file);
    }

    private static OffencePattern offence(LawField field) {
        String id = field.at("id").text();
        Map<String, Element> elements = field.at("elements").listBy(Element::id, Elements::element);
        for (String element : elements.keySet()) {
            if (!element.startsWith(id + "/")) {
                throw field.broken("holds " + element + ", which belongs to another offence");
            }
        }
        return OffencePattern.of(
                id,
                List.copyOf(elements.values()),
                field.listIfAny("budapest", LawField::text),
                field.listIfAny("untoc", LawField::text),
                field.factAround(field.at("crosswalk").text()));
    }

    private static Element element(LawField field) {
        String id = field.at("id").text();
        if (!id.matches("(unc|other)\\.[a-z0-9-]+/[a-z-]+")) {
            throw field.broken("has an id that is not of the form unc.10/act: " + id);
        }
        ElementKind kind = field.at("kind").oneOf(ElementKind.class);
        Standing standing = field.at("standing").oneOf(Standing.class);
        if (standing.isExit() != (kind == ElementKind.EXIT)) {
            throw field.broken("is an exit by its kind or by its standing, and not by both");
        }
        return new Element(
                id,
                kind,
                standing,
                field.find("group").map(LawField::text),
                field.factAround(field.at("says").text()));
    }

    /// The Convention's offences in the order of their articles, then other conduct.
    public List<OffencePattern> all() {
        return List.copyOf(offences.values());
    }

    /// Arts 7 to 17.
    public List<OffencePattern> ofConvention() {
        return all().stream().filter(OffencePattern::isOfConvention).toList();
    }

    public Optional<OffencePattern> offence(String id) {
        return Optional.ofNullable(offences.get(id));
    }

    public Optional<Element> element(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Participation, attempt and preparation (art. 19).
    public List<Element> parts() {
        return List.copyOf(parts.values());
    }
}
