package comity.vault.exhibits;

import comity.kernel.transaction.Transaction;
import comity.vault.CustodyEvent;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Sensitive exhibits are opened by two people: one writes down the wish, another one carries it out. Nobody
/// looks at what may harm them alone, and nobody looks without a witness.
///
/// The wish is taken out with the event of the opening, not before: when a node stops in between, the
/// second person asks once more and need not fetch the first again.
final class SecondPerson {
    private final Vault vault;

    SecondPerson(Vault vault) {
        this.vault = vault;
    }

    /// Either the wish that a second person carries out, or the one that waits for somebody else.
    sealed interface Turn {
        record Opens(OpeningWish first) implements Turn {}

        record Waits(OpeningWish.Waiting waiting, boolean again) implements Turn {}
    }

    /// Whose turn it is when somebody asks.
    Turn ask(Exhibit exhibit, OpeningWish wish) {
        return vault.transactions().write(tx -> {
            // Two who ask at one moment must not both be the first.
            vault.store().lock(tx, exhibit.reference());
            Instant now = vault.now();
            vault.store().forgetWishes(tx, now.minus(OpeningWish.Waiting.LASTS));
            Optional<OpeningWish.Waiting> before = vault.store().wish(tx, exhibit.id());
            if (before.isPresent()) {
                OpeningWish first = before.get().wish();
                return first.person().equals(wish.person())
                        ? new Turn.Waits(before.get(), true)
                        : new Turn.Opens(first);
            }
            OpeningWish.Waiting waiting = new OpeningWish.Waiting(wish, now);
            vault.store().keepWish(tx, exhibit.id(), waiting);
            return new Turn.Waits(waiting, false);
        });
    }

    /// The wish that waits, if one does.
    Optional<OpeningWish.Waiting> waiting(Transaction tx, Exhibit exhibit) {
        return exhibit.sensitive() && exhibit.state() instanceof ExhibitState.Received
                ? vault.store().wish(tx, exhibit.id()).filter(waiting -> waiting.lastsAt(vault.now()))
                : Optional.empty();
    }

    /// What the custody says of the second person: the role, and what it was for when that is another
    /// reason.
    static Map<String, String> details(OpeningWish first, OpeningWish second) {
        Map<String, String> details = new HashMap<>();
        details.put(CustodyEvent.SECOND_ROLE, second.role());
        if (!second.why().equals(first.why())) {
            details.put(CustodyEvent.SECOND_REASON, second.why());
        }
        return details;
    }
}
