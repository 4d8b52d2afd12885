package comity.federation.courier;

import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.directory.Revocation;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.Pem;
import comity.directory.keys.SealKey;
import comity.directory.list.EntryJson;
import comity.federation.Forger;
import comity.kernel.Sha256;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.TreatyStatus;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes docs/protocol/vectors/receipts anew, with new keys. Run by hand when the protocol gains a
/// case. Receipts are put together here without the code under test, as another implementer would.
public final class WriteReceiptVectors {
    private static final Instant NOW = Instant.parse("2027-03-13T01:14:00Z");
    /// From when on the seal of XB is revoked.
    private static final Instant STOLEN = NOW.plus(Duration.ofDays(2));

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORIGIN = "ledger.example/xb";
    private static final String DIGEST = Sha256.hex(Utf8.bytes("an envelope"));

    private final Path folder;
    private final KeyCeremony.NodeKeys belmora = keys("XB");
    private final KeyCeremony.NodeKeys impostor = keys("XB");
    private final KeyCeremony.NodeKeys arvenia = keys("XA");
    private final LogKey ledger = LogKey.generate(ORIGIN);
    private final MemoryTree tree = new MemoryTree();
    private final List<Hash> commitments = new ArrayList<>();
    private final List<UUID> letters = List.of(letter(1), letter(2), letter(3));

    private WriteReceiptVectors(Path folder) {
        this.folder = folder;
        for (int i = 0; i < 11; i++) {
            Hash commitment = Hash.ofContent(Utf8.bytes("salt " + i), Utf8.bytes("statement " + i));
            commitments.add(commitment);
            tree.append(commitment);
        }
    }

    /// @param arguments an empty folder
    public static void main(String[] arguments) throws IOException {
        new WriteReceiptVectors(Path.of(arguments[0])).write();
    }

    private static KeyCeremony.NodeKeys keys(String state) {
        return KeyCeremony.hold(new StateCode(state), List.of("localhost"), NOW.minus(Duration.ofDays(30)));
    }

    private static UUID letter(int number) {
        return UUID.fromString("01995f1c-0000-7000-8000-00000000000" + number);
    }

    private void write() throws IOException {
        Files.createDirectories(folder.resolve("directory"));
        writeEntry("XA", arvenia, LogKey.generate("ledger.example/xa"), List.of());
        writeEntry("XB", belmora, ledger, List.of(Revocation.of(belmora.seal().certificate(), STOLEN)));
        believed();
        form();
        signer();
        answer();
        checkpoint();
        proof();
    }

    private void writeEntry(String state, KeyCeremony.NodeKeys keys, LogKey key, List<Revocation> revoked)
            throws IOException {
        NodeAddress node = new NodeAddress(
                        URI.create("https://node.example:8443"),
                        URI.create("https://www.example"),
                        key.origin(),
                        key.verifier().text(),
                        Pem.of(keys.root()),
                        keys.encryption().publicJwk())
                .revoking(revoked);
        Entry entry = new Entry(
                new StateCode(state),
                Map.of("en", "State " + state),
                TreatyStatus.PARTY,
                ZoneOffset.UTC,
                List.of("en"),
                List.of(),
                List.of(),
                Optional.of(node),
                new PreservationPractice(60, 90, false, List.of(), Map.of()),
                List.of(),
                LocalDate.of(2027, 1, 1));
        Files.writeString(folder.resolve("directory/" + state + ".json"), EntryJson.format(entry) + "\n");
    }

    // A receipt of three letters, whose leaves are 7, 8 and 10 of 11

