package comity.cli.verb;

import comity.api.contract.Operation;
import comity.api.exhibit.ExhibitDetail;
import comity.cli.call.NodeCalls;
import comity.cli.call.Pace;
import comity.cli.call.Reply;
import comity.cli.call.Uploading;
import comity.cli.call.Wish;
import comity.cli.screen.Screen;
import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.Progress;
import comity.evidence.contents.Contents;
import comity.evidence.contents.Names;
import comity.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// `comity exhibit upload`: brings files into an exhibit. Each is hashed first, so that the node can compare.
/// A run that was cut off is begun again with the same words, and goes on where it stopped.
@Command(name = "upload")
final class UploadVerb implements Callable<Integer> {
    private static final int BUFFER = 1 << 20;

    @Mixin
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "EXHIBIT")
    private String exhibit = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", descriptionKey = "seal-file")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--limit", paramLabel = "BYTES_PER_SECOND", descriptionKey = "exhibit-limit")
    private Optional<Long> limit = Optional.empty();

    UploadVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param result `good`, `not-good` or `unknown`
    record Brought(String result, String exhibit, List<One> files) {}

    /// One file of it.
    ///
    /// @param sent how many bytes this run sent
    /// @param result `taken`, `there`, `refused` or `unknown`
    /// @param reason why the node could not be asked, when that is so
    /// @param problem why it was refused, when it was
    record One(
            String name,
            long bytes,
            String sha256,
            long sent,
            String result,
            @Nullable String reason,
            @Nullable JsonNode problem) {}

    @Override
    public Integer call() {
        if (limit.filter(bytes -> bytes < 1).isPresent()) {
            throw new UsageFault("usage.limit");
        }
        EvidenceTools tools = new EvidenceTools(terminal);
        return tools.attempt(0, _ -> {
            Contents contents = Contents.of(files);
            try (NodeCalls calls = terminal.calls()) {
                Reply<ExhibitDetail> shown = calls.ask(Wish.of(Operation.SHOW_EXHIBIT, exhibit), ExhibitDetail.class);
                return shown instanceof Reply.Answered<ExhibitDetail>(ExhibitDetail known, var _, var _)
                        ? bring(contents, known, calls, tools)
                        : terminal.settle(shown, Terminal.Shown.good((_, _) -> {}));
            }
        });
    }

    private int bring(Contents contents, ExhibitDetail known, NodeCalls calls, EvidenceTools tools) {
        Pace pace = limit.map(bytes -> Pace.of(bytes, System::nanoTime)).orElseGet(Pace::free);
        List<One> done = new ArrayList<>();
        int exit = Exit.GOOD;
        try (Uploading uploading = new Uploading(calls.destination(), pace)) {
            for (Contents.Item item : contents.items()) {
                UploadMemory memory = UploadMemory.of(
                        terminal.surroundings(), calls.destination().node().toString(), exhibit, item);
                String sha256 = memory.sha256().orElseGet(() -> hashed(item, memory, tools));
                if (isThere(known, item, sha256)) {
                    memory.forget();
                    say("exhibit.there", item.name());
                    done.add(new One(item.name(), item.bytes(), sha256, 0, "there", null, null));
                    continue;
                }
                Uploading.Load load = new Uploading.Load(exhibit, item.name(), item.path(), item.bytes(), sha256);
                Uploading.Came came = brought(uploading, load, memory, tools);
                done.add(told(load, came));
                exit = Math.max(exit, exit(came));
                if (!(came instanceof Uploading.Came.In) && !concernsThisFile(came)) {
                    break;
                }
            }
        }
        if (terminal.screen().asJson()) {
            String result = exit == Exit.GOOD ? "good" : exit == Exit.NOT_GOOD ? "not-good" : "unknown";
            terminal.screen().json(new Brought(result, exhibit, done));
        }
        return exit;
    }

    private static boolean isThere(ExhibitDetail known, Contents.Item item, String sha256) {
        return known.files().stream()
                .anyMatch(file -> Names.folded(file.name()).equals(Names.folded(item.name()))
                        && file.sha256().equals(sha256));
    }

    private static String hashed(Contents.Item item, UploadMemory memory, EvidenceTools tools) {
        MessageDigest digest = Sha256.newDigest();
        int read = tools.attempt(item.bytes(), progress -> hash(item, digest, progress));
        if (read != Exit.GOOD) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, item.name());
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        memory.keepDigest(sha256);
        return sha256;
    }

    private static int hash(Contents.Item item, MessageDigest digest, Progress progress) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(item.path())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                progress.more(read);
            }
            return Exit.GOOD;
        } catch (IOException e) {
            return Exit.COULD_NOT_TELL;
        }
    }

    private static Uploading.Came brought(
            Uploading uploading, Uploading.Load load, UploadMemory memory, EvidenceTools tools) {
        List<Uploading.Came> came = new ArrayList<>();
        tools.attempt(load.bytes() - uploading.broughtBefore(load, memory), progress -> {
            came.add(uploading.bring(load, memory, progress::more));
            return Exit.GOOD;
        });
        return came.getFirst();
    }

    private One told(Uploading.Load load, Uploading.Came came) {
        Screen screen = terminal.screen();
        return switch (came) {
            case Uploading.Came.In(long sent) -> {
                say("exhibit.taken", load.name(), Long.toString(load.bytes()));
                yield new One(load.name(), load.bytes(), load.sha256(), sent, "taken", null, null);
            }
            case Uploading.Came.Refused(var problem, var json, long sent) -> {
                if (!screen.asJson()) {
                    screen.complain(load.name());
                    ReplyView.refused(screen, new Reply.Refused<ExhibitDetail>(problem, json));
                }
                yield new One(load.name(), load.bytes(), load.sha256(), sent, "refused", null, json);
            }
            case Uploading.Came.Left(String reason, String detail, long sent) -> {
                if (!screen.asJson()) {
                    ReplyView.unknown(screen, new Reply.Unknown<ExhibitDetail>(reason, detail, false, ""));
                    screen.warn("exhibit.go-on", load.name());
                }
                yield new One(load.name(), load.bytes(), load.sha256(), sent, "unknown", reason, null);
            }
        };
    }

    private void say(String key, Object... values) {
        if (!terminal.screen().asJson()) {
            terminal.screen().say(key, values);
        }
    }

    private static int exit(Uploading.Came came) {
        return switch (came) {
            case Uploading.Came.In _ -> Exit.GOOD;
            case Uploading.Came.Refused(var problem, var _, long _) -> ReplyView.exit(problem);
            case Uploading.Came.Left _ -> Exit.COULD_NOT_TELL;
        };
    }

    /// Whether the next file may fare better.
    private static boolean concernsThisFile(Uploading.Came came) {
        return came instanceof Uploading.Came.Refused(var problem, var _, long _)
                && (problem.status() == 422 || problem.status() == 413);
    }
}
