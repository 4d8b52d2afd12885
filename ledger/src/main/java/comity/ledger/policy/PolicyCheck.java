package comity.ledger.policy;

import comity.ledger.note.SignatureType;
import comity.ledger.note.VerifierKey;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Whether the lines of a policy fit together. Is shown them one after the other, and refuses the first
/// that does not fit to those before it.
final class PolicyCheck {
    /// How many logs, cosigners and groups are read, of each.
    private static final int MOST = 256;

    private final Set<ByteBuffer> logKeys = new HashSet<>();
    private final Set<ByteBuffer> cosignerKeys = new HashSet<>();
    private final Set<String> names = new HashSet<>(Set.of(Policy.NONE));
    private final Set<String> members = new HashSet<>();
    private int groups;
    private int line;

    /// The next line comes from this place of a file; without it lines are counted as they come.
    void at(int next) {
        line = next - 1;
    }

    void log(Policy.Log log) {
        line++;
        require(log.key().type() == SignatureType.ED25519, PolicyFault.BAD_KEY);
        requireOneItem(log.url());
        requireNew(logKeys, log.key());
    }

    void cosigner(Policy.Cosigner cosigner) {
        line++;
        require(cosigner.key().isCosigners(), PolicyFault.BAD_KEY);
        requireOneItem(cosigner.url());
        requireNew(cosignerKeys, cosigner.key());
        define(cosigner.name());
    }

    void group(Policy.Group group) {
        line++;
        require(++groups <= MOST, PolicyFault.TOO_LARGE);
        for (String member : group.members()) {
            require(!member.equals(Policy.NONE) && names.contains(member), PolicyFault.UNKNOWN_NAME);
            require(members.add(member), PolicyFault.MEMBER_TWICE);
        }
        boolean possible =
                group.needed() >= 1 && group.needed() <= group.members().size();
        require(possible, PolicyFault.BAD_THRESHOLD);
        define(group.name());
    }

    void quorum(String name) {
        line++;
        require(names.contains(name), PolicyFault.UNKNOWN_NAME);
    }

    private void define(String name) {
        requireOneItem(Optional.of(name));
        require(names.add(name), PolicyFault.NAME_TWICE);
    }

    /// The same public key under another name is the same signer.
    private void requireNew(Set<ByteBuffer> keys, VerifierKey key) {
        require(keys.add(ByteBuffer.wrap(key.key())), PolicyFault.KEY_TWICE);
        require(keys.size() <= MOST, PolicyFault.TOO_LARGE);
    }

    private void requireOneItem(Optional<String> item) {
        boolean good = item.map(text ->
                        !text.isEmpty() && !text.startsWith("#") && text.chars().noneMatch(c -> c <= ' ' || c == 0x7F))
                .orElse(true);
        require(good, PolicyFault.WRONG_ITEMS);
    }

    private void require(boolean good, PolicyFault fault) {
        if (!good) {
            throw new PolicyRefused(fault, line);
        }
    }
}
