package comity.directory.list;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import comity.directory.Book;
import comity.directory.Entry;
import comity.directory.LedgerAddress;
import comity.directory.ListVersion;
import comity.directory.keys.RegistryKey;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// One edition of the directory: a JWS (RFC 7515, compact) by the registry's key over a JSON document
/// with every entry. The signed bytes are kept as they came. See docs/protocol/directory-list.md.
public final class DirectoryList {
    /// The JOSE header `typ`.
    public static final String TYPE = "comity-directory+jws";
    /// The media type over HTTP.
    public static final String MEDIA_TYPE = "application/jose";
    static final int LARGEST = 8 * 1024 * 1024;

    private final byte[] bytes;
    private final ListVersion version;
    private final ListDocument document;

    private DirectoryList(byte[] bytes, ListVersion version, ListDocument document) {
        this.bytes = bytes;
        this.version = version;
        this.document = document;
    }

    /// Why a list is not taken. The codes stand in docs/protocol/directory-list.md.
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;

        Refused(String code, String detail) {
            super(code + ": " + detail);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// Signs an edition that names no ledger of the registry.
    public static DirectoryList sign(
            long number, Instant issuedAt, Duration validity, List<Entry> entries, RegistryKey key) {
        return sign(number, issuedAt, validity, Optional.empty(), List.of(), entries, key);
    }

    /// Signs an edition.
    ///
    /// @param registry the registry's own ledger
    /// @param books what is published beside the entries
    public static DirectoryList sign(
            long number,
            Instant issuedAt,
            Duration validity,
            Optional<LedgerAddress> registry,
            List<Book.Listing> books,
            List<Entry> entries,
            RegistryKey key) {
        byte[] document = new ListDocument(number, issuedAt, issuedAt.plus(validity), registry, books, entries).write();
        try {
            JWSObject signed = new JWSObject(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(TYPE))
                            .keyID(key.id())
                            .build(),
                    new Payload(document));
            signed.sign(new ECDSASigner(key.privateKey()));
            return verify(Utf8.bytes(signed.serialize()), key);
        } catch (JOSEException | Refused e) {
            throw new IllegalStateException("A list that was just made is good", e);
        }
    }

    /// Reads an edition and checks its signature.
    ///
    /// @param key the pinned key of the registry; its public half is enough
    /// @throws Refused with code `list-malformed`, `list-unknown-version`, `list-too-large` or
    ///     `list-forged`
    public static DirectoryList verify(byte[] bytes, RegistryKey key) throws Refused {
        if (bytes.length > LARGEST) {
            throw new Refused("list-too-large", bytes.length + " bytes");
        }
        JWSObject signed = parse(bytes);
        JWSHeader header = signed.getHeader();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())
                || header.getType() == null
                || !TYPE.equals(header.getType().getType())
                || header.getCriticalParams() != null
                || !header.isBase64URLEncodePayload()) {
            throw new Refused("list-malformed", "not a directory list");
        }
        if (!key.id().equals(header.getKeyID()) || !isSignedBy(signed, key)) {
            throw new Refused("list-forged", "not signed by the pinned key " + key.id());
        }
        ListDocument document = ListDocument.read(signed.getPayload().toBytes());
        ListVersion version =
                new ListVersion(document.number(), document.issuedAt(), document.expiresAt(), Sha256.hex(bytes));
        return new DirectoryList(bytes.clone(), version, document);
    }

    private static JWSObject parse(byte[] bytes) throws Refused {
        String text = Utf8.text(bytes);
        try {
            if (hasOneForm(text)) {
                return JWSObject.parse(text);
            }
        } catch (ParseException | RuntimeException e) {
            // Said below.
        }
        throw new Refused("list-malformed", "not a JWS in compact form");
    }

    /// Whether each part is base64url in its one written form. Otherwise anybody on the way could give
    /// one edition a second spelling, and the registry would seem to have two faces.
    private static boolean hasOneForm(String text) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return Arrays.stream(text.split("\\.", -1))
                .allMatch(part -> encoder.encodeToString(Base64.getUrlDecoder().decode(part))
                        .equals(part));
    }

    private static boolean isSignedBy(JWSObject signed, RegistryKey key) {
        try {
            return signed.verify(new ECDSAVerifier(key.publicKey()));
        } catch (JOSEException e) {
            return false;
        }
    }

    /// The bytes as they were signed.
    public byte[] bytes() {
        return bytes.clone();
    }

    public ListVersion version() {
        return version;
    }

    /// The registry's own ledger, in which every edition is a leaf; empty in lists of before it was
    /// named.
    public Optional<LedgerAddress> registry() {
        return document.registry();
    }

    /// What is published beside the entries; none in lists of before there were books.
    public List<Book.Listing> books() {
        return document.books();
    }

    public List<Entry> entries() {
        return document.entries();
    }
}
