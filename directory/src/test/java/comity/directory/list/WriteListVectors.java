package comity.directory.list;

import comity.directory.keys.RegistryKey;
import comity.kernel.Utf8;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes docs/protocol/vectors/directory anew, with a new key. Run by hand when the list gains a case.
public final class WriteListVectors {
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final Path folder;
    private final RegistryKey registry = RegistryKey.generate();
    private final RegistryKey impostor = RegistryKey.generate();

    private WriteListVectors(Path folder) {
        this.folder = folder;
    }

    /// @param arguments an empty folder
    public static void main(String[] arguments) throws IOException {
        new WriteListVectors(Path.of(arguments[0])).write();
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("registry.jwk"), registry.publicJwk() + "\n");
        versions();
        signatures();
        documents();
    }

    private void versions() throws IOException {
        put("taken-first", "taken", "the first edition", "", document(1));
        put(
                "taken-with-a-gap",
                "taken",
                "edition 5 after edition 1: editions may be missed",
                "taken-first",
                document(5));
        put(
                "taken-expired",
                "taken",
                "past its end: an old number is better than none",
                "",
                with(json -> json.put("expiresAt", "2027-02-01T00:00:00Z")));
        put("taken-unknown-members", "taken", "members of a newer version are left unread", "", with(json -> {
            json.put("colour", "blue");
            ((ObjectNode) json.path("entries").get(0)).put("anthem", "…");
        }));
        put("two-faced-first", "taken", "edition 3", "", document(3));
        String unchanged = sign(registry, header(registry.id()), document(7).toString());
        text("unchanged-first", "taken", "edition 7", "", unchanged);
        text("unchanged", "unchanged", "edition 7 again, the same bytes", "unchanged-first", unchanged);
        put("list-went-back", "list-went-back", "edition 2 after edition 3", "two-faced-first", document(2));
        put(
                "list-two-faced",
                "list-two-faced",
                "another edition 3",
                "two-faced-first",
                with(3, json -> json.put("issuedAt", "2027-03-02T00:00:00Z")));
    }

    private void signatures() throws IOException {
        String good = sign(registry, header(registry.id()), document(1).toString());
        String other = sign(registry, header(registry.id()), document(2).toString());
        String[] parts = good.split("\\.");
        text(
                "forged-key",
                "list-forged",
                "by a key that is not pinned",
                "",
                sign(impostor, header(impostor.id()), document(1).toString()));
        text(
                "forged-key-id",
                "list-forged",
                "by a key that is not pinned, under the name of the pinned one",
                "",
                sign(impostor, header(registry.id()), document(1).toString()));
        text(
                "forged-payload",
                "list-forged",
                "the payload of another edition",
                "",
                parts[0] + "." + other.split("\\.")[1] + "." + parts[2]);
        text(
                "forged-zeros",
                "list-forged",
                "a signature of zeros",
                "",
                parts[0] + "." + parts[1] + "." + URL.encodeToString(new byte[64]));
        text(
                "malformed-second-spelling",
                "list-malformed",
                "a good edition with a loose bit in its signature",
                "",
                good.substring(0, good.length() - 1) + next(good.charAt(good.length() - 1)));
        text("malformed-four-parts", "list-malformed", "a good edition with a fourth part", "", good + ".");
        text("malformed-not-a-jws", "list-malformed", "no JWS", "", "good evening");
        String plain = document(1).toString();
        text(
                "malformed-typ",
                "list-malformed",
                "typ of a letter",
                "",
                sign(registry, header(registry.id()).replace("comity-directory+jws", "comity-letters+jws"), plain));
        text(
                "malformed-alg",
                "list-malformed",
                "alg is not ES256",
                "",
                sign(registry, header(registry.id()).replace("ES256", "ES384"), plain));
        text(
                "malformed-crit",
                "list-malformed",
                "crit",
                "",
                sign(registry, header(registry.id()).replace("{", "{\"crit\":[\"exp\"],\"exp\":1,"), plain));
    }

    private void documents() throws IOException {
        put("unknown-version", "list-unknown-version", "v is 2", "", with(json -> json.put("v", 2)));
        put(
                "malformed-version-zero",
                "list-malformed",
                "editions count from 1",
                "",
                with(json -> json.put("version", 0)));
        put("malformed-no-time", "list-malformed", "issuedAt is missing", "", with(json -> json.remove("issuedAt")));
        put("malformed-no-entries", "list-malformed", "entries is missing", "", with(json -> json.remove("entries")));
        put(
                "malformed-state-twice",
                "list-malformed",
                "two entries for XA",
                "",
                with(json -> json.withArray("entries").add(EntryJson.write(Entries.full("XA")))));
        put("malformed-state", "list-malformed", "no State code", "", entry(json -> json.put("state", "Arvenia")));
        put("malformed-zone", "list-malformed", "no such time zone", "", entry(json -> json.put("zone", "Mars/Base")));
        put("malformed-status", "list-malformed", "an unknown status", "", entry(json -> json.put("status", "friend")));
        put(
                "malformed-no-english-name",
                "list-malformed",
                "no English name",
                "",
                entry(json -> ((ObjectNode) json.path("names")).remove("en")));
        put(
                "malformed-open-address",
                "list-malformed",
                "letters to an http address",
                "",
                entry(json -> ((ObjectNode) json.path("node")).put("letters", "http://node.example")));
        revocations();
    }

    private void revocations() throws IOException {
        String digest = "q".repeat(42) + "o";
        put(
                "taken-nothing-revoked",
                "taken",
                "revoked may be missing",
                "",
                entry(json -> ((ObjectNode) json.path("node")).remove("revoked")));
        put(
                "malformed-revoked-nothing",
                "list-malformed",
                "neither a certificate nor a key is named",
                "",
                entry(json -> revoked(json).addObject().put("from", "2027-03-01T00:00:00Z")));
        put(
                "malformed-revoked-both",
                "list-malformed",
                "a certificate and a key in one",
                "",
                entry(json -> revoked(json)
                        .addObject()
                        .put("certificate", digest)
                        .put("key", digest)
                        .put("from", "2027-03-01T00:00:00Z")));
        put(
                "malformed-revoked-no-time",
                "list-malformed",
                "from when is missing",
                "",
                entry(json -> revoked(json).addObject().put("key", digest)));
        put(
                "malformed-revoked-hex",
                "list-malformed",
                "a digest in hexadecimal digits",
                "",
                entry(json ->
                        revoked(json).addObject().put("key", "0".repeat(64)).put("from", "2027-03-01T00:00:00Z")));
    }

    private static ArrayNode revoked(ObjectNode entry) {
        return ((ObjectNode) entry.path("node")).putArray("revoked");
    }

    private static ObjectNode document(long number) {
        ObjectNode json = EntryJson.JSON.createObjectNode();
        json.put("v", 1);
        json.put("version", number);
        json.put("issuedAt", "2027-03-01T00:00:00Z");
        json.put("expiresAt", "2027-04-01T00:00:00Z");
        json.putArray("entries").add(EntryJson.write(Entries.full("XA")));
        return json;
    }

    private static ObjectNode with(Consumer<ObjectNode> change) {
        return with(1, change);
    }

    private static ObjectNode with(long number, Consumer<ObjectNode> change) {
        ObjectNode json = document(number);
        change.accept(json);
        return json;
    }

    private static ObjectNode entry(Consumer<ObjectNode> change) {
        return with(json -> change.accept((ObjectNode) json.path("entries").get(0)));
    }

    /// The next letter of base64url: another spelling of the same bytes, for the last letter of a signature carries
    /// four
    /// bits that mean nothing.
    private static char next(char letter) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return letters.charAt(letters.indexOf(letter) + 1);
    }

    private static String header(String keyId) {
        return "{\"alg\":\"ES256\",\"typ\":\"comity-directory+jws\",\"kid\":\"" + keyId + "\"}";
    }

    private void put(String name, String expect, String about, String after, ObjectNode document) throws IOException {
        text(name, expect, about, after, sign(registry, header(registry.id()), document.toString()));
    }

    private void text(String name, String expect, String about, String after, String list) throws IOException {
        String before = after.isEmpty() ? "" : "after: " + after + "\n";
        Files.writeString(
                folder.resolve(name + ".txt"),
                "expect: " + expect + "\nabout: " + about + "\n" + before + "list: " + list + "\n");
    }

    private static String sign(RegistryKey key, String header, String payload) {
        String input = URL.encodeToString(Utf8.bytes(header)) + "." + URL.encodeToString(Utf8.bytes(payload));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key.privateKey());
            signature.update(Utf8.bytes(input));
            return input + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
