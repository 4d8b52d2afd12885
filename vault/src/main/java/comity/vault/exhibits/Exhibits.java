package comity.vault.exhibits;

import comity.directory.NodeAddress;
import comity.evidence.age.Recipient;
import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.vault.Custody;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.ExhibitState;
import comity.vault.Exposure;
import comity.vault.Hand;
import comity.vault.HandoverOrder;
import comity.vault.Remainder;
import comity.vault.exhibits.Chronicle.Note;
import comity.vault.shelf.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// What people do with exhibits. Each act runs in the transaction it is given; whoever gives it has asked
/// whether this person may.
public final class Exhibits {
    /// A working day and its night; whoever needs longer opens again, which is written down.
    static final Duration LYING_OPEN = Duration.ofHours(24);

    static final int LONGEST_LINE = LetterText.LONGEST_LINE;
    /// An event with it must be short enough for the other State to read.
    private static final int LONGEST_REASON = 2_000;
    /// What a person may note about an exhibit that is here.
    private static final Set<Kind> NOTED = EnumSet.of(Kind.COPIED, Kind.EXAMINED, Kind.HANDED_OVER, Kind.RETURNED);

    private final Vault vault;
    private final Chronicle chronicle;
    private final Intake intake;
    private final Remainders remainders;

    public Exhibits(Vault vault) {
        this.vault = vault;
        this.chronicle = new Chronicle(vault);
        this.intake = new Intake(vault, chronicle);
        this.remainders = new Remainders(vault, chronicle);
    }

    /// An exhibit with all that is known of it.
    ///
    /// @param files what was taken in and is not sealed yet
    /// @param remainders the lists of what this State does not hand over
    /// @param exposures how long it has lain open, when it is sensitive
    /// @param opened whether a bundle of it lies ready for whoever opened it
    public record Dossier(
            Exhibit exhibit,
            Custody custody,
            List<ExhibitFile> files,
            List<Remainder> remainders,
            List<Exposure> exposures,
            boolean opened) {
        public Dossier {
            files = List.copyOf(files);
            remainders = List.copyOf(remainders);
            exposures = List.copyOf(exposures);
        }
    }

    /// An exhibit as it stands.
    ///
    /// @param opened whether a bundle of it lies ready for whoever opened it
    public record Glance(Exhibit exhibit, boolean opened) {}

    /// What a new exhibit is.
    public record Wish(
            RequestReference request, StateCode requesting, String title, HandoverOrder order, boolean sensitive) {}

    /// Begins an exhibit.
    public Answer<Exhibit> begin(Transaction tx, String role, Wish wish) {
        Optional<Answer<Exhibit>> unfit = unfit("/title", wish.title(), true)
                .or(() -> unfit("/order/reference", wish.order().reference(), true))
                .or(() -> unfit("/order/article", wish.order().article(), true))
                .or(() -> unfit("/order/item", wish.order().item(), false));
        if (unfit.isPresent()) {
            return unfit.get();
        }
        if (wish.order().conditions().length() > LetterText.LONGEST_TEXT) {
            return new Answer.Unfit<>("/order/conditions", "too-long");
        }
        Instant now = vault.now();
        if (wish.order().isOverdue(now)) {
            return new Answer.Unfit<>("/order/keepUntil", "day-has-passed");
        }
        int year = now.atZone(ZoneOffset.UTC).getYear();
        Exhibit exhibit = new Exhibit(
                TimeOrderedId.at(now),
                vault.store().nextReference(tx, vault.self(), year),
                wish.request(),
                wish.requesting(),
                wish.title().strip(),
                wish.order(),
                wish.sensitive(),
                new ExhibitState.Collecting(Optional.empty()),
                1,
                now,
                now);
        vault.store().add(tx, exhibit);
        chronicle.add(
                tx,
                exhibit,
                new Note(Kind.COLLECTED, Hand.CUSTODIAN, role, exhibit.order().reference(), Map.of()));
        return new Answer.Done<>(exhibit);
    }

