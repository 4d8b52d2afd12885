package comity.evidence.paper;

import comity.evidence.PackageFiles;
import comity.evidence.age.Geometry;
import comity.ledger.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// What is signed: which sealed bytes make up a package. It says nothing of the case, so a carrier, a store or a
/// node on the way can check with it what it holds without being able to open it.
///
/// @param payload the lengths of the payload
/// @param root the root of the tree over the payload's leaves
/// @param segments the digest of the file of segments
/// @param manifest the digest of the manifest, which can be checked once it is opened
/// @param sealedManifest the digest of the manifest as it is sealed
/// @param keyIds short names of the keys that open it
public record Seal(
        UUID packageId,
        Instant sealedAt,
        Geometry payload,
        Hash root,
        Hash segments,
        Hash manifest,
        Hash sealedManifest,
        List<String> keyIds) {
    private static final String TYPE = "evidence-seal";
    private static final String FORMAT = "age-encryption.org/v1";
    private static final Documents DOCUMENTS = new Documents(PackageFiles.SEAL);

    public Seal {
        keyIds = List.copyOf(keyIds);
    }

    /// The bytes that are signed.
    public byte[] write() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("file", PackageFiles.PAYLOAD);
        inner.put("format", FORMAT);
        inner.put("bytes", payload.fileLength());
        inner.put("headerBytes", payload.headerLength());
        inner.put("plainBytes", payload.plainLength());
        inner.put("root", root.hex());
        inner.put("segmentsSha256", segments.hex());
        Map<String, Object> paper = new LinkedHashMap<>();
        paper.put("file", PackageFiles.SEALED_MANIFEST);
        paper.put("sha256", sealedManifest.hex());
        paper.put("openedSha256", manifest.hex());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("v", 1);
        document.put("type", TYPE);
        document.put("package", packageId.toString());
        document.put("sealedAt", sealedAt.toString());
        document.put("payload", inner);
        document.put("manifest", paper);
        document.put("keys", keyIds);
        return Documents.write(document);
    }

    /// Reads a document.
    ///
    /// @throws comity.evidence.EvidenceRefused when it is not a seal
    public static Seal read(byte[] bytes) {
        JsonNode document = DOCUMENTS.read(bytes, TYPE);
        JsonNode inner = DOCUMENTS.object(document, "payload");
        JsonNode paper = DOCUMENTS.object(document, "manifest");
        if (!DOCUMENTS.text(inner, "format").equals(FORMAT)
                || !DOCUMENTS.text(inner, "file").equals(PackageFiles.PAYLOAD)) {
            throw DOCUMENTS.malformed("/payload/format");
        }
        if (!DOCUMENTS.text(paper, "file").equals(PackageFiles.SEALED_MANIFEST)) {
            throw DOCUMENTS.malformed("/manifest/file");
        }
        long header = DOCUMENTS.number(inner, "headerBytes", 1);
        if (header > Integer.MAX_VALUE) {
            throw DOCUMENTS.malformed("/payload/headerBytes");
        }
        Geometry geometry = geometry((int) header, DOCUMENTS.number(inner, "plainBytes", 0));
        if (geometry.fileLength() != DOCUMENTS.number(inner, "bytes", 0)) {
            throw DOCUMENTS.malformed("/payload/bytes");
        }
        List<String> keyIds = new ArrayList<>();
        for (JsonNode key : DOCUMENTS.list(document, "keys")) {
            keyIds.add(key.stringValue(""));
        }
        return new Seal(
                DOCUMENTS.id(document, "package"),
                DOCUMENTS.time(document, "sealedAt"),
                geometry,
                DOCUMENTS.hash(inner, "root"),
                DOCUMENTS.hash(inner, "segmentsSha256"),
                DOCUMENTS.hash(paper, "openedSha256"),
                DOCUMENTS.hash(paper, "sha256"),
                keyIds);
    }

    private static Geometry geometry(int header, long plain) {
        try {
            return new Geometry(header, plain);
        } catch (IllegalArgumentException e) {
            throw DOCUMENTS.malformed("/payload/plainBytes");
        }
    }
}
