package comity.evidence.pack;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.AgeReader;
import comity.evidence.age.Identity;
import comity.evidence.age.Progress;
import comity.evidence.age.Segments;
import comity.evidence.bag.Bag;
import comity.evidence.contents.FileLine;
import comity.evidence.contents.Unpacking;
import comity.evidence.pack.Finding.Check;
import comity.evidence.paper.Manifest;
import comity.evidence.paper.Seal;
import comity.evidence.signature.SignatureFinding;
import comity.evidence.signature.SignatureVerifier;
import comity.evidence.signature.Trust;
import comity.ledger.Hash;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks a package, sealed or opened, and says of each question what it found. Nothing is changed.
public final class Checking {
    private final int workers;
    private final Trust trust;
    private final Instant now;
    private final Progress progress;

    /// @param trust whom the verifier believes; when it names nobody, only the signature itself is checked
    /// @param now when a signature without a time-stamp is judged
    public Checking(int workers, Trust trust, Instant now, Progress progress) {
        this.workers = workers;
        this.trust = trust;
        this.now = now;
        this.progress = progress;
    }

    /// Checks a package that is sealed.
    ///
    /// @param identities the keys that open it; without any the contents are not looked at
    public List<Finding> sealed(Path folder, List<Identity> identities) {
        List<Finding> findings = new ArrayList<>();
        SealedFolder sealed;
        try {
            sealed = SealedFolder.read(folder);
        } catch (EvidenceRefused e) {
            return List.of(bad(Check.FORM, e));
        }
        findings.add(Finding.good(Check.FORM));
        findings.add(attempt(Check.PAYLOAD, () -> payload(sealed)));
        findings.add(attempt(Check.SEALED_MANIFEST, () -> sealedManifest(sealed)));
        findings.addAll(signature(sealed));
        if (identities.isEmpty()) {
            findings.add(Finding.notDone(Check.CONTENTS, "no-identity"));
        } else {
            contents(sealed, identities, findings);
        }
        return List.copyOf(findings);
    }

    private Finding payload(SealedFolder sealed) throws IOException {
        Seal seal = sealed.seal();
        try (FileChannel file = sealed.openPayload()) {
            if (file.size() != seal.payload().fileLength()) {
                return Finding.bad(Check.PAYLOAD, "length-differs", PackageFiles.PAYLOAD);
            }
            Segments read = Segments.hash(file, seal.payload(), progress, workers);
            byte[] listed = sealed.segments();
            if (!read.root().equals(seal.root())) {
                return Finding.bad(Check.PAYLOAD, EvidenceFault.PART_CHANGED.code(), changed(seal, read, listed));
            }
            return Arrays.equals(listed, read.bytes()) && Hash.ofContent(listed).equals(seal.segments())
                    ? Finding.good(Check.PAYLOAD)
                    : Finding.bad(Check.PAYLOAD, EvidenceFault.PART_CHANGED.code(), PackageFiles.SEGMENTS);
        }
    }

    /// Names the bytes of the first segment that is not as it was, when the list of segments is genuine.
    private static String changed(Seal seal, Segments read, byte[] listed) {
        if (Hash.ofContent(listed).equals(seal.segments())) {
            Segments genuine = Segments.of(seal.payload(), listed);
            for (int i = 0; i < read.count(); i++) {
                if (!read.segment(i).equals(genuine.segment(i))) {
                    long begin = seal.payload().placeOfSegment(i);
                    return PackageFiles.PAYLOAD + " " + begin + "–"
                            + (begin + seal.payload().lengthOfSegment(i) - 1);
                }
            }
        }
        return PackageFiles.PAYLOAD;
    }

    private static Finding sealedManifest(SealedFolder sealed) {
        Hash read = SealedFolder.digest(
                sealed.folder().resolve(PackageFiles.SEALED_MANIFEST), PackageFiles.SEALED_MANIFEST);
        return read.equals(sealed.seal().sealedManifest())
                ? Finding.good(Check.SEALED_MANIFEST)
                : Finding.bad(Check.SEALED_MANIFEST, EvidenceFault.PART_CHANGED.code(), PackageFiles.SEALED_MANIFEST);
    }

    /// When the verifier brought roots, a package that nobody signed is not good: anybody could have made it.
    private List<Finding> signature(SealedFolder sealed) {
        if (sealed.signature().isEmpty()) {
            return List.of(
                    trust.roots().isEmpty()
                            ? Finding.notDone(Check.SIGNATURE, "not-signed")
                            : Finding.bad(Check.SIGNATURE, "not-signed", PackageFiles.SIGNATURE));
        }
        SignatureFinding found = new SignatureVerifier(trust, now)
                .check(sealed.statement(), sealed.signature().get());
        List<Finding> findings = new ArrayList<>();
        findings.add(said(Check.SIGNATURE, found.integrity(), PackageFiles.SIGNATURE));
        if (found.integrity().kind() == SignatureFinding.Kind.YES) {
            findings.add(said(Check.SIGNER, found.signer(), found.signerName().orElse("")));
            findings.add(said(
                    Check.TIME,
                    found.time(),
                    found.signedAt().map(Instant::toString).orElse("")));
        }
        return findings;
    }

