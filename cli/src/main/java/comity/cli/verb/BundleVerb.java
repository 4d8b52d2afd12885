package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.evidence.age.Identity;
import comity.evidence.court.Bundle;
import comity.evidence.pack.SealedFolder;
import comity.evidence.paper.Manifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity bundle`: opens a package into what a court is given: the exhibit, what vouches for it, and the commands
/// by which anybody's tools check it. Asks no node.
@Command(name = "bundle")
final class BundleVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final SigningOptions signing = new SigningOptions();

    @Option(names = "--identity", paramLabel = "FILE", required = true)
    private List<Path> identities = new ArrayList<>();

    @Option(names = "--trust", paramLabel = "FILE", descriptionKey = "bundle-trust")
    private List<Path> trusted = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "bundle-out")
    private Path out = Path.of("");

    @Parameters(index = "0", paramLabel = "PACKAGE", descriptionKey = "package")
    private Path folder = Path.of("");

    BundleVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param container whether a signed container was made
    record Bundled(String result, String folder, String packageId, int files, long bytes, boolean container) {}

    @Override
    public Integer call() {
        List<Identity> keys = EvidenceTools.identities(identities);
        EvidenceTools tools = new EvidenceTools(terminal);
        return tools.attempt(0, _ -> {
            SealedFolder sealed = SealedFolder.read(folder);
            var signer = signing.signer(terminal.surroundings());
            Bundle bundle = new Bundle(EvidenceTools.workers(), roots(), signer.map(each -> each));
            return tools.attempt(
                    sealed.seal().payload().plainLength(),
                    progress -> told(bundle.make(sealed, keys, out, progress), signer.isPresent()));
        });
    }

    private Optional<byte[]> roots() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Path file : trusted) {
            try {
                all.write(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UsageFault("file.missing", file);
            }
        }
        return all.size() == 0 ? Optional.empty() : Optional.of(all.toByteArray());
    }

    private int told(Manifest manifest, boolean container) {
        Screen screen = terminal.screen();
        if (screen.asJson()) {
            screen.json(new Bundled(
                    "good",
                    out.toString(),
                    manifest.packageId().toString(),
                    manifest.files().size(),
                    manifest.bytes(),
                    container));
        } else {
            screen.fact("evidence.field.folder", out);
            screen.fact(
                    "evidence.field.files",
                    screen.texts().say("evidence.files", manifest.files().size(), String.valueOf(manifest.bytes())));
            screen.say("evidence.bundled", Bundle.README);
            if (!container) {
                screen.warn("evidence.no-container");
            }
        }
        return Exit.GOOD;
    }
}
