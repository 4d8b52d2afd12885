package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.Identity;
import comity.evidence.contents.FileLine;
import comity.evidence.pack.Opener;
import comity.evidence.pack.SealedFolder;
import comity.evidence.paper.Manifest;
import comity.evidence.paper.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity manifest`: what a package says of itself; with the key that opens it, also what is in it. Checks nothing
/// but that the manifest is the one that was sealed. Asks no node.
@Command(name = "manifest")
final class ManifestVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--identity", paramLabel = "FILE")
    private List<Path> identities = new ArrayList<>();

    @Parameters(index = "0", paramLabel = "PACKAGE", descriptionKey = "package")
    private Path folder = Path.of("");

    ManifestVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param files null when the manifest was not opened
    record Shown(
            String result,
            String packageId,
            String sealedAt,
            long sealedBytes,
            String root,
            boolean signed,
            @Nullable String request,
            @Nullable String order,
            @Nullable String item,
            @Nullable String exhibit,
            @Nullable List<Line> files) {}

    /// One file.
    record Line(String name, long bytes, String sha256, String modified) {
        static Line of(FileLine file) {
            return new Line(
                    file.name(),
                    file.bytes(),
                    file.sha256().hex(),
                    file.modified().toString());
        }
    }

    @Override
    public Integer call() {
        List<Identity> keys = EvidenceTools.identities(identities);
        return new EvidenceTools(terminal).attempt(0, _ -> {
            Path opened = folder.resolve(Opener.SEAL_FOLDER);
            boolean isOpened = Files.exists(opened.resolve(PackageFiles.MANIFEST));
            SealedFolder sealed = SealedFolder.read(isOpened ? opened : folder);
            return told(sealed, manifest(sealed, isOpened, keys));
        });
    }

    private static Optional<Manifest> manifest(SealedFolder sealed, boolean isOpened, List<Identity> keys) {
        if (isOpened) {
            try {
                return Optional.of(
                        Manifest.read(Files.readAllBytes(sealed.folder().resolve(PackageFiles.MANIFEST))));
            } catch (IOException e) {
                throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.MANIFEST, e);
            }
        }
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(sealed.openManifest(keys).manifest());
    }

    private int told(SealedFolder sealed, Optional<Manifest> manifest) {
        Screen screen = terminal.screen();
        Seal seal = sealed.seal();
        if (screen.asJson()) {
            screen.json(new Shown(
                    "good",
                    seal.packageId().toString(),
                    seal.sealedAt().toString(),
                    seal.payload().fileLength(),
                    seal.root().hex(),
                    sealed.signature().isPresent(),
                    manifest.flatMap(m -> m.authority().request()).orElse(null),
                    manifest.flatMap(m -> m.authority().order()).orElse(null),
                    manifest.flatMap(m -> m.authority().item()).orElse(null),
                    manifest.flatMap(m -> m.authority().exhibit()).orElse(null),
                    manifest.map(m -> m.files().stream().map(Line::of).toList()).orElse(null)));
            return Exit.GOOD;
        }
        screen.fact("evidence.field.package", seal.packageId());
        screen.fact("evidence.field.sealed-at", screen.times().show(seal.sealedAt()));
        screen.fact("evidence.field.sealed-bytes", String.valueOf(seal.payload().fileLength()));
        screen.fact("evidence.field.root", seal.root().hex());
        if (manifest.isEmpty()) {
            screen.say("evidence.manifest-closed");
            return Exit.GOOD;
        }
        Manifest open = manifest.get();
        screen.fact("evidence.field.request", open.authority().request().orElse(""));
        screen.fact("evidence.field.order", open.authority().order().orElse(""));
        screen.fact("evidence.field.item", open.authority().item().orElse(""));
        screen.fact("evidence.field.exhibit", open.authority().exhibit().orElse(""));
        screen.table(
                List.of(
                        screen.texts().say("evidence.column.name"),
                        screen.texts().say("evidence.column.bytes"),
                        "SHA-256"),
                open.files().stream()
                        .map(file -> List.of(
                                file.name(),
                                String.valueOf(file.bytes()),
                                file.sha256().hex()))
                        .toList());
        return Exit.GOOD;
    }
}
