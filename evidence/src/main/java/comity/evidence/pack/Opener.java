package comity.evidence.pack;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.AgeReader;
import comity.evidence.age.Identity;
import comity.evidence.age.Progress;
import comity.evidence.bag.Bag;
import comity.evidence.contents.FileLine;
import comity.evidence.contents.Unpacking;
import comity.evidence.paper.Manifest;
import comity.ledger.Hash;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Opens a package into a bag: the files under `data/`, and under `seal/` what vouches for them.
///
/// The bag gets its name only when every file was compared with the manifest, and the payload with the seal.
public final class Opener {
    /// Where the documents of the package are in the bag.
    public static final String SEAL_FOLDER = "seal/";

    private static final long WORTH_FORCING_EARLY = 64L << 20;

    private final int workers;

    public Opener(int workers) {
        this.workers = workers;
    }

    /// What is put into the bag besides.
    @FunctionalInterface
    public interface Extras {
        /// Writes more files, after those of the exhibit and before the lists of digests.
        void add(Unfinished folder, SealedFolder.OpenedManifest manifest);
    }

    /// Opens.
    ///
    /// @param target a folder that is not there yet, or empty
    /// @return what was opened
    /// @throws EvidenceRefused when anything is not what it should be; then nothing was opened
    public Manifest open(
            SealedFolder sealed, List<Identity> identities, Path target, Extras extras, Progress progress) {
        SealedFolder.OpenedManifest paper = sealed.openManifest(identities);
        Manifest manifest = paper.manifest();
        try (Unfinished folder = Unfinished.begin(target);
                FileChannel payload = sealed.openPayload()) {
            AgeReader reader = AgeReader.of(payload, identities);
            Path data = folder.folder().resolve(Bag.DATA);
            Hash root = Unpacking.unpack(
                            reader,
                            manifest.shape() == Manifest.Shape.TAR,
                            manifest.files(),
                            file -> begin(data, file),
                            progress,
                            workers)
                    .root();
            if (!root.equals(sealed.seal().root())) {
                throw new EvidenceRefused(EvidenceFault.PART_CHANGED, PackageFiles.PAYLOAD);
            }
            keepTimes(data, manifest.files());
            folder.write(SEAL_FOLDER + PackageFiles.MANIFEST, paper.bytes());
            folder.write(SEAL_FOLDER + PackageFiles.SEAL, sealed.statement());
            folder.write(SEAL_FOLDER + PackageFiles.SEGMENTS, sealed.segments());
            sealed.signature().ifPresent(signature -> folder.write(SEAL_FOLDER + PackageFiles.SIGNATURE, signature));
            extras.add(folder, paper);
            Map<String, Hash> digests = new LinkedHashMap<>();
            manifest.files().forEach(file -> digests.put(file.name(), file.sha256()));
            new Bag(folder.folder()).close(digests, info(manifest));
            folder.finish();
            return manifest;
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.PAYLOAD, e);
        }
    }

    private static OutputStream begin(Path data, FileLine file) throws IOException {
        Path place = data.resolve(file.name());
        Files.createDirectories(place.getParent());
        FileChannel channel = FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel);
        return file.bytes() < WORTH_FORCING_EARLY ? out : new ForcedEarly(out, new EarlyForce(place));
    }

    /// A long file that is forced while it is written.
    private static final class ForcedEarly extends FilterOutputStream {
        private final EarlyForce early;

        private ForcedEarly(OutputStream out, EarlyForce early) {
            super(out);
            this.early = early;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            early.close();
            super.close();
        }
    }

    private static void keepTimes(Path data, List<FileLine> files) {
        for (FileLine file : files) {
            try {
                Files.setLastModifiedTime(data.resolve(file.name()), FileTime.from(file.modified()));
            } catch (IOException e) {
                throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, file.name(), e);
            }
        }
    }

    private static Map<String, String> info(Manifest manifest) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("External-Identifier", "urn:uuid:" + manifest.packageId());
        info.put("Bagging-Date", manifest.sealedAt().toString().substring(0, 10));
        info.put("Payload-Oxum", manifest.bytes() + "." + manifest.files().size());
        return info;
    }
}
