package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.evidence.age.Recipient;
import comity.evidence.contents.Contents;
import comity.evidence.pack.Sealer;
import comity.evidence.paper.Authority;
import comity.evidence.signature.SealSigner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `comity seal`: makes a package of files for those who may open it. Asks no node, unless it is told to seal to a
/// State whose key is in the directory of one.
@Command(name = "seal")
final class SealVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Mixin
    private final SigningOptions signing = new SigningOptions();

    @Option(names = "--to", paramLabel = "RECIPIENT", required = true, descriptionKey = "seal-to")
    private List<String> to = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "seal-out")
    private Path out = Path.of("");

    @Option(names = "--request", paramLabel = "REF", descriptionKey = "seal-request")
    private Optional<String> request = Optional.empty();

    @Option(names = "--order", paramLabel = "TEXT", descriptionKey = "seal-order")
    private Optional<String> order = Optional.empty();

    @Option(names = "--item", paramLabel = "TEXT", descriptionKey = "seal-item")
    private Optional<String> item = Optional.empty();

    @Option(names = "--exhibit", paramLabel = "TEXT", descriptionKey = "seal-exhibit")
    private Optional<String> exhibit = Optional.empty();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "seal-file")
    private List<Path> files = new ArrayList<>();

    SealVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param root the root of the tree over the sealed payload
    /// @param signed whether anybody vouches for it
    record Sealed(
            String result,
            String folder,
            String packageId,
            int files,
            long bytes,
            String root,
            boolean signed,
            boolean timestamped) {}

    @Override
    public Integer call() {
        return switch (new Recipients(terminal).of(to)) {
            case Recipients.Found.NotTold(int exit) -> exit;
            case Recipients.Found.Ready(var recipients) -> seal(recipients);
        };
    }

    private int seal(List<Recipient> recipients) {
        EvidenceTools tools = new EvidenceTools(terminal);
        return tools.attempt(0, _ -> {
            Contents contents = Contents.of(files);
            Optional<SealSigner> signer =
                    signing.signer(terminal.surroundings()).map(each -> each);
            Sealer.Wish wish =
                    new Sealer.Wish(contents, recipients, new Authority(request, order, item, exhibit), out, signer);
            // Each byte passes twice: when it is sealed, and when what was written is opened again.
            return tools.attempt(2 * contents.bytes(), progress -> {
                Sealer sealer = new Sealer(terminal.surroundings().clock(), EvidenceTools.workers());
                return told(sealer.seal(wish, progress), signer.isPresent());
            });
        });
    }

    private int told(Sealer.Sealed sealed, boolean signed) {
        Screen screen = terminal.screen();
        boolean timestamped = signed && signing.withTime(terminal.surroundings());
        if (screen.asJson()) {
            screen.json(new Sealed(
                    "good",
                    out.toString(),
                    sealed.seal().packageId().toString(),
                    sealed.manifest().files().size(),
                    sealed.manifest().bytes(),
                    sealed.seal().root().hex(),
                    signed,
                    timestamped));
        } else {
            screen.fact("evidence.field.package", sealed.seal().packageId());
            screen.fact("evidence.field.folder", out);
            screen.fact(
                    "evidence.field.files",
                    screen.texts()
                            .say(
                                    "evidence.files",
                                    sealed.manifest().files().size(),
                                    String.valueOf(sealed.manifest().bytes())));
            screen.fact("evidence.field.root", sealed.seal().root().hex());
            screen.say("evidence.sealed");
            if (!signed) {
                screen.warn("evidence.not-signed");
            } else if (!timestamped) {
                screen.warn("evidence.not-timestamped");
            }
        }
        return Exit.GOOD;
    }
}
