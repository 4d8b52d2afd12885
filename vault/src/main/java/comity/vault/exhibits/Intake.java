package comity.vault.exhibits;

import comity.evidence.EvidenceRefused;
import comity.evidence.contents.Names;
import comity.kernel.ExhibitReference;
import comity.kernel.Sha256;
import comity.kernel.transaction.Transaction;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.ExhibitState;
import comity.vault.exhibits.Chronicle.Note;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Takes files into an exhibit that is being put together. A file is hashed while it is written, and compared with the
/// digest that was said before it came; one that differs is not kept.
public final class Intake {
    private static final int BUFFER = 64 * 1024;

    private final Vault vault;
    private final Chronicle chronicle;

    Intake(Vault vault, Chronicle chronicle) {
        this.vault = vault;
        this.chronicle = chronicle;
    }

    /// Takes a file in.
    ///
    /// @param name as the exhibit shall have it: a path with `/`
    /// @param expected the SHA-256 that whoever sends it has computed before, in hex
    /// @throws UncheckedIOException when the bytes do not come, or the disk takes no more
    public Answer<ExhibitFile> take(
            ExhibitReference reference, String role, String name, Optional<String> expected, InputStream bytes) {
        Optional<Exhibit> exhibit = vault.transactions()
                .read(tx -> vault.store().find(tx, reference))
                .filter(found -> found.side() == Exhibit.Side.HOLDING);
        if (exhibit.isEmpty()) {
            return new Answer.NotFound<>();
        }
        if (!(exhibit.get().state() instanceof ExhibitState.Collecting)) {
            return new Answer.WrongState<>(exhibit.get().state().word());
        }
        Optional<String> objection = vault.transactions().read(tx -> objection(tx, exhibit.get(), name));
        if (objection.isPresent()) {
            return new Answer.Unfit<>("/name", objection.get());
        }
        try {
            return take(
                    exhibit.get(),
                    role,
                    name,
                    expected.map(digest -> digest.strip().toLowerCase(Locale.ROOT)),
                    bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer<ExhibitFile> take(
            Exhibit exhibit, String role, String name, Optional<String> expected, InputStream bytes)
            throws IOException {
        Path part = part(exhibit);
        try {
            ExhibitFile file = write(part, name, expected.isPresent(), bytes);
            if (expected.filter(digest -> !digest.equals(file.sha256())).isPresent()) {
                return new Answer.Unfit<>("/sha256", "digest-differs");
            }
            return keep(exhibit, role, file, part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// What speaks against a file of this name, before its bytes come; empty when nothing does.
    public Optional<String> objection(Transaction tx, Exhibit exhibit, String name) {
        try {
            Names.requireSafe(name);
        } catch (EvidenceRefused e) {
            return Optional.of(e.fault().code());
        }
        return vault.store().hasFile(tx, exhibit.id(), name) ? Optional.of("name-twice") : Optional.empty();
    }

    private Path part(Exhibit exhibit) throws IOException {
        Path folder = vault.shelf().intake(exhibit.id());
        Files.createDirectories(folder);
        return folder.resolveSibling("intake-" + UUID.randomUUID() + ".part");
    }

    private ExhibitFile write(Path part, String name, boolean compared, InputStream bytes) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[BUFFER];
        long length = 0;
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
                length += read;
            }
            channel.force(true);
        }
        return new ExhibitFile(name, length, HexFormat.of().formatHex(digest.digest()), vault.now(), compared);
    }

    /// The file gets its name in the exhibit inside the transaction that names it. When that is not committed, the next
    /// try writes over it, and sealing takes only what the tables name.
    private Answer<ExhibitFile> keep(Exhibit exhibit, String role, ExhibitFile file, Path part) {
        return vault.transactions().write(tx -> {
            Optional<Exhibit> now = vault.store().lock(tx, exhibit.reference());
            if (now.isEmpty() || !(now.get().state() instanceof ExhibitState.Collecting)) {
                return new Answer.WrongState<>(
                        now.map(found -> found.state().word()).orElse("unknown"));
            }
            if (vault.store().hasFile(tx, exhibit.id(), file.name())) {
                return new Answer.Unfit<>("/name", "name-twice");
            }
            place(exhibit, file, part);
            vault.store().addFile(tx, exhibit.id(), file);
            chronicle.add(
                    tx,
                    exhibit,
                    Note.byPerson(
                            Kind.IMPORTED,
                            exhibit,
                            role,
                            Map.of(
                                    "file",
                                    file.name(),
                                    "bytes",
                                    Long.toString(file.bytes()),
                                    "sha256",
                                    file.sha256(),
                                    "compared",
                                    Boolean.toString(file.compared()))));
            return new Answer.Done<>(file);
        });
    }

    private void place(Exhibit exhibit, ExhibitFile file, Path part) {
        Path target = vault.shelf().intake(exhibit.id()).resolve(file.name());
        try {
            Files.createDirectories(target.getParent());
            if (Files.exists(part)) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void discard(Exhibit exhibit, String name) {
        try {
            Files.deleteIfExists(vault.shelf().intake(exhibit.id()).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
