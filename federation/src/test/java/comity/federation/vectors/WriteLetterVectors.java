package comity.federation.vectors;

import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.directory.Revocation;
import comity.directory.keys.EncryptionKeys;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.KeyFolder;
import comity.directory.keys.Pem;
import comity.directory.keys.SealKey;
import comity.directory.list.EntryJson;
import comity.federation.Forger;
import comity.federation.House;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.law.TreatyStatus;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Writes docs/protocol/vectors/letters anew, with new keys. Run by hand when the protocol gains a case;
/// what is in the repository stays as it is otherwise, for old bytes must stay readable.
public final class WriteLetterVectors {
    private static final Instant NOW = Instant.parse("2027-03-13T01:14:00Z");
    private static final Duration LITTLE = Duration.ofSeconds(1);
    /// From when on one key of XD and one of XE are revoked.
    private static final Instant STOLEN = NOW.plusSeconds(600);

    private final Path folder;
    private final KeyCeremony.NodeKeys arvenia = keys("XA");
    private final KeyCeremony.NodeKeys belmora = keys("XB");
    private final KeyCeremony.NodeKeys corvan = keys("XC");
    private final KeyCeremony.NodeKeys dalmira = keys("XD");
    private final KeyCeremony.NodeKeys ersland = keys("XE");
    private final KeyCeremony.NodeKeys stranger = keys("XZ");
    private final KeyCeremony.NodeKeys impostor = keys("XA");
    private int made;

    private WriteLetterVectors(Path folder) {
        this.folder = folder;
    }

    /// @param arguments an empty folder
    public static void main(String[] arguments) throws IOException {
        new WriteLetterVectors(Path.of(arguments[0])).write();
    }

    private static KeyCeremony.NodeKeys keys(String state) {
        return KeyCeremony.hold(new StateCode(state), List.of("localhost"), NOW.minus(Duration.ofDays(30)));
    }

    private void write() throws IOException {
        new KeyFolder(folder.resolve("keys/xb")).write(belmora);
        writeChannel("xa", arvenia);
        writeChannel("xc", corvan);
        writeChannel("xd", dalmira);
        writeChannel("xe", ersland);
        writeChannel("xz", stranger);
        writeChannel("xa-impostor", impostor);
        Files.createDirectories(folder.resolve("directory"));
        writeEntry("XA", arvenia, List.of());
        writeEntry("XB", belmora, List.of());
        writeEntry("XC", corvan, List.of());
        writeEntry("XD", dalmira, List.of(Revocation.of(dalmira.seal().certificate(), STOLEN)));
        writeEntry(
                "XE",
                ersland,
                List.of(Revocation.ofKey(ersland.channel().chain().getFirst(), STOLEN)));
        accepted();
        rejected();
        form();
        members();
        identity();
        revocation();
        time();
        order();
    }

    private void writeChannel(String name, KeyCeremony.NodeKeys keys) throws IOException {
        Files.createDirectories(folder.resolve("keys").resolve(name));
        StringBuilder pem = new StringBuilder();
        keys.channel().chain().forEach(certificate -> pem.append(Pem.of(certificate)));
        Files.writeString(folder.resolve("keys").resolve(name).resolve("channel.pem"), pem);
    }

