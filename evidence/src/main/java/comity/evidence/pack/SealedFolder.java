package comity.evidence.pack;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.AgeReader;
import comity.evidence.age.Identity;
import comity.evidence.age.Progress;
import comity.evidence.paper.Manifest;
import comity.evidence.paper.Seal;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// A package that lies in a folder.
///
/// @param statement the bytes of the seal, as they were signed
/// @param signature empty when the package was not signed
@SuppressWarnings("ArrayRecordComponent")
public record SealedFolder(Path folder, byte[] statement, Seal seal, Optional<byte[]> signature) {
    private static final int LONGEST_PAPER = 1024 * 1024;
    /// A manifest with a hundred thousand long names.
    private static final int LONGEST_MANIFEST = 256 * 1024 * 1024;

    /// Whether a folder looks like a package at all.
    public static boolean isOne(Path folder) {
        return Files.isRegularFile(folder.resolve(PackageFiles.SEAL))
                && Files.exists(folder.resolve(PackageFiles.PAYLOAD));
    }

    /// Reads the documents of a package; checks nothing but their form.
    ///
    /// @throws EvidenceRefused when one is missing or is not what it should be
    public static SealedFolder read(Path folder) {
        byte[] statement = small(folder, PackageFiles.SEAL);
        Optional<byte[]> signature = Files.exists(folder.resolve(PackageFiles.SIGNATURE))
                ? Optional.of(small(folder, PackageFiles.SIGNATURE))
                : Optional.empty();
        return new SealedFolder(folder, statement, Seal.read(statement), signature);
    }

    private static byte[] small(Path folder, String name) {
        return document(folder, name, LONGEST_PAPER);
    }

    /// A manifest that was opened earlier and lies in a folder.
    static byte[] manifest(Path folder) {
        return document(folder, PackageFiles.MANIFEST, LONGEST_MANIFEST);
    }

    private static byte[] document(Path folder, String name, int longest) {
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(longest + 1);
            if (bytes.length > longest) {
                throw new EvidenceRefused(EvidenceFault.DOCUMENT_MALFORMED, name);
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new EvidenceRefused(EvidenceFault.PART_MISSING, name, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, name, e);
        }
    }

    /// The hashes of the segments as they are written down; not checked.
    ///
    /// @throws EvidenceRefused when they are missing, or not one for each segment
    public byte[] segments() {
        Path file = folder.resolve(PackageFiles.SEGMENTS);
        try {
            if (Files.size(file) != seal.payload().segments() * Hash.LENGTH) {
                throw new EvidenceRefused(EvidenceFault.PART_CHANGED, PackageFiles.SEGMENTS);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new EvidenceRefused(EvidenceFault.PART_MISSING, PackageFiles.SEGMENTS, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.SEGMENTS, e);
        }
    }

    static Hash digest(Path file, String name) {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return Hash.finish(digest);
        } catch (NoSuchFileException e) {
            throw new EvidenceRefused(EvidenceFault.PART_MISSING, name, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, name, e);
        }
    }

    Path payload() {
        return folder.resolve(PackageFiles.PAYLOAD);
    }

    FileChannel openPayload() {
        try {
            return FileChannel.open(payload());
        } catch (NoSuchFileException e) {
            throw new EvidenceRefused(EvidenceFault.PART_MISSING, PackageFiles.PAYLOAD, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.PAYLOAD, e);
        }
    }

    /// What was in the sealed manifest.
    ///
    /// @param bytes as they were sealed
    @SuppressWarnings("ArrayRecordComponent")
    public record OpenedManifest(byte[] bytes, Manifest manifest) {}

    /// Opens the manifest.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#NOT_FOR_US], or when it is not the one that was sealed
    public OpenedManifest openManifest(List<Identity> identities) {
        Path file = folder.resolve(PackageFiles.SEALED_MANIFEST);
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > LONGEST_MANIFEST) {
                throw new EvidenceRefused(EvidenceFault.DOCUMENT_MALFORMED, PackageFiles.SEALED_MANIFEST);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) channel.size());
            AgeReader.of(channel, identities).read((plain, length) -> bytes.write(plain, 0, length), Progress.NONE, 1);
            return requireFits(bytes.toByteArray());
        } catch (NoSuchFileException e) {
            throw new EvidenceRefused(EvidenceFault.PART_MISSING, PackageFiles.SEALED_MANIFEST, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.SEALED_MANIFEST, e);
        }
    }

    private OpenedManifest requireFits(byte[] bytes) {
        if (!Hash.ofContent(bytes).equals(seal.manifest())) {
            throw new EvidenceRefused(EvidenceFault.PART_CHANGED, PackageFiles.MANIFEST);
        }
        Manifest manifest = Manifest.read(bytes);
        if (!manifest.fits(seal)) {
            throw new EvidenceRefused(EvidenceFault.PART_CHANGED, PackageFiles.MANIFEST);
        }
        return new OpenedManifest(bytes, manifest);
    }
}
