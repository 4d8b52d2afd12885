package comity.law.offence.book;

import comity.law.offence.Elements;
import comity.law.offence.InForce;
import comity.law.offence.Limitation;
import comity.law.offence.Mapping;
import comity.law.offence.Penalty;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import comity.law.offence.ProvisionText;
import comity.law.offence.ProvisionText.TextStanding;
import comity.law.offence.Relation;
import comity.law.offence.Vouching;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Puts provisions together with their texts and elements.
final class ProvisionAssembler {
    private static final int MOST_PROVISIONS = 5_000;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern DEMAND = Pattern.compile("[a-z][a-z0-9-]{1,59}");

    private final Elements elements;
    private final Complaints complaints;
    private final Map<String, List<ProvisionText>> texts = new HashMap<>();
    private final Map<String, List<Mapping>> mappings = new HashMap<>();
    private final Set<String> brokenTexts = new HashSet<>();

    ProvisionAssembler(Elements elements, Complaints complaints) {
        this.elements = elements;
        this.complaints = complaints;
    }

    static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /// The provisions that could be told, in the order of the book.
    List<Provision> provisions(List<BookLine> lines) {
        Map<String, BookLine> byId = ids(lines);
        for (BookLine line : lines) {
            switch (line.kind()) {
                case TEXT -> text(new Cells(line, complaints), byId.keySet());
                case ELEMENT -> element(new Cells(line, complaints), byId.keySet());
                case LAW, RULE, PROVISION -> {}
            }
        }
        Map<ProvisionId, Provision> found = new LinkedHashMap<>();
        byId.forEach((id, line) -> provision(id, new Cells(line, complaints))
                .ifPresent(provision -> found.put(provision.id(), provision)));
        new References(found, byId, complaints).check();
        return List.copyOf(found.values());
    }

    private Map<String, BookLine> ids(List<BookLine> lines) {
        Map<String, BookLine> byId = new LinkedHashMap<>();
        for (BookLine line : lines) {
            if (line.kind() == Line.PROVISION) {
                Cells cells = new Cells(line, complaints);
                cells.neededAs("provision", "not-a-provision-id", ProvisionId::parse)
                        .ifPresent(id -> {
                            if (byId.putIfAbsent(id.id(), line) != null) {
                                cells.block("provision", "provision-twice", id.id());
                            }
                        });
            }
        }
        if (byId.size() > MOST_PROVISIONS) {
            complaints.block("", "too-many-provisions", "" + byId.size());
            return Map.of();
        }
        return byId;
    }

    private Optional<Provision> provision(String id, Cells cells) {
        Optional<String> citation = cells.needed("citation");
        Optional<InForce> inForce = inForce(cells);
        Optional<Penalty> penalty = cells.as("penalty", "not-a-penalty", Penalty::parse);
        Optional<Limitation> limitation = cells.as("limitation", "not-a-limitation", Limitation::parse);
        Optional<ProvisionId> replaces = cells.as("replaces", "not-a-provision-id", ProvisionId::parse);
        Optional<Vouching> vouching = cells.vouching();
        List<ProvisionText> own = texts.getOrDefault(id, List.of());
        boolean told = brokenTexts.contains(id);
        if (!told
                && own.stream()
                                .filter(text -> text.standing() == TextStanding.ORIGINAL)
                                .count()
                        != 1) {
            cells.block("provision", "one-original-text", id);
        }
        List<Mapping> mapped = mappings.getOrDefault(id, List.of());
        if (mapped.isEmpty()) {
            cells.warn("provision", "no-element", id);
        }
        if (penalty.orElse(Penalty.Plain.NOT_KNOWN) == Penalty.Plain.NOT_KNOWN) {
            cells.warn("penalty", "penalty-not-known", id);
        }
        if (citation.isEmpty() || inForce.isEmpty() || vouching.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Provision(
                new ProvisionId(id),
                citation.get(),
                originalFirst(own),
                inForce.get(),
                penalty.orElse(Penalty.Plain.NOT_KNOWN),
                limitation.orElse(Limitation.Plain.NOT_KNOWN),
                incorporates(cells),
                replaces,
                mapped,
                vouching.get()));
    }

