package comity.federation.vectors;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.KeyFolder;
import comity.directory.keys.Pem;
import comity.directory.list.EntryJson;
import comity.federation.House;
import comity.testkit.HandClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The States of the letter vectors, as another implementer would set them up from the files.
final class VectorWorld {
    private VectorWorld() {}

    /// Belmora, which reads all letters of the vectors.
    static House reader(HandClock clock) {
        Directory directory = new Directory();
        directory.replace(ListVersion.NONE, entries());
        return House.reading(belmora(), clock, directory);
    }

    private static List<Entry> entries() {
        try (Stream<Path> files = Files.list(LetterVector.FOLDER.resolve("directory"))) {
            List<Entry> entries = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                entries.add(EntryJson.parse(Files.readAllBytes(file)));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyCeremony.NodeKeys belmora() {
        KeyFolder folder = new KeyFolder(LetterVector.FOLDER.resolve("keys/xb"));
        try {
            X509Certificate root = folder.root();
            return new KeyCeremony.NodeKeys(
                    new KeyPair(root.getPublicKey(), null), root, folder.channel(), folder.seal(), folder.encryption());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The certificates that a connection shows.
    static List<X509Certificate> connection(String name) {
        if (name.equals("none")) {
            return List.of();
        }
        try {
            return Pem.certificates(Files.readString(
                    LetterVector.FOLDER.resolve("keys").resolve(name).resolve("channel.pem")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
