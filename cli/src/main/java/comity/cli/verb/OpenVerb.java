package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.evidence.age.Identity;
import comity.evidence.pack.Opener;
import comity.evidence.pack.SealedFolder;
import comity.evidence.paper.Manifest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity open`: opens a package into a folder, when everything in it is as it was sealed. Asks no node.
@Command(name = "open")
final class OpenVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--identity", paramLabel = "FILE", required = true)
    private List<Path> identities = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "open-out")
    private Path out = Path.of("");

    @Parameters(index = "0", paramLabel = "PACKAGE", descriptionKey = "package")
    private Path folder = Path.of("");

    OpenVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    record Opened(String result, String folder, String packageId, int files, long bytes) {}

    @Override
    public Integer call() {
        List<Identity> keys = EvidenceTools.identities(identities);
        EvidenceTools tools = new EvidenceTools(terminal);
        return tools.attempt(0, _ -> {
            SealedFolder sealed = SealedFolder.read(folder);
            return tools.attempt(
                    sealed.seal().payload().plainLength(),
                    progress ->
                            told(new Opener(EvidenceTools.workers()).open(sealed, keys, out, (_, _) -> {}, progress)));
        });
    }

    private int told(Manifest manifest) {
        Screen screen = terminal.screen();
        if (screen.asJson()) {
            screen.json(new Opened(
                    "good",
                    out.toString(),
                    manifest.packageId().toString(),
                    manifest.files().size(),
                    manifest.bytes()));
        } else {
            screen.fact("evidence.field.folder", out);
            screen.fact(
                    "evidence.field.files",
                    screen.texts().say("evidence.files", manifest.files().size(), String.valueOf(manifest.bytes())));
            screen.say("evidence.opened");
        }
        return Exit.GOOD;
    }
}