    private static Optional<Answer<Exhibit>> unfit(String pointer, String line, boolean needed) {
        if (needed && line.isBlank()) {
            return Optional.of(new Answer.Unfit<>(pointer, "missing"));
        }
        if (line.length() > LONGEST_LINE) {
            return Optional.of(new Answer.Unfit<>(pointer, "too-long"));
        }
        return line.chars().anyMatch(Character::isISOControl)
                ? Optional.of(new Answer.Unfit<>(pointer, "not-one-line"))
                : Optional.empty();
    }

    private static Optional<Answer<Exhibit>> unfitReason(String reason) {
        if (reason.isBlank()) {
            return Optional.of(new Answer.Unfit<>("/reason", "missing"));
        }
        return reason.length() > LONGEST_REASON
                ? Optional.of(new Answer.Unfit<>("/reason", "too-long"))
                : Optional.empty();
    }

    public Optional<Dossier> find(Transaction tx, ExhibitReference reference) {
        return vault.store().find(tx, reference).map(exhibit -> dossier(tx, exhibit));
    }

    /// An exhibit without its custody and files, which may be many.
    public Optional<Glance> glance(Transaction tx, ExhibitReference reference) {
        return vault.store().find(tx, reference).map(exhibit -> new Glance(exhibit, isOpened(exhibit)));
    }

    private boolean isOpened(Exhibit exhibit) {
        return exhibit.state() instanceof ExhibitState.Received
                && opened(exhibit).isPresent();
    }

    private Dossier dossier(Transaction tx, Exhibit exhibit) {
        // Asked first: what is opened has its event written, so that the custody read after it tells of it.
        boolean opened = isOpened(exhibit);
        return new Dossier(
                exhibit,
                vault.store().custody(tx, exhibit.id()),
                vault.store().files(tx, exhibit.id()),
                vault.store().remainders(tx, exhibit.id()),
                vault.store().exposures(tx, exhibit.id(), vault.now(), LYING_OPEN),
                opened);
    }

    /// The exhibits of a request, oldest first.
    public List<Exhibit> ofRequest(Transaction tx, RequestReference request) {
        return vault.store().ofRequest(tx, request);
    }

    /// Taking in files.
    public Intake intake() {
        return intake;
    }

    /// What is not handed over.
    public Remainders remainders() {
        return remainders;
    }

    /// Lists what was collected and is not handed over, while the exhibit is put together.
    ///
    /// @param typed one line for each thing, as `sha256sum` prints it
    public Answer<Exhibit> listRemainder(
            Transaction tx, String role, ExhibitReference reference, Remainder.Ground ground, String typed) {
        return from(
                tx,
                reference,
                ExhibitState.Collecting.class,
                (exhibit, _) -> remainders.list(tx, exhibit, role, ground, typed));
    }

    /// Takes a file out again, before sealing.
    public Answer<Exhibit> takeOut(Transaction tx, ExhibitReference reference, String name) {
        return from(tx, reference, ExhibitState.Collecting.class, (exhibit, _) -> {
            vault.store().removeFile(tx, exhibit.id(), name);
            tx.afterCommit(() -> intake.discard(exhibit, name));
            return new Answer.Done<>(exhibit);
        });
    }

    /// Has the exhibit sealed and offered; the workshop does it.
    public Answer<Exhibit> handOver(Transaction tx, ExhibitReference reference) {
        return from(tx, reference, ExhibitState.Collecting.class, (exhibit, _) -> {
            if (vault.store().files(tx, exhibit.id()).isEmpty()) {
                return new Answer.Unfit<>("/files", "missing");
            }
            if (recipientOf(exhibit.peer()).isEmpty()) {
                return new Answer.Unfit<>("/peer", "no-sealing-key");
            }
            tx.afterCommit(vault.bell());
            return saved(tx, exhibit.moved(new ExhibitState.Sealing(vault.now()), vault.now()));
        });
    }

    /// What an exhibit for a State is sealed to, by the directory.
    Optional<Recipient> recipientOf(StateCode state) {
        return vault.directory()
                .find(state)
                .flatMap(entry -> entry.node())
                .map(NodeAddress::sealingKeys)
                .flatMap(keys -> keys.stream().findFirst())
                .map(Recipient::parse);
    }

