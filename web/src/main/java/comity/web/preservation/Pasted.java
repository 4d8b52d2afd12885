package comity.web.preservation;

import comity.kernel.WrittenTime;
import comity.requests.form.Answers;
import comity.requests.identifiers.IdentifierType;
import comity.requests.identifiers.Mention;
import comity.requests.identifiers.Mentions;
import comity.requests.identifiers.TimeReading;
import comity.web.Page;
import comity.web.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What a pasted text names and the draft does not name yet: proposals, of which a person ticks some. A proposal is
/// known by what it says, never by its number, so that a text changed in between cannot tick another one.
///
/// @param proposals the first of them, in the order of the text
/// @param found how many there are
public record Pasted(List<Proposal> proposals, int found) {
    private static final int SHOWN = 40;

    /// @param key its kind and its text, which name its fields on the page
    /// @param kind what it seems to be, by its code
    /// @param asksPort whether a port tells apart those who share such an address
    /// @param time as it stands beside it; empty when there is none
    /// @param means how that time is understood; empty when its zone must be asked first
    public record Proposal(
            String key,
            String kind,
            String text,
            int line,
            boolean ticked,
            boolean asksPort,
            String port,
            String time,
            String means,
            String zone) {
        public boolean asksZone() {
            return !time.isEmpty() && means.isEmpty();
        }
    }

    static Pasted in(Page page, Answers answers) {
        Set<String> known = answers.entries("items").stream()
                .map(entry ->
                        key(answers.text("/items/" + entry + "/type"), answers.text("/items/" + entry + "/value")))
                .collect(Collectors.toSet());
        List<Mention> found = Mentions.in(page.typed("pasted").replace("\r\n", "\n")).stream()
                .filter(mention -> !known.contains(key(mention.type().code(), mention.text())))
                .toList();
        Set<String> ticked = page.typed("take").lines().collect(Collectors.toSet());
        return new Pasted(
                found.stream()
                        .limit(SHOWN)
                        .map(mention -> proposal(page, mention, ticked))
                        .toList(),
                found.size());
    }

    private static Proposal proposal(Page page, Mention mention, Set<String> ticked) {
        String key = key(mention.type().code(), mention.text());
        String time = mention.beside().getOrDefault("time", "");
        boolean asksPort = mention.type() == IdentifierType.IPV4 || mention.type() == IdentifierType.IPV6;
        return new Proposal(
                key,
                mention.type().code(),
                mention.text(),
                mention.line(),
                ticked.contains(key),
                asksPort,
                page.typed("port " + key, mention.beside().getOrDefault("port", "")),
                time,
                TimeReading.ofAny("", time, "", "")
                        .time()
                        .map(WrittenTime::instant)
                        .map(Times::exact)
                        .orElse(""),
                page.typed("zone " + key));
    }

    private static String key(String kind, String text) {
        return kind + " " + text;
    }

    List<Proposal> ticked() {
        return proposals.stream().filter(Proposal::ticked).toList();
    }

    /// The answers that the ticked ones give, as items from a number on.
    Map<String, String> answers(int first) {
        Map<String, String> fields = new LinkedHashMap<>();
        int entry = first;
        for (Proposal proposal : ticked()) {
            String item = "/items/" + entry++;
            fields.put(item + "/type", proposal.kind());
            fields.put(item + "/value", proposal.text());
            if (proposal.asksPort()) {
                fields.put(item + "/port", proposal.port().strip());
            }
            if (!proposal.time().isEmpty()) {
                fields.put(item + "/from/text", proposal.time());
                fields.put(item + "/from/zone", proposal.zone().strip());
            }
        }
        return fields;
    }

    /// Whether there are more than the page shows.
    public boolean isCut() {
        return found > proposals.size();
    }
}
