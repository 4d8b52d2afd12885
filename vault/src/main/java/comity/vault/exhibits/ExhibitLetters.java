package comity.vault.exhibits;

import comity.evidence.EvidenceRefused;
import comity.evidence.age.Recipient;
import comity.evidence.paper.Seal;
import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.CustodyText;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.SealedPackage;
import comity.vault.exhibits.ExhibitLetter.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes the letters of another State about exhibits, in the transaction that also holds their leaf. What
/// cannot be taken is refused with a code of docs/protocol/exhibits.md.
public final class ExhibitLetters implements LetterHandler {
    private final Vault vault;
    private final Mandate mandate;

    public ExhibitLetters(Vault vault, Mandate mandate) {
        this.vault = vault;
        this.mandate = mandate;
    }

    @Override
    public String kind() {
        return LetterText.KIND;
    }

    @Override
    public int newestVersion() {
        return LetterText.VERSION;
    }

    @Override
    public Handling handle(Transaction tx, IncomingLetter letter) {
        try {
            ExhibitLetter said = LetterText.read(letter.body());
            if (!letter.thread().equals(said.exhibit().toString())) {
                return Handling.refused("wrong-thread", "the letter names another exhibit than its thread");
            }
            return switch (said) {
                case ExhibitLetter.Offered offered -> offered(tx, letter, offered);
                case ExhibitLetter.Happened happened -> happened(tx, letter, happened);
            };
        } catch (LetterText.Unreadable | CustodyText.Unreadable e) {
            return Handling.refused("unreadable-letter", String.valueOf(e.getMessage()));
        } catch (EvidenceRefused e) {
            return Handling.refused("unreadable-seal", e.fault().code());
        }
    }

    private Handling offered(Transaction tx, IncomingLetter letter, ExhibitLetter.Offered offered) {
        if (!offered.exhibit().state().equals(letter.from())) {
            return Handling.refused("not-your-exhibit", "only the State that collected it may offer it");
        }
        if (!offered.request().state().equals(vault.self()) || !mandate.expects(tx, offered.request(), letter.from())) {
            return Handling.refused("unknown-request", "this State was not asked for it");
        }
        if (vault.store().lock(tx, offered.exhibit()).isPresent()) {
            return Handling.refused("known-exhibit", "an exhibit is offered once");
        }
        Seal seal = Seal.read(offered.seal());
        if (seal.keyIds().stream().noneMatch(ourKeys()::containsKey)) {
            return Handling.refused("not-sealed-for-us", "none of our keys opens it");
        }
        Instant now = vault.now();
        UUID id = TimeOrderedId.at(now);
        Exhibit exhibit = new Exhibit(
                id,
                offered.exhibit(),
                offered.request(),
                letter.from(),
                offered.title(),
                offered.order(),
                offered.sensitive(),
                new ExhibitState.Announced(SealedPackage.of(seal), now),
                1,
                now,
                now);
        vault.store().add(tx, exhibit);
        vault.store().keepSeal(tx, id, offered.seal(), offered.signature());
        Optional<Handling> broken = learn(tx, letter, exhibit, offered.events());
        tx.afterCommit(vault.bell());
        return broken.orElseGet(Handling::accepted);
    }

    private Map<String, Recipient> ourKeys() {
        return vault.keys().recipients().stream()
                .collect(Collectors.toMap(Recipient::keyId, Function.identity(), (first, _) -> first));
    }

    private Handling happened(Transaction tx, IncomingLetter letter, ExhibitLetter.Happened happened) {
        Optional<Exhibit> found = vault.store().lock(tx, happened.exhibit());
        if (found.isEmpty() || !found.get().peer().equals(letter.from())) {
            return Handling.refused("unknown-exhibit", "no such exhibit went between the two States");
        }
        Optional<Handling> broken = learn(tx, letter, found.get(), happened.events());
        if (broken.isPresent()) {
            return broken.get();
        }
        Exhibit exhibit = found.get();
        for (Told told : happened.events()) {
            if (told instanceof Told.Open(byte[] bytes)) {
                exhibit = moved(exhibit, CustodyText.read(bytes));
            }
        }
        if (exhibit.version() != found.get().version()) {
            vault.store().save(tx, exhibit);
        }
        return Handling.accepted();
    }

    /// What the other State says moves our exhibit.
    private Exhibit moved(Exhibit exhibit, CustodyEvent event) {
        Instant now = vault.now();
        return switch (exhibit.state()) {
            case ExhibitState.OnOffer offer ->
                switch (event.kind()) {
                    case RECEIVED -> exhibit.moved(new ExhibitState.Delivered(offer.sealed(), event.at()), now);
                    case NOT_GOOD ->
                        exhibit.moved(
                                new ExhibitState.Disputed(
                                        offer.sealed(),
                                        event.at(),
                                        event.result().orElse("unknown"),
                                        event.details().getOrDefault("subject", "")),
                                now);
                    default -> exhibit;
                };
            case ExhibitState.Announced _
            when event.kind() == CustodyEvent.Kind.WITHDRAWN ->
                exhibit.moved(new ExhibitState.Withdrawn(event.at(), event.reason()), now);
            case ExhibitState.NotGood _
            when event.kind() == CustodyEvent.Kind.WITHDRAWN ->
                exhibit.moved(new ExhibitState.Withdrawn(event.at(), event.reason()), now);
            default -> exhibit;
        };
    }

    /// Keeps events, when they go on where the chain stopped.
    private Optional<Handling> learn(Transaction tx, IncomingLetter letter, Exhibit exhibit, List<Told> events) {
        Custody known = vault.store().custody(tx, exhibit.id());
        int number = known.lengthOf(letter.from());
        String previous = known.digestOf(letter.from(), number).orElse("");
        for (Told told : events) {
            number++;
            switch (told) {
                case Told.Open(byte[] bytes) -> {
                    CustodyEvent event = CustodyText.read(bytes);
                    if (!event.exhibit().equals(exhibit.reference())
                            || !event.state().equals(letter.from())
                            || event.number() != number
                            || !event.previous().equals(previous)) {
                        return Optional.of(Handling.refused("broken-chain", "event " + number + " does not go on"));
                    }
                    vault.store()
                            .addEvent(
                                    tx,
                                    exhibit.id(),
                                    new Custody.Entry(
                                            event,
                                            OptionalLong.of(letter.place().index()),
                                            true));
                    previous = event.digest();
                }
                case Told.Withheld(int given, String digest) -> {
                    if (given != number) {
                        return Optional.of(Handling.refused("broken-chain", "event " + number + " is missing"));
                    }
                    vault.store().addWithheld(tx, exhibit.id(), new Custody.Withheld(letter.from(), number, digest));
                    previous = digest;
                }
            }
        }
        return Optional.empty();
    }
}