    /// Takes an offer back. Whoever has pulled it has it.
    public Answer<Exhibit> withdraw(Transaction tx, String role, ExhibitReference reference, String reason) {
        Optional<Answer<Exhibit>> unfit = unfitReason(reason);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return from(tx, reference, ExhibitState.OnOffer.class, (exhibit, _) -> {
            Exhibit next = exhibit.moved(new ExhibitState.Withdrawn(vault.now(), reason), vault.now());
            chronicle.add(tx, exhibit, new Note(Kind.WITHDRAWN, Hand.AUTHORITY, role, reason, Map.of()));
            chronicle.tell(tx, exhibit);
            return saved(tx, next);
        });
    }

    /// Pulls it anew, when what is here is not good.
    public Answer<Exhibit> fetchAgain(Transaction tx, ExhibitReference reference) {
        return from(tx, reference, ExhibitState.NotGood.class, (exhibit, bad) -> {
            tx.afterCommit(() -> {
                vault.shelf().clear(exhibit.id());
                vault.bell().run();
            });
            return saved(tx, exhibit.moved(new ExhibitState.Announced(bad.sealed(), vault.now()), vault.now()));
        });
    }

    /// Notes what was done with the exhibit at home: copied, examined, given into other hands, brought back.
    public Answer<Exhibit> note(
            Transaction tx, ExhibitReference reference, Kind kind, Hand hand, String role, String what) {
        if (!NOTED.contains(kind)) {
            return new Answer.Unfit<>("/kind", "unknown");
        }
        if (what.isBlank() || what.length() > LONGEST_LINE) {
            return new Answer.Unfit<>("/what", what.isBlank() ? "missing" : "too-long");
        }
        return from(tx, reference, ExhibitState.Here.class, (exhibit, _) -> {
            chronicle.add(tx, exhibit, new Note(kind, hand, role, what, Map.of()));
            return new Answer.Done<>(exhibit);
        });
    }

    /// Destroys all that is here of it. The other State gets the event, which is the certificate: it is
    /// signed with the letter, and its leaf is in this State's ledger.
    public Answer<Exhibit> destroy(Transaction tx, String role, ExhibitReference reference, String reason) {
        Optional<Answer<Exhibit>> unfit = unfitReason(reason);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return from(tx, reference, ExhibitState.class, (exhibit, state) -> {
            if (state instanceof ExhibitState.Destroyed || state instanceof ExhibitState.Sealing) {
                return new Answer.WrongState<>(state.word());
            }
            Exhibit next = exhibit.moved(new ExhibitState.Destroyed(vault.now(), reason), vault.now());
            chronicle.add(tx, exhibit, new Note(Kind.DESTROYED, Hand.AUTHORITY, role, reason, Map.of()));
            if (!(state instanceof ExhibitState.Collecting)) {
                chronicle.tell(tx, exhibit);
            }
            vault.store().dropRemainders(tx, exhibit.id());
            vault.store().endExposures(tx, exhibit.id(), vault.now());
            tx.afterCommit(() -> vault.shelf().clear(exhibit.id()));
            return saved(tx, next);
        });
    }

    /// Where what was opened for a person lies; empty when it was not opened, or was put away again.
    public Optional<java.nio.file.Path> opened(Exhibit exhibit) {
        java.nio.file.Path folder = vault.shelf().opened(exhibit.id());
        return java.nio.file.Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty();
    }

    /// Puts away what was opened.
    public void putAway(Transaction tx, Exhibit exhibit) {
        vault.store().endExposures(tx, exhibit.id(), vault.now());
        tx.afterCommit(() -> Shelf.delete(vault.shelf().opened(exhibit.id())));
    }

    private Answer<Exhibit> saved(Transaction tx, Exhibit exhibit) {
        vault.store().save(tx, exhibit);
        return new Answer.Done<>(exhibit);
    }

    private <S extends ExhibitState> Answer<Exhibit> from(
            Transaction tx, ExhibitReference reference, Class<S> state, BiFunction<Exhibit, S, Answer<Exhibit>> act) {
        Optional<Exhibit> found = vault.store().lock(tx, reference);
        if (found.isEmpty()) {
            return new Answer.NotFound<>();
        }
        ExhibitState now = found.get().state();
        return state.isInstance(now) ? act.apply(found.get(), state.cast(now)) : new Answer.WrongState<>(now.word());
    }
}
