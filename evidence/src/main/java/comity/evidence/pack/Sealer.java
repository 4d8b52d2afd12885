package comity.evidence.pack;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.AgeWriter;
import comity.evidence.age.PlainSource;
import comity.evidence.age.Progress;
import comity.evidence.age.Recipient;
import comity.evidence.contents.Contents;
import comity.evidence.contents.ContentsSource;
import comity.evidence.contents.FileLine;
import comity.evidence.paper.Authority;
import comity.evidence.paper.Manifest;
import comity.evidence.paper.Seal;
import comity.evidence.signature.SealSigner;
import comity.kernel.TimeOrderedId;
import comity.ledger.Hash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a package of files: reads each once, hashes it, seals it, opens again what was sealed and compares, reads
/// what was written and compares, and only then signs.
///
/// The looking again is not for show. An error in this program, in the memory or on the disk would otherwise be found
/// years later, in court, when the source is gone.
public final class Sealer {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private final int workers;

    /// @param workers how many threads; one for each core is right
    public Sealer(Clock clock, int workers) {
        this.clock = clock;
        this.workers = workers;
    }

    /// What is to be sealed.
    ///
    /// @param recipients who may open it, all of one kind
    /// @param target a folder that is not there yet, or empty
    /// @param signer empty for a package that nobody vouches for
    public record Wish(
            Contents contents,
            List<Recipient> recipients,
            Authority authority,
            Path target,
            Optional<SealSigner> signer) {
        public Wish {
            recipients = List.copyOf(recipients);
        }

        Manifest.Shape shape() {
            return contents.items().size() == 1 ? Manifest.Shape.FILE : Manifest.Shape.TAR;
        }
    }

    /// What was sealed.
    public record Sealed(Seal seal, Manifest manifest) {}

    /// Seals.
    ///
    /// @param progress hears each byte twice: when it is sealed and when it is checked
    /// @throws EvidenceRefused when anything is not as it should be; then there is no package
    public Sealed seal(Wish wish, Progress progress) {
        try (Unfinished folder = Unfinished.begin(wish.target())) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Payload payload = sealPayload(wish, folder, progress);
            Manifest manifest = new Manifest(
                    TimeOrderedId.at(now),
                    salt(),
                    now,
                    wish.authority(),
                    wish.shape(),
                    payload.files(),
                    wish.recipients().stream().map(Recipient::text).toList());
            byte[] paper = manifest.write();
            Hash sealedManifest = sealManifest(paper, wish.recipients(), folder);
            byte[] segments = payload.written().segments().bytes();
            Seal seal = new Seal(
                    manifest.packageId(),
                    now,
                    payload.written().geometry(),
                    payload.written().segments().root(),
                    Hash.ofContent(segments),
                    Hash.ofContent(paper),
                    sealedManifest,
                    wish.recipients().stream().map(Recipient::keyId).toList());
            byte[] statement = seal.write();
            folder.write(PackageFiles.SEGMENTS, segments);
            folder.write(PackageFiles.SEAL, statement);
            wish.signer().ifPresent(signer -> folder.write(PackageFiles.SIGNATURE, signer.sign(statement)));
            folder.finish();
            return new Sealed(seal, manifest);
        }
    }

    private record Payload(AgeWriter.Written written, List<FileLine> files) {}

    private Payload sealPayload(Wish wish, Unfinished folder, Progress progress) {
        boolean asTar = wish.shape() == Manifest.Shape.TAR;
        Path file = folder.folder().resolve(PackageFiles.PAYLOAD);
        try (ContentsSource source = new ContentsSource(wish.contents(), asTar)) {
            AgeWriter.Written written = write(file, source, wish.recipients(), progress, workers);
            List<FileLine> files = new ArrayList<>();
            for (int i = 0; i < wish.contents().items().size(); i++) {
                Contents.Item item = wish.contents().items().get(i);
                files.add(
                        new FileLine(item.name(), item.bytes(), source.digests().get(i), item.modified()));
            }
            requireWritten(file, written, progress);
            return new Payload(written, files);
        }
    }

    private void requireWritten(Path file, AgeWriter.Written written, Progress progress) {
        try (FileChannel channel = FileChannel.open(file);
                EarlyForce _ = new EarlyForce(file)) {
            written.requireOn(channel, progress, workers);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, PackageFiles.PAYLOAD, e);
        }
    }

    private static Hash sealManifest(byte[] paper, List<Recipient> recipients, Unfinished folder) {
        Path file = folder.folder().resolve(PackageFiles.SEALED_MANIFEST);
        write(file, new Paper(paper), recipients, Progress.NONE, 1);
        return SealedFolder.digest(file, PackageFiles.SEALED_MANIFEST);
    }

    private static AgeWriter.Written write(
            Path file, PlainSource source, List<Recipient> recipients, Progress progress, int workers) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                EarlyForce _ = new EarlyForce(file)) {
            return AgeWriter.write(source, recipients, channel, progress, workers);
        } catch (IOException e) {
            throw new EvidenceRefused(
                    EvidenceFault.NOT_WRITTEN, file.getFileName().toString(), e);
        }
    }

    private static Hash salt() {
        byte[] salt = new byte[Hash.LENGTH];
        RANDOM.nextBytes(salt);
        return Hash.of(salt);
    }
}
