package comity.directory.list;

import comity.kernel.Utf8;
import java.util.Base64;

/// The three parts of a JWS in compact form, of which the middle one can travel apart (RFC 7515, appendix F).
record Compact(String header, byte[] payload, String signature) {
    /// @throws IllegalArgumentException when it is none
    static Compact of(byte[] jws) {
        String[] parts = Utf8.text(jws).split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a JWS in compact form");
        }
        return new Compact(parts[0], Base64.getUrlDecoder().decode(parts[1]), parts[2]);
    }

    /// Header and signature without the payload.
    String detached() {
        return header + ".." + signature;
    }

    /// The whole again; whether the signature is of this payload is not asked here.
    static byte[] attach(String detached, byte[] payload) throws LinePatch.Unfit {
        String[] parts = detached.split("\\.", -1);
        if (parts.length != 3 || !parts[1].isEmpty()) {
            throw new LinePatch.Unfit("not a detached JWS");
        }
        String written = Base64.getUrlEncoder().withoutPadding().encodeToString(payload);
        return Utf8.bytes(parts[0] + "." + written + "." + parts[2]);
    }
}
