package comity.evidence.court;

import comity.evidence.age.Identity;
import comity.evidence.age.Progress;
import comity.evidence.contents.FileLine;
import comity.evidence.pack.Opener;
import comity.evidence.pack.SealedFolder;
import comity.evidence.pack.Unfinished;
import comity.evidence.paper.Manifest;
import comity.evidence.signature.ContainerSigner;
import comity.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A bundle for a court: a bag (RFC 8493) with the exhibit in clear, the seal, a description in CASE, the
/// roots, a text that tells in six languages what the bundle is and how it is checked with `sha256sum` and
/// `openssl`, and a page that checks it in a browser.
public final class Bundle {
    /// The text with the commands.
    public static final String README = "README.txt";
    /// Checks any package or bundle in a browser, without a network; the same file in each bundle.
    public static final String PAGE = "verify.html";
    /// The exhibit and its sealing as investigative objects.
    public static final String CASE = "case.jsonld";
    /// The certificates that vouch for the signer.
    public static final String ROOTS = "trust/roots.pem";
    /// The small signed things in the one container that European validation services read.
    public static final String CONTAINER = Opener.SEAL_FOLDER + "seal.asice";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String RULE = "\n" + "-".repeat(72) + "\n\n";

    private final int workers;
    private final Optional<byte[]> roots;
    private final Optional<ContainerSigner> containers;
    private final Map<String, byte[]> more;

    /// @param roots certificates in PEM, when there are any to give along
    /// @param containers makes the ASiC-E container, when there is a key to sign it
    public Bundle(int workers, Optional<byte[]> roots, Optional<ContainerSigner> containers) {
        this(workers, roots, containers, Map.of());
    }

    /// @param more what else the court is given, by its name in the bundle; listed with its digest as all the
    ///     rest is
    public Bundle(int workers, Optional<byte[]> roots, Optional<ContainerSigner> containers, Map<String, byte[]> more) {
        this.workers = workers;
        this.roots = roots;
        this.containers = containers;
        this.more = Map.copyOf(more);
    }

    /// Opens a package into a bundle.
    ///
    /// @param target a folder that is not there yet, or empty
    /// @throws comity.evidence.EvidenceRefused as [Opener#open]
    public Manifest make(SealedFolder sealed, List<Identity> identities, Path target, Progress progress) {
        return new Opener(workers)
                .open(sealed, identities, target, (folder, paper) -> add(folder, sealed, paper), progress);
    }

    private void add(Unfinished folder, SealedFolder sealed, SealedFolder.OpenedManifest paper) {
        folder.write(
                README, readme(paper.manifest(), sealed.signature().isPresent()).getBytes(StandardCharsets.UTF_8));
        folder.write(PAGE, page());
        folder.write(CASE, describe(paper.manifest()));
        roots.ifPresent(pem -> folder.write(ROOTS, pem));
        more.forEach(folder::write);
        containers.ifPresent(signer -> {
            Map<String, byte[]> parts = new LinkedHashMap<>();
            parts.put("seal.json", sealed.statement());
            parts.put("manifest.json", paper.bytes());
            sealed.signature().ifPresent(signature -> parts.put("seal.json.p7s", signature));
            folder.write(CONTAINER, signer.container(parts));
        });
    }

    /// The page as it is put into each bundle, for whoever wants to have it on another way.
    public static byte[] page() {
        return resource(PAGE);
    }

    /// The text in all languages, the commands once and first: they are the same in all.
    private static String readme(Manifest manifest, boolean signed) {
        StringBuilder page = new StringBuilder(text("commands" + (signed ? "" : "-unsigned")));
        for (Language language : Language.values()) {
            page.append(RULE).append(text(language.tag()));
        }
        return page.toString()
                .replace("{package}", manifest.packageId().toString())
                .replace("{files}", Integer.toString(manifest.files().size()))
                .replace("{bytes}", Long.toString(manifest.bytes()))
                .replace("{sealedAt}", manifest.sealedAt().toString());
    }

    private static String text(String name) {
        return new String(resource("bundle-" + name + ".txt"), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String file) {
        try (InputStream in = Bundle.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The exhibit in the words of CASE and UCO, for tools that read them. Not signed for itself: the digests
    /// in it are those of the manifest.
    private static byte[] describe(Manifest manifest) {
        String exhibit = "urn:uuid:" + manifest.packageId();
        List<Map<String, Object>> graph = new ArrayList<>();
        List<Map<String, Object>> objects = new ArrayList<>();
        for (int i = 0; i < manifest.files().size(); i++) {
            String id = exhibit + "#file-" + (i + 1);
            objects.add(Map.of("@id", id));
            graph.add(file(id, manifest.files().get(i)));
        }
        Map<String, Object> sealing = node(exhibit + "#sealing", "case-investigation:InvestigativeAction");
        sealing.put("uco-core:name", "sealed");
        sealing.put(
                "uco-action:endTime", typed("xsd:dateTime", manifest.sealedAt().toString()));
        sealing.put("uco-action:result", Map.of("@id", exhibit + "#provenance"));
        Map<String, Object> provenance = node(exhibit + "#provenance", "case-investigation:ProvenanceRecord");
        manifest.authority().exhibit().ifPresent(number -> provenance.put("case-investigation:exhibitNumber", number));
        provenance.put("uco-core:object", objects);
        graph.add(provenance);
        graph.add(sealing);
        Map<String, Object> document = new LinkedHashMap<>();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("case-investigation", "https://ontology.caseontology.org/case/investigation/");
        context.put("uco-action", "https://ontology.unifiedcyberontology.org/uco/action/");
        context.put("uco-core", "https://ontology.unifiedcyberontology.org/uco/core/");
        context.put("uco-observable", "https://ontology.unifiedcyberontology.org/uco/observable/");
        context.put("uco-types", "https://ontology.unifiedcyberontology.org/uco/types/");
        context.put("uco-vocabulary", "https://ontology.unifiedcyberontology.org/uco/vocabulary/");
        context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        document.put("@context", context);
        document.put("@graph", graph);
        return JSON.writeValueAsBytes(document);
    }

    private static Map<String, Object> file(String id, FileLine line) {
        Map<String, Object> hash = node(id + "-hash", "uco-types:Hash");
        hash.put("uco-types:hashMethod", typed("uco-vocabulary:HashNameVocab", "SHA256"));
        hash.put("uco-types:hashValue", typed("xsd:hexBinary", line.sha256().hex()));
        Map<String, Object> content = node(id + "-content", "uco-observable:ContentDataFacet");
        content.put("uco-observable:sizeInBytes", typed("xsd:integer", Long.toString(line.bytes())));
        content.put("uco-observable:hash", List.of(hash));
        Map<String, Object> facet = node(id + "-file", "uco-observable:FileFacet");
        facet.put("uco-observable:fileName", line.name().substring(line.name().lastIndexOf('/') + 1));
        facet.put("uco-observable:filePath", line.name());
        facet.put(
                "uco-observable:modifiedTime",
                typed("xsd:dateTime", line.modified().toString()));
        facet.put("uco-observable:sizeInBytes", typed("xsd:integer", Long.toString(line.bytes())));
        Map<String, Object> file = node(id, "uco-observable:File");
        file.put("uco-core:hasFacet", List.of(facet, content));
        return file;
    }

    private static Map<String, Object> node(String id, String type) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", id);
        node.put("@type", type);
        return node;
    }

    private static Map<String, Object> typed(String type, String value) {
        return Map.of("@type", type, "@value", value);
    }
}