    private void writeEntry(String state, KeyCeremony.NodeKeys keys, List<Revocation> revoked) throws IOException {
        NodeAddress node = new NodeAddress(
                        URI.create("https://node." + state.toLowerCase(Locale.ROOT) + ".example:8443"),
                        URI.create("https://www." + state.toLowerCase(Locale.ROOT) + ".example"),
                        "ledger.example/" + state.toLowerCase(Locale.ROOT),
                        "ledger.example/" + state.toLowerCase(Locale.ROOT) + "+00000000+unused",
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

    private Forger good() {
        return from(arvenia.seal(), NOW);
    }

    private Forger from(SealKey seal, Instant at) {
        return new Forger(seal, "XA", "XB", belmora.encryption().publicJwk(), at, "XA.PRS.2027.000318", 1);
    }

    private void put(String name, String expect, String about, byte[] envelope) throws IOException {
        put(name, expect, about, "xa", NOW.plus(LITTLE), "", envelope);
    }

    private void put(
            String name, String expect, String about, String connection, Instant now, String after, byte[] envelope)
            throws IOException {
        made++;
        StringBuilder text = new StringBuilder();
        text.append("expect: ").append(expect).append('\n');
        text.append("about: ").append(about).append('\n');
        text.append("now: ").append(now).append('\n');
        text.append("connection: ").append(connection).append('\n');
        if (!after.isEmpty()) {
            text.append("after: ").append(after).append('\n');
        }
        text.append("envelope: ").append(Utf8.text(envelope)).append('\n');
        Files.writeString(folder.resolve(name + ".txt"), text);
    }

    private void accepted() throws IOException {
        put("accept-one-letter", "accept", "one letter, everything as agreed", good().sign());
        put(
                "accept-unknown-members",
                "accept",
                "members and header members that are not in the specification are left unread",
                good().header("colour", "blue")
                        .with(json -> json.put("weight", 3))
                        .withLetter(json -> json.put("weight", 3))
                        .sign());
        Forger many = good();
        many.envelope.withArray("letters").add(letter("XA.PRS.2027.000318", 2));
        many.envelope.withArray("letters").add(letter("XA.PRS.2027.000400", 1));
        put("accept-three-letters", "accept", "three letters of two threads share a signature", many.sign());
        put(
                "accept-clock-ahead",
                "accept",
                "the writer's clock is two minutes ahead, less a second",
                "xa",
                NOW.minusSeconds(119),
                "",
                good().sign());
        put(
                "accept-just-before-end",
                "accept",
                "it ended a minute ago by our clock, which may be wrong by two",
                "xa",
                NOW.plusSeconds(3660),
                "",
                good().with(json -> json.put("expiresAt", NOW.plusSeconds(3600).toString()))
                        .sign());
        byte[] first = good().sign();
        put("accept-again", "accept", "the same bytes once more", "xa", NOW.plusSeconds(60), "again-first", first);
        put("again-first", "accept", "what accept-again repeats", first);
    }

    private ObjectNode letter(String thread, int number) {
        return Forger.letter(NOW, thread, number, "a note", belmora.encryption().publicJwk());
    }

    private void rejected() throws IOException {
        put(
                "reject-unknown-kind",
                "reject unknown-kind",
                "nobody takes this kind: a signed rejection, not a problem",
                good().withLetter(json -> json.put("kind", "weather.report")).sign());
        put(
                "reject-newer-kind",
                "reject unknown-kind-version",
                "the kind is known, this version of it is not",
                good().withLetter(json -> json.put("version", 9)).sign());
        put(
                "reject-other-key",
                "reject body-unreadable",
                "the body is encrypted to another State's key",
                good().withLetter(json -> json.put("body", encrypted(corvan.encryption())))
                        .sign());
        put(
                "reject-damaged-body",
                "reject body-unreadable",
                "the body's tag does not fit",
                good().withLetter(json ->
                                json.put("body", damaged(json.path("body").stringValue())))
                        .sign());
        put(
                "reject-body-not-encrypted",
                "reject body-unreadable",
                "the body is plain text",
                good().withLetter(json -> json.put("body", "a note")).sign());
    }

    private static String encrypted(EncryptionKeys keys) {
        return Forger.letter(NOW, "T", 1, "a note", keys.publicJwk())
                .path("body")
                .stringValue();
    }

    private static String damaged(String jwe) {
        char last = jwe.charAt(jwe.length() - 3);
        return jwe.substring(0, jwe.length() - 3) + (last == 'A' ? 'B' : 'A') + jwe.substring(jwe.length() - 2);
    }

    private void form() throws IOException {
        String[] parts = Utf8.text(good().sign()).split("\\.");
        put("malformed-not-a-jws", "malformed", "not a JWS", Utf8.bytes("good evening"));
        put("malformed-two-parts", "malformed", "the signature is missing", Utf8.bytes(parts[0] + "." + parts[1]));
        put("malformed-empty-payload", "malformed", "nothing was signed", Utf8.bytes(parts[0] + ".." + parts[2]));
        put("malformed-not-json", "malformed", "the payload is not JSON", raw("good evening"));
        put(
                "malformed-member-twice",
                "malformed",
                "\"to\" stands twice",
                raw(good().envelope.toString().replace("\"to\":\"XB\"", "\"to\":\"XB\",\"to\":\"XC\"")));
        put("malformed-text-after-end", "malformed", "text after the end", raw(good().envelope + "{}"));
        put("unknown-type-receipt", "unknown-type", "a receipt's typ", header("typ", "comity-receipt+jws"));
        put("unknown-type-jose", "unknown-type", "typ JOSE", header("typ", "JOSE"));
        put(
                "unknown-critical-header",
                "unknown-critical-header",
                "crit, even of a name that other profiles know",
                good().header("crit", List.of("sigT"))
                        .header("sigT", NOW.toString())
                        .sign());
        put(
                "unsupported-alg-hs256",
                "unsupported-signature",
                "a shared secret is no signature",
                header("alg", "HS256"));
        put("unsupported-alg-eddsa", "unsupported-signature", "EdDSA is not agreed", header("alg", "EdDSA"));
        put("unsupported-alg-rs256", "unsupported-signature", "RSA is not agreed", header("alg", "RS256"));
        put("forged-alg-es384", "forged", "the algorithm is not that of the key", header("alg", "ES384"));
        Forger noChain = good();
        noChain.header.remove("x5c");
        put("unsupported-no-certificate", "unsupported-signature", "x5c is missing", noChain.sign());
        put(
                "unsupported-other-thumbprint",
                "unsupported-signature",
                "x5t#S256 is of another certificate",
                header("x5t#S256", SealKey.thumbprint(corvan.seal().certificate())));
        put(
                "unsupported-broken-certificate",
                "unsupported-signature",
                "x5c holds no certificate",
                header("x5c", List.of(Base64.getEncoder().encodeToString(Utf8.bytes("certificate")))));
        Forger noTime = good();
        noTime.header.remove("iat");
        put("unsupported-no-time", "unsupported-signature", "iat is missing", noTime.sign());
    }

    private byte[] header(String name, Object value) {
        return good().header(name, value).sign();
    }

    private byte[] raw(String payload) {
        return Forger.sign(
                arvenia.seal(),
                tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(good().header),
                payload);
    }

    private void members() throws IOException {
        put("unknown-version-2", "unknown-version", "v is 2", envelope(json -> json.put("v", 2)));
        put("malformed-no-version", "malformed", "v is missing", envelope(json -> json.remove("v")));
        put("malformed-version-text", "malformed", "v is text", envelope(json -> json.put("v", "1")));
        put("malformed-no-id", "malformed", "id is missing", envelope(json -> json.remove("id")));
        put(
                "malformed-id-capitals",
                "malformed",
                "a letter id in capitals would be a second name for it",
                letter(json -> json.put("id", json.path("id").stringValue().toUpperCase(Locale.ROOT))));
        put("malformed-state", "malformed", "from is no State code", envelope(json -> json.put("from", "Arvenia")));
        put(
                "malformed-time-with-offset",
                "malformed",
                "times end in Z",
                envelope(json -> json.put("sentAt", "2027-03-13T02:14:00+01:00")));
        put(
                "malformed-no-letters",
                "malformed",
                "no letters",
                envelope(json -> json.withArray("letters").removeAll()));
        put("malformed-thread", "malformed", "a thread with a space", letter(json -> json.put("thread", "XA PRS")));
        put("malformed-kind", "malformed", "a kind in capitals", letter(json -> json.put("kind", "NOTE")));
        put("malformed-number-zero", "malformed", "numbers begin at 1", letter(json -> json.put("threadNumber", 0)));
        put("malformed-number-text", "malformed", "a number as text", letter(json -> json.put("threadNumber", "1")));
        put("malformed-number-half", "malformed", "one and a half", letter(json -> json.put("threadNumber", 1.5)));
        Forger twice = good();
        twice.envelope.withArray("letters").add(twice.firstLetter().deepCopy());
        put("malformed-letter-twice", "malformed", "a letter stands twice", twice.sign());
        Forger many = good();
        String body = many.firstLetter().path("body").stringValue();
        for (int number = 2; number <= 129; number++) {
            many.envelope
                    .withArray("letters")
                    .addObject()
                    .put("id", UUID.randomUUID().toString())
                    .put("kind", House.KIND)
                    .put("version", 1)
                    .put("thread", "XA.PRS.2027.000318")
                    .put("threadNumber", number)
                    .put("body", body);
        }
        put("too-many-letters", "too-many-letters", "129 letters", many.sign());
    }

    private byte[] envelope(Consumer<ObjectNode> change) {
        return good().with(change).sign();
    }

    private byte[] letter(Consumer<ObjectNode> change) {
        return good().withLetter(change).sign();
    }

    private void identity() throws IOException {
        Instant now = NOW.plus(LITTLE);
        put("wrong-addressee", "wrong-addressee", "written to XC", envelope(json -> json.put("to", "XC")));
        put("peer-mismatch", "peer-mismatch", "written by XA, brought by XC", "xc", now, "", good().sign());
        put("peer-mismatch-from", "peer-mismatch", "says it is from XC", envelope(json -> json.put("from", "XC")));
        put("unknown-peer", "unknown-peer", "the directory has no XZ", "xz", now, "", stranger());
        put(
                "unknown-peer-no-certificate",
                "unknown-peer",
                "a connection without a certificate",
                "none",
                now,
                "",
                good().sign());
        put(
                "certificate-untrusted-connection",
                "certificate-untrusted",
                "the connection says XA, under a root of its own",
                "xa-impostor",
                now,
                "",
                good().sign());
        put(
                "certificate-untrusted-seal",
                "certificate-untrusted",
                "the seal says XA, under a root of its own",
                from(impostor.seal(), NOW).sign());
        put(
                "certificate-untrusted-other-state",
                "certificate-untrusted",
                "a good seal, of another State",
                from(corvan.seal(), NOW).sign());
        put(
                "certificate-wrong-use",
                "certificate-wrong-use",
                "sealed with the key for connections",
                from(new SealKey(arvenia.channel().key(), arvenia.channel().chain()), NOW)
                        .sign());
        put(
                "certificate-out-of-time",
                "certificate-out-of-time",
                "three years later the certificates have ended",
                "xa",
                NOW.plus(Duration.ofDays(1100)),
                "",
                from(arvenia.seal(), NOW.plus(Duration.ofDays(1100))).sign());
        String[] good = Utf8.text(good().sign()).split("\\.");
        String[] other = Utf8.text(from(arvenia.seal(), NOW)
                        .withLetter(json -> json.put("threadNumber", 2))
                        .sign())
                .split("\\.");
        put("forged-payload", "forged", "the payload of another envelope", join(good[0], other[1], good[2]));
        put("forged-signature", "forged", "the signature of another envelope", join(good[0], good[1], other[2]));
        put("forged-zero", "forged", "a signature of zeros", join(good[0], good[1], zeros(64)));
        put("forged-short", "forged", "half a signature", join(good[0], good[1], zeros(32)));
        put(
                "forged-stolen-certificate",
                "forged",
                "shows XA's certificate, signed by somebody else",
                from(new SealKey(impostor.seal().key(), arvenia.seal().chain()), NOW)
                        .sign());
    }

    private void revocation() throws IOException {
        put(
                "accept-before-revocation",
                "accept",
                "comes in the last second before its seal is revoked",
                "xd",
                STOLEN.minusSeconds(1),
                "",
                by("XD", dalmira, NOW).sign());
        put(
                "certificate-revoked-seal",
                "certificate-revoked",
                "comes when its seal is revoked, although it says that it was sealed before: a thief can write any time",
                "xd",
                STOLEN,
                "",
                by("XD", dalmira, NOW).sign());
        put(
                "certificate-revoked-connection",
                "certificate-revoked",
                "over a connection whose key is revoked",
                "xe",
                STOLEN.plusSeconds(1),
                "",
                by("XE", ersland, STOLEN).sign());
    }

    private Forger by(String state, KeyCeremony.NodeKeys keys, Instant at) {
        return new Forger(
                keys.seal(), state, "XB", belmora.encryption().publicJwk(), at, state + ".PRS.2027.000318", 1);
    }

    private byte[] stranger() {
        return new Forger(stranger.seal(), "XZ", "XB", belmora.encryption().publicJwk(), NOW, "T-1", 1).sign();
    }

    private static byte[] join(String header, String payload, String signature) {
        return Utf8.bytes(header + "." + payload + "." + signature);
    }

    private static String zeros(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    private void time() throws IOException {
        put(
                "from-the-future",
                "from-the-future",
                "sealed in three minutes",
                "xa",
                NOW.minusSeconds(180),
                "",
                good().sign());
        put("expired", "expired", "thirty-one days later", "xa", NOW.plus(Duration.ofDays(31)), "", good().sign());
        put(
                "term-too-long",
                "term-too-long",
                "to be taken for 91 days",
                envelope(json ->
                        json.put("expiresAt", NOW.plus(Duration.ofDays(91)).toString())));
        put(
                "malformed-ends-before-it-begins",
                "malformed",
                "expiresAt is not after sentAt",
                envelope(json -> json.put("expiresAt", NOW.toString())));
        put(
                "malformed-two-times",
                "malformed",
                "iat and sentAt differ",
                good().header("iat", NOW.getEpochSecond() + 5).sign());
        byte[] replayed = good().sign();
        put("replay-first", "accept", "what the two replays repeat", replayed);
        put(
                "replay-by-another-state",
                "peer-mismatch",
                "the same bytes, brought by another State",
                "xc",
                NOW.plusSeconds(60),
                "replay-first",
                replayed);
        put(
                "replay-after-its-end",
                "expired",
                "the same bytes, after their end",
                "xa",
                NOW.plus(Duration.ofDays(31)),
                "replay-first",
                replayed);
    }

    private void order() throws IOException {
        Instant later = NOW.plusSeconds(60);
        put("order-first", "accept", "what the others of this group come after", good().sign());
        put(
                "out-of-order-gap",
                "out-of-order",
                "number 3 after number 1",
                "xa",
                later,
                "order-first",
                letter(json -> json.put("threadNumber", 3)));
        put(
                "out-of-order-first-missing",
                "out-of-order",
                "a thread that begins with number 2",
                letter(json -> json.put("threadNumber", 2)));
        put(
                "out-of-order-number-taken",
                "out-of-order",
                "another letter with number 1",
                "xa",
                later,
                "order-first",
                good().sign());
        List<String> ids = new ArrayList<>();
        Forger used = good();
        ids.add(used.firstLetter().path("id").stringValue());
        put("reuse-first", "accept", "whose id letter-id-reused uses again", used.sign());
        put(
                "letter-id-reused",
                "letter-id-reused",
                "the id of a letter that came, with another text",
                "xa",
                later,
                "reuse-first",
                good().withLetter(json -> json.put("id", ids.getFirst()).put("body", encryptedText("another text")))
                        .sign());
        System.Logger log = System.getLogger(WriteLetterVectors.class.getName());
        log.log(System.Logger.Level.INFO, "{0} vectors", made);
    }

    private String encryptedText(String text) {
        return Forger.letter(NOW, "T", 1, text, belmora.encryption().publicJwk())
                .path("body")
                .stringValue();
    }
}