    private ObjectNode good() {
        ObjectNode json = JSON.createObjectNode();
        json.put("v", 1);
        json.put("id", "01995f1c-0000-7000-8000-0000000000aa");
        json.put("from", "XB");
        json.put("to", "XA");
        json.put("at", NOW.toString());
        json.put("envelope", "01995f1c-0000-7000-8000-0000000000bb");
        json.put("envelopeDigest", DIGEST);
        ArrayNode hashes = JSON.createArrayNode();
        ArrayNode outcomes = json.putArray("letters");
        outcome(outcomes.addObject(), letters.get(0), 7, tree.size(), hashes);
        outcome(outcomes.addObject(), letters.get(1), 8, tree.size(), hashes);
        outcome(outcomes.addObject(), letters.get(2), 10, tree.size(), hashes);
        json.put("checkpoint", note(ledger, tree.size(), tree.root()));
        json.set("hashes", hashes);
        return json;
    }

    private void outcome(ObjectNode outcome, UUID letter, int index, long size, ArrayNode hashes) {
        outcome.put("id", letter.toString());
        outcome.put("event", "relay-accepted");
        outcome.put("receivedAt", NOW.toString());
        ObjectNode place = outcome.putObject("place");
        place.put("index", index);
        place.put("commitment", commitments.get(index).hex());
        ArrayNode path = place.putArray("path");
        new Proofs(tree).inclusion(index, size).path().forEach(hash -> path.add(number(hashes, base64(hash))));
    }

    private static int number(ArrayNode hashes, String hash) {
        for (int i = 0; i < hashes.size(); i++) {
            if (hashes.get(i).stringValue().equals(hash)) {
                return i;
            }
        }
        hashes.add(hash);
        return hashes.size() - 1;
    }

    private static String base64(Hash hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }

    private static String note(LogKey key, long size, Hash root) {
        return key.sign(new Checkpoint(key.origin(), size, root)).text();
    }

    private static ObjectNode first(ObjectNode receipt) {
        return (ObjectNode) receipt.path("letters").get(0);
    }

    private static ObjectNode place(ObjectNode receipt) {
        return (ObjectNode) first(receipt).path("place");
    }

    private static ArrayNode path(ObjectNode receipt) {
        return (ArrayNode) place(receipt).path("path");
    }

