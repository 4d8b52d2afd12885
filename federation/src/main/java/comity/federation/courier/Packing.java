package comity.federation.courier;

import comity.directory.NodeAddress;
import comity.federation.Refused;
import comity.federation.envelope.Bodies;
import comity.federation.envelope.Envelope;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SignedReader;
import comity.federation.store.OutgoingTable;
import comity.federation.store.SignedTable;
import comity.federation.store.WaitingTable;
import comity.federation.store.WaitingTable.Due;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Puts letters into envelopes and seals them.
///
/// A letter goes alone, unless so many wait that a shared signature is worth more than a quick answer to each. In
/// either way only one envelope of a thread is made at a time, because two on their way could overtake each other.
final class Packing {
    /// Encryption, base64 twice and signature turn this much text into an envelope well below one mebibyte.
    private static final int MOST_TEXT = 480 * 1024;

    private final StateCode own;
    private final Seal seal;
    private final Bodies bodies = new Bodies();
    private final SignedReader reader = new SignedReader();
    private final Clock clock;

    Packing(StateCode own, Seal seal, Clock clock) {
        this.own = own;
        this.seal = seal;
        this.clock = clock;
    }

    /// A letter to be packed.
    record Letter(Due due, OutgoingTable.Content content) {}

    /// Letters that will share an envelope.
    static final class Bundle {
        private final List<Letter> letters = new ArrayList<>();
        private int text;

        private boolean takes(Letter letter, int most) {
            return letters.isEmpty() || letters.size() < most && text + letter.content.body().length <= MOST_TEXT;
        }

        private void add(Letter letter) {
            letters.add(letter);
            text += letter.content.body().length;
        }
    }

    /// Shares letters out.
    ///
    /// @param letters oldest first
    /// @param most letters in one envelope
    /// @param bundles at most so many envelopes
    static List<Bundle> bundle(List<Letter> letters, int most, int bundles) {
        List<Bundle> made = new ArrayList<>();
        Set<String> closed = new HashSet<>();
        Set<String> inLast = new HashSet<>();
        Bundle last = new Bundle();
        for (Letter letter : letters) {
            String thread = letter.due.thread();
            if (closed.contains(thread)) {
                continue;
            }
            if (!last.takes(letter, most)) {
                closed.addAll(inLast);
                inLast.clear();
                made.add(last);
                last = new Bundle();
                if (made.size() == bundles) {
                    return made;
                }
                if (closed.contains(thread)) {
                    continue;
                }
            }
            last.add(letter);
            inLast.add(thread);
        }
        if (!last.letters.isEmpty()) {
            made.add(last);
        }
        return made;
    }

    /// A sealed bundle, to be kept before it is sent.
    record Sealed(Parcel parcel, SignedTable.Document document) {}

    /// Encrypts and signs. Empty when the directory's key for that State cannot be used.
    Optional<Sealed> seal(StateCode peer, NodeAddress node, Bundle bundle) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Envelope.Enclosed> enclosed = new ArrayList<>();
        Instant expiresAt = null;
        Bodies.Packet packet = bodies.packet(node.encryptionKey());
        for (Letter letter : bundle.letters) {
            enclosed.add(enclose(letter, packet));
            expiresAt = earlier(expiresAt, letter.due.expiresAt());
        }
        if (expiresAt == null) {
            return Optional.empty();
        }
        UUID id = TimeOrderedId.at(now);
        byte[] bytes = seal.sign(Seal.LETTERS, new Envelope(id, own, peer, now, expiresAt, enclosed).write(), now);
        Map<UUID, WaitingTable.Inside> letters = new HashMap<>();
        bundle.letters.forEach(letter ->
                letters.put(letter.due.letter(), new WaitingTable.Inside(letter.due.thread(), letter.content.kind())));
        return Optional.of(new Sealed(
                new Parcel(id, bytes, letters, 0), new SignedTable.Document(id, peer, "envelope", bytes, now)));
    }

    /// Whether an envelope that was sealed before is under the seal that we have today. One under a seal that was
    /// replaced since would perhaps not be believed any more.
    boolean isCurrent(byte[] envelope) {
        try {
            return seal.isOf(reader.read(envelope, Seal.LETTERS));
        } catch (Refused e) {
            throw new IllegalStateException("An envelope of ours can be read", e);
        }
    }

    private static Envelope.Enclosed enclose(Letter letter, Bodies.Packet packet) {
        Due due = letter.due;
        return new Envelope.Enclosed(
                due.letter(),
                letter.content.kind(),
                letter.content.version(),
                due.thread(),
                due.number(),
                packet.encrypt(due.letter(), letter.content.body()));
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
