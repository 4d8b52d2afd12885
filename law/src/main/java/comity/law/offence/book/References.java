package comity.law.offence.book;

import comity.law.offence.Provision;
import comity.law.offence.ProvisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Whether what a provision points to is there, and does not lead back to it.
final class References {
    private final Map<ProvisionId, Provision> provisions;
    private final Map<String, BookLine> lines;
    private final Complaints complaints;
    private final Set<ProvisionId> done = new HashSet<>();

    References(Map<ProvisionId, Provision> provisions, Map<String, BookLine> lines, Complaints complaints) {
        this.provisions = provisions;
        this.lines = lines;
        this.complaints = complaints;
    }

    void check() {
        provisions.values().forEach(this::areThere);
        provisions.keySet().forEach(this::leadsNotBack);
    }

    private void areThere(Provision provision) {
        provision.incorporates().stream()
                .filter(other -> !lines.containsKey(other.id()))
                .forEach(other -> block(provision.id(), "incorporates", "provision-unknown", other.id()));
        provision.replaces().ifPresent(other -> replaced(provision, other));
    }

    private void replaced(Provision provision, ProvisionId other) {
        Optional<Provision> earlier = Optional.ofNullable(provisions.get(other));
        if (!lines.containsKey(other.id()) || other.equals(provision.id())) {
            block(provision.id(), "replaces", "provision-unknown", other.id());
        } else if (earlier.isPresent()
                && earlier.get()
                        .inForce()
                        .to()
                        .filter(last -> last.isBefore(provision.inForce().from()))
                        .isEmpty()) {
            block(provision.id(), "replaces", "replaced-and-still-in-force", other.id());
        }
    }

    /// Walks along the references, without recursion: a book may hold a long chain of them.
    private void leadsNotBack(ProvisionId start) {
        List<ProvisionId> path = new ArrayList<>();
        List<Iterator<ProvisionId>> open =
                new ArrayList<>(List.of(List.of(start).iterator()));
        while (!open.isEmpty()) {
            if (!open.getLast().hasNext()) {
                open.removeLast();
                if (!path.isEmpty()) {
                    done.add(path.removeLast());
                }
                continue;
            }
            ProvisionId next = open.getLast().next();
            if (path.contains(next)) {
                String circle = path.subList(path.indexOf(next), path.size()).stream()
                        .map(ProvisionId::id)
                        .collect(Collectors.joining(" → "));
                block(path.getLast(), "incorporates", "leads-back", circle + " → " + next);
            } else if (!done.contains(next) && provisions.containsKey(next)) {
                path.add(next);
                open.add(provision(next).incorporates().iterator());
            }
        }
    }

    private Provision provision(ProvisionId id) {
        return Optional.ofNullable(provisions.get(id)).orElseThrow();
    }

    private void block(ProvisionId id, String column, String code, String value) {
        Optional.ofNullable(lines.get(id.id()))
                .ifPresent(line -> complaints.block(line.pointerTo(column), code, value));
    }
}
