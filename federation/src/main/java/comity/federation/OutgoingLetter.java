package comity.federation;

import comity.kernel.StateCode;
import java.util.UUID;
import java.util.regex.Pattern;

/// A letter to be sent.
///
/// @param id made by the writer; the letter's name in both houses
/// @param kind what it is, for example `preservation.request`: small letters, digits, dots and hyphens
/// @param version of its kind, from 1
/// @param thread the request it belongs to; letters of one thread arrive in the order they were put
/// @param body its text, at most [#LARGEST_BODY] bytes; encrypted on the way
public record OutgoingLetter(UUID id, StateCode to, String kind, int version, String thread, byte[] body) {
    /// So many bytes leave room for encryption and signature in an envelope of one mebibyte.
    public static final int LARGEST_BODY = 512 * 1024;

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final Pattern THREAD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    public OutgoingLetter {
        if (!isKind(kind) || !isThread(thread) || version < 1) {
            throw new IllegalArgumentException("A letter has a kind, a version from 1 and a thread");
        }
        if (body.length > LARGEST_BODY) {
            throw new IllegalArgumentException("A letter has at most " + LARGEST_BODY + " bytes");
        }
    }

    /// Whether a text has the form of a kind.
    public static boolean isKind(String text) {
        return KIND.matcher(text).matches();
    }

    /// Whether a text has the form of a thread.
    public static boolean isThread(String text) {
        return THREAD.matcher(text).matches();
    }
}
