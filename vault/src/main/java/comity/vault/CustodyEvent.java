package comity.vault;

import comity.kernel.ExhibitReference;
import comity.kernel.Sha256;
import comity.kernel.StateCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/// One thing that happened to an exhibit: who, what, when, where, why, on what, with what result. It is never
/// changed; an error is set right by a later event.
///
/// Each State keeps a chain of its own: every event names the digest of the one before it, so that one left out is as
/// visible as one altered.
///
/// @param number its place in the State's chain, from 1 and without a gap
/// @param state whose act it was
/// @param hand who holds the exhibit after it
/// @param role in which role it was done; `system` for what a node did by itself
/// @param place where, as the name of a node, a laboratory, a room
/// @param reason why: the order or the request it was done under
/// @param details what the kind of event adds, for example `sha256`, `bytes`, `files`, `result`
/// @param previous the digest of the event before it in this chain, in hex; empty for the first
public record CustodyEvent(
        ExhibitReference exhibit,
        int number,
        Instant at,
        Kind kind,
        StateCode state,
        Hand hand,
        String role,
        String place,
        String reason,
        Map<String, String> details,
        String previous) {
    /// What was found when the exhibit was compared with its seal.
    public static final String RESULT = "result";
    /// The value of [#RESULT] when it was what it should be; any other value names the fault.
    public static final String MATCH = "match";

    /// The role of the second person, when two opened it.
    public static final String SECOND_ROLE = "secondRole";
    /// For what the second person opened it, when that is another reason.
    public static final String SECOND_REASON = "secondReason";

    /// What happened.
    public enum Kind {
        /// It was collected under an order.
        COLLECTED("collected"),
        /// A file was taken in, and its digest compared with the one that came with it.
        IMPORTED("imported"),
        /// What the order does not cover was set apart; only digests of it are listed.
        REMAINDER_LISTED("remainder-listed"),
        /// It was sealed, and what was sealed was opened again and compared.
        SEALED("sealed"),
        /// It was offered to the other State, which may pull it from now on.
        OFFERED("offered"),
        /// It came whole and fits its seal.
        RECEIVED("received"),
        /// What came does not fit its seal, or nobody competent signed it.
        NOT_GOOD("not-good"),
        /// The seal was opened.
        OPENED("opened"),
        /// A copy was made.
        COPIED("copied"),
        /// It was examined.
        EXAMINED("examined"),
        /// It was given into other hands within the State.
        HANDED_OVER("handed-over"),
        /// It came back.
        RETURNED("returned"),
        /// The offer was taken back before it was received.
        WITHDRAWN("withdrawn"),
        /// It was destroyed; nothing of it is left in these hands.
        DESTROYED("destroyed"),
        /// An earlier event is set right.
        CORRECTED("corrected"),
        /// Written by a newer version of this program.
        UNKNOWN("unknown");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /// The stable word in events and the API.
        public String code() {
            return code;
        }

        public static Kind ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    public CustodyEvent {
        details = Map.copyOf(details);
    }

    /// What was found, when the event compared the exhibit with its seal.
    public Optional<String> result() {
        return Optional.ofNullable(details.get(RESULT));
    }

    /// Whether the event says that the exhibit is not what it should be.
    public boolean tellsOfABreak() {
        return kind == Kind.NOT_GOOD
                || result().filter(found -> !found.equals(MATCH)).isPresent();
    }

    /// The bytes that are committed to, told to the other State and named by the next event.
    public byte[] bytes() {
        return CustodyText.write(this);
    }

    /// The digest of [#bytes], in hex.
    public String digest() {
        return HexFormat.of().formatHex(Sha256.digest(bytes()));
    }
}
