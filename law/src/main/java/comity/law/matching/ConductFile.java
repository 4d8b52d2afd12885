package comity.law.matching;

import comity.law.BrokenLawFile;
import comity.law.LawField;
import comity.law.LawFiles;
import comity.law.matching.Conduct.Act;
import comity.law.matching.Conduct.Alleged;
import comity.law.offence.Element;
import comity.law.offence.Elements;
import comity.law.offence.OffencePattern;
import comity.law.offence.Part;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Conduct as a JSON file; docs/protocol/national-law-book.md shows one.
public final class ConductFile {
    private static final int MOST_BYTES = 256 << 10;
    private static final String DEMAND = "[a-z][a-z0-9-]{1,59}";

    private final Elements elements;

    public ConductFile(Elements elements) {
        this.elements = elements;
    }

    /// @param name what complaints call the file
    /// @throws BrokenLawFile when the file is not whole; the message names file, field and reason
    public Conduct read(String name, byte[] bytes) {
        return LawFiles.read(name, bytes, file -> {
            if (bytes.length > MOST_BYTES) {
                throw file.broken("is longer than " + MOST_BYTES + " bytes");
            }
            return conduct(file);
        });
    }

    private Conduct conduct(LawField file) {
        Set<String> shown = new LinkedHashSet<>(file.listIfAny("shown", this::fact));
        Set<String> ruledOut = new LinkedHashSet<>(file.listIfAny("ruledOut", this::fact));
        for (String fact : shown) {
            if (ruledOut.contains(fact)) {
                throw file.broken("says of " + fact + " that it is shown and that it is ruled out");
            }
        }
        return new Conduct(
                file.at("about").text(),
                file.find("part").map(part -> part.oneOf(Part.class)).orElse(Part.COMMITTED),
                file.at("acts").list(this::act),
                shown,
                ruledOut);
    }

    private Act act(LawField field) {
        return new Act(field.at("act").text(), field.at("offences").list(this::alleged));
    }

    private Alleged alleged(LawField field) {
        LawField named = field.at("offence");
        OffencePattern offence =
                elements.offence(named.text()).orElseThrow(() -> named.broken("is not an offence: " + named.text()));
        List<String> ways = field.listIfAny("ways", way -> way(offence, way));
        return new Alleged(offence.id(), Set.copyOf(ways));
    }

    private static String way(OffencePattern offence, LawField field) {
        return offence.find(field.text())
                .filter(Element::isAlternative)
                .orElseThrow(() -> field.broken("is not an alternative of " + offence.id() + ": " + field.text()))
                .id();
    }

    private String fact(LawField field) {
        String fact = field.text();
        if (elements.element(fact).isEmpty() && !fact.matches(DEMAND)) {
            throw field.broken("is neither an element nor a further fact: " + fact);
        }
        return fact;
    }
}