    private static Optional<InForce> inForce(Cells cells) {
        Optional<LocalDate> from = cells.neededDate("from");
        Optional<LocalDate> to = cells.date("to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            cells.block("to", "ends-before-it-begins", to.get().toString());
            return Optional.empty();
        }
        return from.map(first -> new InForce(first, to));
    }

    private static List<ProvisionId> incorporates(Cells cells) {
        List<ProvisionId> found = new ArrayList<>();
        for (String word : cells.words("incorporates")) {
            ProvisionId.parse(word)
                    .ifPresentOrElse(found::add, () -> cells.block("incorporates", "not-a-provision-id", word));
        }
        return found;
    }

    private static List<ProvisionText> originalFirst(List<ProvisionText> texts) {
        List<ProvisionText> sorted = new ArrayList<>(texts);
        sorted.sort((one, other) ->
                Boolean.compare(other.standing() == TextStanding.ORIGINAL, one.standing() == TextStanding.ORIGINAL));
        return sorted;
    }

    private void text(Cells cells, Set<String> provisions) {
        Optional<String> of = known(cells, provisions);
        Optional<String> language = cells.neededAs(
                "language", "not-a-language", said -> Optional.of(said).filter(ProvisionAssembler::isLanguage));
        Optional<TextStanding> standing = cells.neededWord("standing", TextStanding.class);
        Optional<String> title = cells.needed("title");
        Optional<String> text = cells.needed("text");
        if (of.isEmpty() || language.isEmpty() || standing.isEmpty() || title.isEmpty() || text.isEmpty()) {
            of.ifPresent(brokenTexts::add);
            return;
        }
        List<ProvisionText> own = texts.computeIfAbsent(of.get(), _ -> new ArrayList<>());
        if (own.stream().anyMatch(other -> other.language().equals(language.get()))) {
            cells.block("language", "language-twice", language.get());
        }
        own.add(new ProvisionText(language.get(), standing.get(), title.get(), text.get()));
    }

    private void element(Cells cells, Set<String> provisions) {
        Optional<String> of = known(cells, provisions);
        Optional<String> element = cells.neededAs(
                "element", "element-unknown", said -> elements.element(said).map(known -> known.id()));
        Optional<Relation> relation = cells.neededWord("relation", Relation.class);
        if (relation.isEmpty()) {
            return;
        }
        boolean more = relation.get() == Relation.COVERS_AND_DEMANDS_MORE;
        boolean wordsNeeded = more || relation.get() == Relation.COVERS;
        Optional<String> wording = wordsNeeded ? cells.needed("wording") : cells.text("wording");
        Optional<String> demand = cells.as(
                "demand",
                "not-a-demand",
                said -> Optional.of(said).filter(word -> DEMAND.matcher(word).matches()));
        if (more && cells.line().cell("demand").isEmpty()) {
            cells.block("demand", "is-missing", "demand");
        } else if (!more && demand.isPresent()) {
            cells.block("demand", "demand-without-more", demand.get());
        }
        if (of.isEmpty() || element.isEmpty() || more != demand.isPresent()) {
            return;
        }
        List<Mapping> own = mappings.computeIfAbsent(of.get(), _ -> new ArrayList<>());
        if (own.stream().anyMatch(other -> other.element().equals(element.get()))) {
            cells.block("element", "element-twice", element.get());
        }
        own.add(new Mapping(element.get(), relation.get(), demand, wording.orElse("")));
    }

    private static Optional<String> known(Cells cells, Set<String> provisions) {
        return cells.neededAs(
                "provision", "provision-unknown", said -> Optional.of(said).filter(provisions::contains));
    }
}
