package comity.directory.list;

import comity.directory.Book;
import comity.directory.keys.RegistryKey;
import comity.kernel.Sha256;
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

/// Writes docs/protocol/vectors/directory and line-patch anew, with a new key. Run by hand when the list gains a case.
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
        books();
        patches();
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

    private void books() throws IOException {
        put("taken-books", "taken", "two books beside the entries", "", with(json -> {
            book(json, "law/XA", "2".repeat(64), 0);
            book(json, "treaties", "1".repeat(64), 1024);
        }));
        put("taken-no-books", "taken", "books may be there and empty", "", with(json -> json.putArray("books")));
        put(
                "malformed-book-name",
                "list-malformed",
                "a book whose name climbs out of its folder",
                "",
                with(json -> book(json, "../law/XA", "1".repeat(64), 1)));
        put(
                "malformed-book-digest",
                "list-malformed",
                "a digest in base64url",
                "",
                with(json -> book(json, "treaties", "A".repeat(43), 1)));
        put(
                "malformed-book-length",
                "list-malformed",
                "a book of more than 16 MiB",
                "",
                with(json -> book(json, "treaties", "1".repeat(64), Book.LARGEST + 1)));
        put("malformed-book-twice", "list-malformed", "two books of one name", "", with(json -> {
            book(json, "treaties", "1".repeat(64), 1);
            book(json, "treaties", "2".repeat(64), 1);
        }));
        put("malformed-too-many-books", "list-malformed", "401 books", "", with(json -> {
            for (int i = 0; i <= Book.MOST; i++) {
                book(json, "law/" + i, "1".repeat(64), 1);
            }
        }));
        put("malformed-shelf", "list-malformed", "books of more than 64 MiB together", "", with(json -> {
            for (int i = 0; i < 5; i++) {
                book(json, "law/" + i, "1".repeat(64), Book.LARGEST);
            }
        }));
    }

    private static void book(ObjectNode list, String name, String digest, int length) {
        list.withArray("books")
                .addObject()
                .put("name", name)
                .put("digest", digest)
                .put("length", length);
    }

    /// Patches lie in a folder of their own: `line-patch` beside this one.
    private void patches() throws IOException {
        Path patches = Files.createDirectories(folder.resolveSibling("line-patch"));
        Files.writeString(patches.resolve("registry.jwk"), registry.publicJwk() + "\n");
        String former = sign(registry, header(registry.id()), document(1).toString());
        String next = sign(registry, header(registry.id()), document(2).toString());
        patch(
                patches,
                "list",
                "patched",
                "edition 2 after edition 1",
                former,
                LinePatch.ofList(Utf8.bytes(former), Utf8.bytes(next)),
                next);
        String one = "alpha\nbeta, a line that is long enough\ngamma\n";
        String other = "alpha\nbeta, a line that is long enough\ndelta";
        String patch = Utf8.text(LinePatch.ofBook(Utf8.bytes(one), Utf8.bytes(other)));
        patch(patches, "book", "patched", "the last line is another, without its end", one, Utf8.bytes(patch), other);
        patch(
                patches,
                "nothing-left",
                "patched",
                "the next book is empty",
                one,
                LinePatch.ofBook(Utf8.bytes(one), new byte[0]),
                "");
        unfit(patches, "something-else", "a patch of another book", one, patch.replaceFirst("from .", "from x"));
        unfit(patches, "not-there", "it copies what is not there", one, head(one) + "= 40 9\nend\n");
        unfit(patches, "negative", "a negative length", one, head(one) + "= 0 -9\nend\n");
        unfit(patches, "leading-zero", "a number with a leading zero", one, head(one) + "= 0 09\nend\n");
        unfit(patches, "too-early", "it ends within what is new", one, head(one) + "+ 9\nabc\nend\n");
        unfit(patches, "no-line-feed", "no line feed after what is new", one, head(one) + "+ 3\nabcend\n");
        unfit(patches, "no-end", "no end", one, head(one) + "= 0 6\n");
        unfit(patches, "after-the-end", "something after the end", one, head(one) + "end\n\n");
        unfit(
                patches,
                "too-large",
                "what comes out has more than 1 MiB",
                one,
                head(one) + "= 0 45\n".repeat(24_000) + "end\n");
    }

    private static String head(String former) {
        return "comity-line-patch 1\nfrom " + Sha256.hex(Utf8.bytes(former)) + "\n";
    }

    private static void unfit(Path folder, String name, String about, String former, String patch) throws IOException {
        patch(folder, name, "unfit", about, former, Utf8.bytes(patch), "");
    }

    private static void patch(
            Path folder, String name, String expect, String about, String former, byte[] patch, String gives)
            throws IOException {
        Base64.Encoder encoder = Base64.getEncoder();
        Files.writeString(
                folder.resolve(name + ".txt"),
                "expect: " + expect + "\nabout: " + about + "\nformer: "
                        + encoder.encodeToString(Utf8.bytes(former)) + "\npatch: " + encoder.encodeToString(patch)
                        + "\ngives: " + encoder.encodeToString(Utf8.bytes(gives)) + "\n");
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
    /// four bits that mean nothing.
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
