package comity.evidence.pack;

import comity.evidence.PackageFiles;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.contents.Contents;
import comity.evidence.paper.Authority;
import comity.evidence.signature.Trust;
import comity.kernel.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes the vectors anew, when it is named: `-Dtest=WriteEvidenceVectors`.
class WriteEvidenceVectors {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @TempDir
    private Path folder;

    @Test
    void write() throws IOException {
        for (KeyKind kind : KeyKind.values()) {
            Identity.Drawn key = Identity.draw(kind);
            String of = kind == KeyKind.X25519 ? "x25519" : "hybrid";
            make("good-one-file-" + of, key, Map.of("connections.csv", "event_utc,src_ip\n"), "");
            make("good-two-files-" + of, key, Map.of("a.csv", "a\n", "папка/空.csv", "b\n"), "");
            make("good-empty-file-" + of, key, Map.of("empty", ""), "");
        }
        Identity.Drawn key = Identity.draw(KeyKind.X25519);
        for (String part :
                List.of(PackageFiles.PAYLOAD, PackageFiles.SEALED_MANIFEST, PackageFiles.SEAL, PackageFiles.SEGMENTS)) {
            String name = part.substring(0, part.indexOf('.'));
            make("bad-" + name + "-changed", key, Map.of("a.csv", "a\n"), "change " + part);
            make("bad-" + name + "-cut", key, Map.of("a.csv", "a\n"), "cut " + part);
            make("bad-" + name + "-missing", key, Map.of("a.csv", "a\n"), "delete " + part);
        }
    }

    private void make(String name, Identity.Drawn key, Map<String, String> files, String spoil) throws IOException {
        Path source = Files.createDirectories(folder.resolve(name));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path place = source.resolve(file.getKey());
            Files.createDirectories(place.getParent());
            Files.writeString(place, file.getValue());
        }
        Path vector = VectorsTest.VECTORS.resolve(name);
        Path sealed = vector.resolve("package");
        Files.createDirectories(vector);
        try (Stream<Path> old = Files.exists(sealed) ? Files.list(sealed) : Stream.empty()) {
            for (Path each : old.toList()) {
                Files.delete(each);
            }
        }
        List<Path> paths = files.size() == 1
                ? List.of(source.resolve(files.keySet().iterator().next()))
                : List.of(source);
        new Sealer(Clock.fixed(VectorsTest.THEN, ZoneOffset.UTC), 1)
                .seal(
                        new Sealer.Wish(
                                Contents.of(paths),
                                List.of(key.recipient()),
                                new Authority(
                                        Optional.of("XA.PRS.2027.000318"),
                                        Optional.empty(),
                                        Optional.of("1"),
                                        Optional.empty()),
                                sealed,
                                Optional.empty()),
                        Progress.NONE);
        spoil(sealed, spoil);
        List<Finding> findings =
                new Checking(1, Trust.NONE, VectorsTest.THEN, Progress.NONE).sealed(sealed, List.of(key.identity()));
        Map<String, Object> says = new LinkedHashMap<>();
        says.put("good", spoil.isEmpty());
        says.put("identity", key.identity().reveal());
        says.put("recipient", key.recipient().text());
        findings.stream()
                .filter(each -> each.outcome() == Finding.Outcome.BAD)
                .findFirst()
                .ifPresent(first -> {
                    says.put("how", spoil);
                    says.put("check", VectorsTest.code(first.check()));
                    says.put("code", first.code());
                });
        Files.write(vector.resolve("vector.json"), JSON.writeValueAsBytes(says));
    }

    private static void spoil(Path sealed, String how) throws IOException {
        if (how.isEmpty()) {
            return;
        }
        String[] words = how.split(" ");
        Path part = sealed.resolve(words[1]);
        byte[] genuine = Files.readAllBytes(part);
        switch (words[0]) {
            case "change" -> {
                byte[] changed = part.endsWith(PackageFiles.SEAL)
                        ? Utf8.bytes(Utf8.text(genuine).replace("\"plainBytes\" : 2", "\"plainBytes\" : 3"))
                        : genuine.clone();
                if (!part.endsWith(PackageFiles.SEAL)) {
                    changed[changed.length - 1] ^= 1;
                }
                Files.write(part, changed);
            }
            case "cut" -> Files.write(part, Arrays.copyOf(genuine, genuine.length / 2));
            default -> Files.delete(part);
        }
    }
}
