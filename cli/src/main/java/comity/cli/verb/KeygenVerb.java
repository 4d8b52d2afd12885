package comity.cli.verb;

import comity.cli.screen.Screen;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyFile;
import comity.evidence.age.KeyKind;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `comity keygen`: draws the key that opens evidence. Writes the secret to a file that its owner alone may read,
/// and shows the other half.
@Command(name = "keygen")
final class KeygenVerb implements Callable<Integer> {
    @Mixin
    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "key-out")
    private Path out = Path.of("");

    @Option(names = "--x25519")
    private boolean classic;

    KeygenVerb(Surroundings surroundings) {
        this.terminal = new Terminal(surroundings);
    }

    /// For a program.
    ///
    /// @param recipient what others seal for
    /// @param file where the secret is
    record Drawn(String recipient, String kind, String file) {}

    @Override
    public Integer call() {
        Screen screen = terminal.screen();
        Identity.Drawn drawn = Identity.draw(classic ? KeyKind.X25519 : KeyKind.POST_QUANTUM);
        keep(KeyFile.write(drawn, terminal.surroundings().clock().instant()));
        if (screen.asJson()) {
            screen.json(
                    new Drawn(drawn.recipient().text(), drawn.recipient().kind().stanza(), out.toString()));
        } else {
            screen.line(drawn.recipient().text());
            screen.warn(classic ? "keygen.kept-classic" : "keygen.kept", out);
        }
        return Exit.GOOD;
    }

    private void keep(String content) {
        boolean posix = out.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (SeekableByteChannel file =
                Files.newByteChannel(out, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            file.write(StandardCharsets.UTF_8.encode(content));
        } catch (FileAlreadyExistsException e) {
            throw new UsageFault("file.exists", out);
        } catch (IOException e) {
            throw new UsageFault("file.not-written", out);
        }
    }
}
