package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.directory.DirectoryEntry;
import comity.cli.call.NodeCalls;
import comity.cli.call.Reply;
import comity.cli.call.Wish;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.Recipient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whom a package is sealed to, in any of the ways to say it: a recipient as age writes it, a file with one
/// on each line, an entry of the directory in a file, or the code of a State, which a node is asked for.
final class Recipients {
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Terminal terminal;

    Recipients(Terminal terminal) {
        this.terminal = terminal;
    }

    /// What was found.
    sealed interface Found {
        record Ready(List<Recipient> recipients) implements Found {}

        /// The node did not say; why was said already.
        record NotTold(int exit) implements Found {}
    }

    Found of(List<String> typed) {
        List<Recipient> found = new ArrayList<>();
        for (String each : typed) {
            if (STATE.matcher(each).matches()) {
                switch (asked(each)) {
                    case Found.Ready(var recipients) -> found.addAll(recipients);
                    case Found.NotTold no -> {
                        return no;
                    }
                }
            } else {
                found.addAll(each.startsWith("age1") ? List.of(parsed(each)) : ofFile(Path.of(each)));
            }
        }
        return new Found.Ready(found);
    }

    private Found asked(String state) {
        try (NodeCalls calls = terminal.calls()) {
            Reply<DirectoryEntry> reply =
                    calls.ask(Wish.of(Operation.SHOW_DIRECTORY_ENTRY, state), DirectoryEntry.class);
            if (!(reply instanceof Reply.Answered<DirectoryEntry> answered)) {
                return new Found.NotTold(terminal.settle(reply, Terminal.Shown.good(DirectoryView::entry)));
            }
            return new Found.Ready(List.of(present(answered.json(), state)));
        }
    }

    private static List<Recipient> ofFile(Path file) {
        try {
            String text = Files.readString(file);
            return text.stripLeading().startsWith("{")
                    ? List.of(present(JSON.readTree(text), file.toString()))
                    : ofLines(text, file);
        } catch (IOException | JacksonException e) {
            throw new UsageFault("usage.recipient", file);
        }
    }

    /// The present key of an entry: it comes first. What was sealed to an older one is still opened, but nothing new
    /// is.
    private static Recipient present(JsonNode entry, String from) {
        JsonNode keys = entry.has("node") ? entry.at("/node/sealingKeys") : entry.path("sealingKeys");
        if (!keys.path(0).isString()) {
            throw new UsageFault("usage.no-sealing-key", from);
        }
        return parsed(keys.path(0).stringValue());
    }

    private static List<Recipient> ofLines(String text, Path file) {
        List<Recipient> found = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(Recipients::parsed)
                .toList();
        if (found.isEmpty()) {
            throw new UsageFault("usage.recipient", file);
        }
        return found;
    }

    private static Recipient parsed(String text) {
        try {
            return Recipient.parse(text);
        } catch (EvidenceRefused e) {
            throw new UsageFault("usage.recipient", e.subject());
        }
    }
}
