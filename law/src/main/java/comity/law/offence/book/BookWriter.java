package comity.law.offence.book;

import comity.law.offence.InterceptionRange;
import comity.law.offence.Mapping;
import comity.law.offence.NationalLaw;
import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import comity.law.offence.ProvisionText;
import comity.law.offence.Rule;
import comity.law.offence.Vouching;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes a State's book so that [BookReader] reads the same book again.
public final class BookWriter {
    private BookWriter() {}

    public static String write(BookForm form, NationalLaw book) {
        List<BookLine> lines = lines(book);
        return switch (form) {
            case JSON -> JsonLines.write(lines);
            case CSV -> CsvLines.write(lines);
        };
    }

    private static List<BookLine> lines(NationalLaw book) {
        List<BookLine> lines = new ArrayList<>();
        lines.add(law(book));
        book.rules().forEach(rule -> lines.add(rule(rule)));
        for (Provision provision : book.provisions()) {
            lines.add(provision(provision));
            provision.texts().forEach(text -> lines.add(text(provision.id(), text)));
            provision.mappings().forEach(mapping -> lines.add(element(provision.id(), mapping)));
        }
        return lines;
    }

    private static BookLine law(NationalLaw book) {
        Map<String, String> cells = vouching(book.vouching());
        cells.put("state", book.state().code());
        cells.put("languages", String.join(" ", book.languages()));
        cells.put("asOf", book.asOf().toString());
        cells.put("complete", book.complete() ? "yes" : "no");
        cells.put(
                "interception",
                switch (book.interception()) {
                    case InterceptionRange.All() -> "all";
                    case InterceptionRange.NotKnown() -> "not-known";
                    case InterceptionRange.Listed(var offences) ->
                        offences.stream().sorted().collect(Collectors.joining(" "));
                });
        return line(Line.LAW, cells);
    }

    private static BookLine rule(Rule rule) {
        Map<String, String> cells = new HashMap<>();
        cells.put("rule", rule.name());
        cells.put("position", rule.position().name());
        cells.put("offences", String.join(" ", rule.offences()));
        cells.put("citation", rule.citation());
        return line(Line.RULE, cells);
    }

    private static BookLine provision(Provision provision) {
        Map<String, String> cells = vouching(provision.vouching());
        cells.put("provision", provision.id().id());
        cells.put("citation", provision.citation());
        cells.put("from", provision.inForce().from().toString());
        cells.put("to", provision.inForce().to().map(LocalDate::toString).orElse(""));
        cells.put("penalty", provision.maximumPenalty().code());
        cells.put("limitation", provision.limitation().code());
        cells.put(
                "incorporates",
                provision.incorporates().stream().map(ProvisionId::id).collect(Collectors.joining(" ")));
        cells.put("replaces", provision.replaces().map(ProvisionId::id).orElse(""));
        return line(Line.PROVISION, cells);
    }

    private static BookLine text(ProvisionId of, ProvisionText text) {
        return line(
                Line.TEXT,
                Map.of(
                        "provision", of.id(),
                        "language", text.language(),
                        "standing", text.standing().name(),
                        "title", text.title(),
                        "text", text.text()));
    }

    private static BookLine element(ProvisionId of, Mapping mapping) {
        return line(
                Line.ELEMENT,
                Map.of(
                        "provision", of.id(),
                        "element", mapping.element(),
                        "relation", mapping.relation().name(),
                        "demand", mapping.demand().orElse(""),
                        "wording", mapping.wording()));
    }

    private static Map<String, String> vouching(Vouching vouching) {
        Map<String, String> cells = new HashMap<>();
        cells.put("verifiedBy", vouching.by().name());
        cells.put("verifier", vouching.who());
        cells.put("verifiedOn", vouching.on().map(LocalDate::toString).orElse(""));
        cells.put("source", vouching.source());
        return cells;
    }

    private static BookLine line(Line kind, Map<String, String> cells) {
        Map<String, String> said = new HashMap<>(cells);
        said.values().removeIf(String::isEmpty);
        return new BookLine(kind, "", said);
    }
}
