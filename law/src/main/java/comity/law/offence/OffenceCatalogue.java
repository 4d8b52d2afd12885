package comity.law.offence;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All States' books. Immutable: a new book makes a new catalogue. Sorted by State and offence when it is made, so
/// that a question looks only at the few provisions that can answer it.
public final class OffenceCatalogue {
    private final Elements elements;
    private final Map<StateCode, Shelf> shelves;

    private OffenceCatalogue(Elements elements, Map<StateCode, Shelf> shelves) {
        this.elements = elements;
        this.shelves = Map.copyOf(shelves);
    }

    public static OffenceCatalogue empty(Elements elements) {
        return new OffenceCatalogue(elements, Map.of());
    }

    /// @throws IllegalArgumentException when a State has two books
    public static OffenceCatalogue of(Elements elements, List<NationalLaw> books) {
        Map<StateCode, Shelf> shelves = new HashMap<>();
        for (NationalLaw book : books) {
            if (shelves.put(book.state(), Shelf.of(elements, book)) != null) {
                throw new IllegalArgumentException("Two books of " + book.state());
            }
        }
        return new OffenceCatalogue(elements, shelves);
    }

    /// With this book in place of an earlier one of the same State.
    public OffenceCatalogue with(NationalLaw book) {
        Map<StateCode, Shelf> changed = new HashMap<>(shelves);
        changed.put(book.state(), Shelf.of(elements, book));
        return new OffenceCatalogue(elements, changed);
    }

    /// What the books are laid beside.
    public Elements elements() {
        return elements;
    }

    /// The States that have a book, in alphabetical order of their codes.
    public Set<StateCode> states() {
        return new TreeMap<>(shelves).keySet();
    }

    /// A State's book; empty when it has given none, which means that its law is not known here.
    public Optional<NationalLaw> law(StateCode state) {
        return Optional.ofNullable(shelves.get(state)).map(Shelf::book);
    }

    /// Every provision of a State that applies on a day.
    public List<Provision> provisions(StateCode state, LocalDate day) {
        return law(state)
                .map(book -> book.provisions().stream()
                        .filter(provision -> provision.inForce().on(day))
                        .toList())
                .orElseGet(List::of);
    }

    /// The provisions of a State that reach into an offence, whenever they apply.
    public List<Reach> reaching(StateCode state, String offence) {
        Shelf shelf = shelves.get(state);
        return shelf == null ? List.of() : shelf.byOffence().getOrDefault(offence, List.of());
    }

    /// The provisions of a State that reach into an offence on a day.
    public List<Reach> reaching(StateCode state, String offence, LocalDate day) {
        return reaching(state, offence).stream()
                .filter(reach -> reach.provision().inForce().on(day))
                .toList();
    }

    private record Shelf(NationalLaw book, Map<String, List<Reach>> byOffence) {
        static Shelf of(Elements elements, NationalLaw book) {
            Map<ProvisionId, Provision> byId =
                    book.provisions().stream().collect(Collectors.toMap(Provision::id, provision -> provision));
            Map<String, List<Reach>> byOffence = new HashMap<>();
            for (Provision provision : book.provisions()) {
                Map<String, Reach.Words> all = new HashMap<>();
                takeIn(provision, byId, new HashSet<>(), all);
                for (String offence : offencesOf(elements, provision)) {
                    byOffence
                            .computeIfAbsent(offence, _ -> new ArrayList<>())
                            .add(Reach.of(provision, onlyOf(offence, all)));
                }
            }
            byOffence.replaceAll((_, found) -> List.copyOf(found));
            return new Shelf(book, Map.copyOf(byOffence));
        }

        /// A provision that says what is done stands for an offence. One that only says, for all offences, what intent
        /// is, does not: it is taken in by others.
        private static Set<String> offencesOf(Elements elements, Provision provision) {
            return provision.mappings().stream()
                    .filter(mapping -> elements.element(mapping.element())
                            .filter(element -> element.kind() == ElementKind.CONDUCT)
                            .isPresent())
                    .map(Mapping::offence)
                    .collect(Collectors.toSet());
        }

        /// Its own words first. What was taken in once is not taken in again, so that a reference that leads back
        /// comes to an end here too.
        private static void takeIn(
                Provision provision,
                Map<ProvisionId, Provision> byId,
                Set<ProvisionId> seen,
                Map<String, Reach.Words> all) {
            if (!seen.add(provision.id())) {
                return;
            }
            provision
                    .mappings()
                    .forEach(mapping -> all.putIfAbsent(mapping.element(), new Reach.Words(provision, mapping)));
            for (ProvisionId other : provision.incorporates()) {
                Provision found = byId.get(other);
                if (found == null) {
                    throw new IllegalArgumentException(provision.id() + " incorporates " + other + ", not in the book");
                }
                takeIn(found, byId, seen, all);
            }
        }

        private static Map<String, Reach.Words> onlyOf(String offence, Map<String, Reach.Words> all) {
            return all.entrySet().stream()
                    .filter(entry -> entry.getValue().mapping().offence().equals(offence))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