    private static Finding said(Check check, SignatureFinding.Answer answer, String subject) {
        Finding.Outcome outcome = switch (answer.kind()) {
            case YES -> Finding.Outcome.GOOD;
            case NO -> Finding.Outcome.BAD;
            // Roots that nobody brought were not asked about.
            case UNKNOWN, ABSENT -> Finding.Outcome.NOT_DONE;
        };
        return new Finding(check, outcome, subject, answer.code());
    }

    private void contents(SealedFolder sealed, List<Identity> identities, List<Finding> findings) {
        Manifest manifest;
        try {
            manifest = sealed.openManifest(identities).manifest();
        } catch (EvidenceRefused e) {
            findings.add(
                    e.fault() == EvidenceFault.NOT_FOR_US
                            ? Finding.unknown(Check.MANIFEST, e.fault().code(), e.subject())
                            : bad(Check.MANIFEST, e));
            return;
        }
        findings.add(Finding.good(Check.MANIFEST));
        findings.add(attempt(Check.CONTENTS, () -> {
            try (FileChannel file = sealed.openPayload()) {
                Unpacking.unpack(
                        AgeReader.of(file, identities),
                        manifest.shape() == Manifest.Shape.TAR,
                        manifest.files(),
                        Unpacking.Keeper.NONE,
                        progress,
                        workers);
            }
            return Finding.good(Check.CONTENTS);
        }));
    }

    /// Checks a package that was opened, or the bundle made of it.
    public List<Finding> opened(Path folder) {
        List<Finding> findings = new ArrayList<>();
        SealedFolder sealed;
        Manifest manifest;
        Bag.Checked checked;
        try {
            Path papers = folder.resolve(Opener.SEAL_FOLDER);
            sealed = SealedFolder.read(papers);
            byte[] paper = SealedFolder.manifest(papers);
            manifest = Manifest.read(paper);
            checked = new Bag(folder).check(progress);
            findings.add(Finding.good(Check.FORM));
            boolean fits = Hash.ofContent(paper).equals(sealed.seal().manifest()) && manifest.fits(sealed.seal());
            findings.add(
                    fits
                            ? Finding.good(Check.MANIFEST)
                            : Finding.bad(Check.MANIFEST, EvidenceFault.PART_CHANGED.code(), PackageFiles.MANIFEST));
        } catch (EvidenceRefused e) {
            return List.of(bad(Check.FORM, e));
        }
        findings.addAll(signature(sealed));
        compare(manifest, checked, findings);
        ledger(folder, findings);
        return List.copyOf(findings);
    }

    private void ledger(Path folder, List<Finding> findings) {
        try {
            new LedgerCheck(folder, now).look().ifPresent(findings::add);
        } catch (IOException e) {
            findings.add(Finding.unknown(Check.LEDGER, EvidenceFault.FILE_UNREADABLE.code(), PackageFiles.LEDGER));
        }
    }

    private static void compare(Manifest manifest, Bag.Checked checked, List<Finding> findings) {
        int before = findings.size();
        Bag.Differences differences = checked.differences();
        differences
                .changed()
                .forEach(name -> findings.add(Finding.bad(Check.CONTENTS, EvidenceFault.PART_CHANGED.code(), name)));
        Map<String, Hash> listed = new HashMap<>(checked.data());
        for (FileLine file : manifest.files()) {
            Hash digest = listed.remove(file.name());
            if (digest == null) {
                findings.add(Finding.bad(Check.COMPLETE, EvidenceFault.PART_MISSING.code(), file.name()));
            } else if (!digest.equals(file.sha256())) {
                findings.add(Finding.bad(Check.CONTENTS, EvidenceFault.CONTENTS_DIFFER.code(), file.name()));
            }
        }
        differences
                .missing()
                .forEach(name -> findings.add(Finding.bad(Check.COMPLETE, EvidenceFault.PART_MISSING.code(), name)));
        listed.keySet().forEach(name -> findings.add(Finding.bad(Check.COMPLETE, "not-listed", name)));
        differences.unlisted().forEach(name -> findings.add(Finding.bad(Check.COMPLETE, "not-listed", name)));
        if (findings.size() == before) {
            findings.add(Finding.good(Check.CONTENTS));
            findings.add(Finding.good(Check.COMPLETE));
        }
    }

    private interface Question {
        Finding ask() throws IOException;
    }

    private static Finding attempt(Check check, Question question) {
        try {
            return question.ask();
        } catch (EvidenceRefused e) {
            return bad(check, e);
        } catch (IOException e) {
            return Finding.unknown(check, EvidenceFault.FILE_UNREADABLE.code(), "");
        }
    }

    private static Finding bad(Check check, EvidenceRefused e) {
        return e.fault() == EvidenceFault.FILE_UNREADABLE
                ? Finding.unknown(check, e.fault().code(), e.subject())
                : Finding.bad(check, e.fault().code(), e.subject());
    }
}
