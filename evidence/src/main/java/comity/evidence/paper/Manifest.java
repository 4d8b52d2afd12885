package comity.evidence.paper;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.age.Recipient;
import comity.evidence.contents.FileLine;
import comity.evidence.contents.Names;
import comity.ledger.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What an exhibit is: its files with their digests, and what authorised it. Only the recipients can read it,
/// because a digest of a short file, a telephone number for instance, can be guessed.
///
/// @param packageId the package, the same in the seal
/// @param salt 32 random bytes, so that the digest of the manifest, which the seal shows, tells nothing
/// @param shape how the files lie in the payload
/// @param recipients for whom it was sealed, as age writes them
public record Manifest(
        UUID packageId,
        Hash salt,
        Instant sealedAt,
        Authority authority,
        Shape shape,
        List<FileLine> files,
        List<String> recipients) {
    private static final String TYPE = "evidence-manifest";
    private static final Documents DOCUMENTS = new Documents(PackageFiles.MANIFEST);

    /// How the files lie in the payload.
    public enum Shape {
        /// The payload is the one file itself.
        FILE("file"),
        /// The payload is a tar archive (POSIX.1-2001, pax) of the files, in the order of the manifest.
        TAR("tar");

        private final String code;

        Shape(String code) {
            this.code = code;
        }

        static Optional<Shape> of(String code) {
            return List.of(values()).stream()
                    .filter(shape -> shape.code.equals(code))
                    .findFirst();
        }
    }

    public Manifest {
        files = List.copyOf(files);
        recipients = List.copyOf(recipients);
        if (files.isEmpty() || (shape == Shape.FILE && files.size() != 1)) {
            throw new IllegalArgumentException("A payload of " + files.size() + " files is not a " + shape.code);
        }
    }

    /// Bytes of all files together.
    public long bytes() {
        return files.stream().mapToLong(FileLine::bytes).sum();
    }

    /// Whether a seal speaks of the same package, time and keys.
    public boolean fits(Seal seal) {
        return packageId.equals(seal.packageId())
                && sealedAt.equals(seal.sealedAt())
                && seal.keyIds()
                        .equals(recipients.stream().map(Recipient::keyIdOf).toList());
    }

    /// The document as it is sealed.
    public byte[] write() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("v", 1);
        document.put("type", TYPE);
        document.put("package", packageId.toString());
        document.put("salt", salt.hex());
        document.put("sealedAt", sealedAt.toString());
        authority.request().ifPresent(value -> document.put("request", value));
        authority.order().ifPresent(value -> document.put("order", value));
        authority.item().ifPresent(value -> document.put("item", value));
        authority.exhibit().ifPresent(value -> document.put("exhibit", value));
        document.put("shape", shape.code);
        document.put("files", files.stream().map(Manifest::line).toList());
        document.put("recipients", recipients);
        return Documents.write(document);
    }

    private static Map<String, Object> line(FileLine file) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", file.name());
        line.put("bytes", file.bytes());
        line.put("sha256", file.sha256().hex());
        line.put("modified", file.modified().toString());
        return line;
    }

    /// Reads a document.
    ///
    /// @throws EvidenceRefused when it is not a manifest, or names a file that could not safely be written
    public static Manifest read(byte[] bytes) {
        JsonNode document = DOCUMENTS.read(bytes, TYPE);
        Set<String> seen = new HashSet<>();
        List<FileLine> files = new ArrayList<>();
        for (JsonNode line : DOCUMENTS.list(document, "files")) {
            String name = DOCUMENTS.text(line, "name");
            Names.requireSafe(name);
            if (!seen.add(Names.folded(name))) {
                throw new EvidenceRefused(EvidenceFault.NAME_TWICE, name);
            }
            files.add(new FileLine(
                    name,
                    DOCUMENTS.number(line, "bytes", 0),
                    DOCUMENTS.hash(line, "sha256"),
                    DOCUMENTS.time(line, "modified")));
        }
        List<String> recipients = new ArrayList<>();
        for (JsonNode recipient : DOCUMENTS.list(document, "recipients")) {
            recipients.add(recipient.stringValue(""));
        }
        try {
            return new Manifest(
                    DOCUMENTS.id(document, "package"),
                    DOCUMENTS.hash(document, "salt"),
                    DOCUMENTS.time(document, "sealedAt"),
                    new Authority(
                            DOCUMENTS.optionalText(document, "request"),
                            DOCUMENTS.optionalText(document, "order"),
                            DOCUMENTS.optionalText(document, "item"),
                            DOCUMENTS.optionalText(document, "exhibit")),
                    Shape.of(DOCUMENTS.text(document, "shape")).orElseThrow(() -> DOCUMENTS.malformed("/shape")),
                    files,
                    recipients);
        } catch (IllegalArgumentException e) {
            throw DOCUMENTS.malformed("/files");
        }
    }
}