    private byte[] sign(SealKey seal, Instant at, String type, String payload) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("typ", type);
        header.put("cty", "json");
        header.put("x5c", Forger.chain(seal.chain()));
        header.put("x5t#S256", SealKey.thumbprint(seal.certificate()));
        header.put("iat", at.getEpochSecond());
        return Forger.sign(seal, JSON.writeValueAsString(header), payload);
    }

    private byte[] sign(ObjectNode receipt) {
        return sign(belmora.seal(), NOW, "comity-receipt+jws", receipt.toString());
    }

    private void put(String name, String expect, String about, Consumer<ObjectNode> change) throws IOException {
        ObjectNode receipt = good();
        change.accept(receipt);
        put(name, expect, about, NOW, sign(receipt));
    }

    private void put(String name, String expect, String about, Instant now, byte[] receipt) throws IOException {
        String ids = letters.get(0) + ", " + letters.get(1) + ", " + letters.get(2);
        Files.writeString(
                folder.resolve(name + ".txt"),
                "expect: " + expect + "\nabout: " + about + "\nnow: " + now + "\nletters: " + ids + "\ndigest: "
                        + DIGEST + "\nreceipt: " + Utf8.text(receipt) + "\n");
    }

    private void believed() throws IOException {
        put("believed-three-letters", "believed", "everything as agreed", json -> {});
        put(
                "believed-rejection",
                "believed",
                "the first letter is rejected",
                json -> first(json)
                        .put("event", "relay-rejected")
                        .put("code", "unknown-kind")
                        .put("detail", "weather.report"));
        put("believed-unknown-members", "believed", "members of a newer version are left unread", json -> {
            json.put("weight", 3);
            place(json).put("weight", 3);
        });
        put(
                "believed-cosigned",
                "believed",
                "a line of a key that nobody asked for",
                json -> json.put(
                        "checkpoint",
                        note(ledger, tree.size(), tree.root())
                                + note(LogKey.generate("cosigner.example"), 1, tree.root())
                                        .split("\n\n")[1]));
        put(
                "believed-before-revocation",
                "believed",
                "heard in the last second before the seal is revoked",
                STOLEN.minusSeconds(1),
                sign(good()));
    }

    private void form() throws IOException {
        put("malformed-not-a-jws", "malformed", "not a JWS", NOW, Utf8.bytes("thank you"));
        put(
                "unknown-type-letters",
                "unknown-type",
                "the typ of letters",
                NOW,
                sign(belmora.seal(), NOW, "comity-letters+jws", good().toString()));
        put(
                "malformed-member-twice",
                "malformed",
                "a member stands twice",
                NOW,
                sign(
                        belmora.seal(),
                        NOW,
                        "comity-receipt+jws",
                        good().toString().replaceFirst("\\{", "{\"from\":\"XA\",")));
        put("unknown-version-2", "unknown-version", "v is 2", json -> json.put("v", 2));
        put("malformed-no-time", "malformed", "at is missing", json -> json.remove("at"));
        put(
                "malformed-year-of-nine",
                "malformed",
                "no database keeps such a year",
                json -> first(json).put("receivedAt", "+999999999-01-01T00:00:00Z"));
        put(
                "malformed-event",
                "malformed",
                "an unknown event",
                json -> first(json).put("event", "relay-lost"));
        put(
                "malformed-code",
                "malformed",
                "a ground that wants to write a second line",
                json -> first(json).put("event", "relay-rejected").put("code", "unknown-kind\nall is well"));
        put("malformed-no-place", "malformed", "no place", json -> first(json).remove("place"));
        put(
                "malformed-index",
                "malformed",
                "a place before the first",
                json -> place(json).put("index", -1));
        put(
                "malformed-commitment",
                "malformed",
                "a commitment in capitals",
                json -> place(json).put("commitment", "AB".repeat(32)));
        put("malformed-no-path", "malformed", "no path", json -> place(json).remove("path"));
        put("malformed-no-hashes", "malformed", "no hashes", json -> json.remove("hashes"));
        put(
                "malformed-path-beyond",
                "malformed",
                "a path names a hash that is not there",
                json -> path(json).add(99));
        put(
                "malformed-path-negative",
                "malformed",
                "a path names a hash before the first",
                json -> path(json).add(-1));
        put("malformed-path-long", "malformed", "a path of 65 hashes", json -> {
            path(json).removeAll();
            for (int i = 0; i < 65; i++) {
                path(json).add(0);
            }
        });
        put(
                "malformed-hash-short",
                "malformed",
                "a hash of 31 bytes",
                json -> ((ArrayNode) json.path("hashes"))
                        .set(0, Base64.getEncoder().encodeToString(new byte[31])));
        put(
                "malformed-hash-loose-bits",
                "malformed",
                "a hash in a second spelling",
                json -> ((ArrayNode) json.path("hashes")).set(0, "A".repeat(42) + "B="));
    }

    private void signer() throws IOException {
        String text = good().toString();
        put("peer-mismatch-from", "peer-mismatch", "says it is from XC", json -> json.put("from", "XC"));
        put("peer-mismatch-to", "peer-mismatch", "is for XC", json -> json.put("to", "XC"));
        put(
                "certificate-untrusted",
                "certificate-untrusted",
                "names XB, under a root of its own",
                NOW,
                sign(impostor.seal(), NOW, "comity-receipt+jws", text));
        put(
                "certificate-untrusted-own",
                "certificate-untrusted",
                "sealed by the writer itself",
                NOW,
                sign(arvenia.seal(), NOW, "comity-receipt+jws", text));
        SealKey channel = new SealKey(belmora.channel().key(), belmora.channel().chain());
        put(
                "certificate-wrong-use",
                "certificate-wrong-use",
                "sealed with the key for connections",
                NOW,
                sign(channel, NOW, "comity-receipt+jws", text));
        put(
                "certificate-out-of-time",
                "certificate-out-of-time",
                "three years later",
                NOW.plus(Duration.ofDays(1100)),
                sign(good()));
        put("certificate-revoked", "certificate-revoked", "heard when the seal is revoked", STOLEN, sign(good()));
        String[] parts = Utf8.text(sign(good())).split("\\.");
        String[] other =
                Utf8.text(sign(good().put("at", NOW.plusSeconds(1).toString()))).split("\\.");
        put(
                "forged-payload",
                "forged",
                "the payload of another receipt",
                NOW,
                Utf8.bytes(parts[0] + "." + other[1] + "." + parts[2]));
        put(
                "forged-stolen-certificate",
                "forged",
                "shows XB's certificate, signed by somebody else",
                NOW,
                sign(new SealKey(impostor.seal().key(), belmora.seal().chain()), NOW, "comity-receipt+jws", text));
    }

    private void answer() throws IOException {
        put(
                "receipt-of-another-digest",
                "receipt-of-another",
                "another envelope's digest",
                json -> json.put("envelopeDigest", Sha256.hex(Utf8.bytes("another envelope"))));
        put(
                "receipt-of-another-letter",
                "receipt-of-another",
                "says nothing of the third letter",
                json -> json.withArray("letters").remove(2));
        put("receipt-contradicts-itself", "receipt-contradicts-itself", "took the first letter and did not", json -> {
            ObjectNode again = first(json).deepCopy();
            json.withArray("letters").add(again.put("event", "relay-rejected").put("code", "not-processed"));
        });
        put(
                "receipt-says-too-much",
                "receipt-says-too-much",
                "a node cannot say what a person did",
                json -> first(json).put("event", "retrieved"));
    }

    private void checkpoint() throws IOException {
        put("note-malformed", "note-malformed", "no note", json -> json.put("checkpoint", "eleven leaves"));
        put(
                "note-not-signed",
                "note-not-signed",
                "signed by another key of that name",
                json -> json.put("checkpoint", note(LogKey.generate(ORIGIN), tree.size(), tree.root())));
        put(
                "note-not-signed-origin",
                "note-not-signed",
                "a checkpoint of another ledger",
                json -> json.put("checkpoint", note(LogKey.generate("ledger.example/xc"), tree.size(), tree.root())));
        put(
                "note-wrong-signature",
                "note-wrong-signature",
                "the signature of another size",
                json -> json.put(
                        "checkpoint", note(ledger, tree.size(), tree.root()).replace("\n11\n", "\n12\n")));
    }

    private void proof() throws IOException {
        put(
                "leaf-not-proved-beyond",
                "leaf-not-proved",
                "the checkpoint does not reach the leaf",
                json -> json.put("checkpoint", note(ledger, 7, new Proofs(tree).root(7))));
        put(
                "leaf-not-proved-root",
                "leaf-not-proved",
                "genuine checkpoint of a ledger without the leaf",
                json -> json.put(
                        "checkpoint", note(ledger, tree.size(), Hash.ofContent(Utf8.bytes("another history")))));
        put(
                "leaf-not-proved-index",
                "leaf-not-proved",
                "the place of another leaf",
                json -> place(json).put("index", 6));
        put(
                "leaf-not-proved-commitment",
                "leaf-not-proved",
                "another commitment",
                json -> place(json).put("commitment", commitments.get(6).hex()));
        put(
                "leaf-not-proved-short",
                "leaf-not-proved",
                "the path ends below the root",
                json -> path(json).remove(path(json).size() - 1));
        put(
                "leaf-not-proved-long",
                "leaf-not-proved",
                "the path goes on above the root",
                json -> path(json).add(0));
        put(
                "leaf-not-proved-third",
                "leaf-not-proved",
                "only the third letter is not proved",
                json -> ((ObjectNode) json.path("letters").get(2).path("place"))
                        .put("commitment", commitments.get(6).hex()));
    }
}
