package comity.federation.cosigning;

import comity.directory.Directory;
import comity.directory.LedgerAddress;
import comity.ledger.note.VerifierKey;
import comity.ledger.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which cosigners make a checkpoint good for this State.
///
/// A State may bring its own choice, as a file (C2SP tlog-policy). Where it has said nothing, the
/// registry must have signed, and at least one State other than the one whose ledger it is: two States
/// that deal with each other share an interest, and the registry has none in their cases. Every State of
/// the directory that cosigns counts, ours too: what our own node has signed, it has checked itself.
public final class CosignerPolicy {
    private static final String REGISTRY = "registry";
    private static final String STATES = "states";
    private static final String QUORUM = "both";

    private final Directory directory;
    private final DirectoryLogs logs;
    private final Optional<Policy> chosen;

    /// @param chosen by this State; the logs in it count for nothing, because the directory knows the
    ///     ledgers
    public CosignerPolicy(Directory directory, Optional<Policy> chosen) {
        this.directory = directory;
        this.logs = new DirectoryLogs(directory);
        this.chosen = chosen;
    }

    /// The policy for one ledger; empty when the directory does not name enough cosigners, because then
    /// nothing could ever be good.
    ///
    /// @param of the ledger to be judged
    /// @throws IllegalArgumentException when the directory's key for it cannot be read
    public Optional<Policy> of(LedgerAddress of) {
        Policy.Log log = new Policy.Log(VerifierKey.parse(of.key()), Optional.empty());
        return chosen.map(choice -> new Policy(List.of(log), choice.cosigners(), choice.groups(), choice.quorum()))
                .or(() -> byDirectory(of, log));
    }

    private Optional<Policy> byDirectory(LedgerAddress of, Policy.Log log) {
        List<Policy.Cosigner> cosigners = new ArrayList<>();
        List<Policy.Group> groups = new ArrayList<>();
        List<String> states = new ArrayList<>();
        for (LedgerAddress other : directory.ledgers()) {
            List<String> keys = other.origin().equals(of.origin()) ? List.of() : add(other, cosigners);
            if (keys.isEmpty()) {
                continue;
            }
            // Each key of one cosigner speaks for it; one is enough.
            String name = isRegistry(other) ? REGISTRY : "state-" + states.size();
            groups.add(new Policy.Group(name, 1, keys));
            if (!isRegistry(other)) {
                states.add(name);
            }
        }
        boolean isNeutral = groups.stream().anyMatch(group -> group.name().equals(REGISTRY));
        if (states.isEmpty() || !(isNeutral || isRegistry(of))) {
            return Optional.empty();
        }
        groups.add(new Policy.Group(STATES, 1, states));
        if (isNeutral) {
            groups.add(new Policy.Group(QUORUM, 2, List.of(REGISTRY, STATES)));
        }
        return Optional.of(new Policy(List.of(log), cosigners, groups, isNeutral ? QUORUM : STATES));
    }

    private boolean isRegistry(LedgerAddress ledger) {
        return directory.registry().filter(ledger::equals).isPresent();
    }

    private List<String> add(LedgerAddress other, List<Policy.Cosigner> cosigners) {
        List<String> names = new ArrayList<>();
        for (VerifierKey key : logs.cosigners(other)) {
            String name = "%s#%02x".formatted(key.name(), key.type());
            if (cosigners.stream().noneMatch(known -> known.name().equals(name))) {
                cosigners.add(new Policy.Cosigner(name, key, Optional.empty()));
                names.add(name);
            }
        }
        return names;
    }
}
