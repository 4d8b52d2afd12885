package comity.directory.proposals;

import comity.directory.Book;
import comity.directory.Entry;
import comity.directory.list.EntryJson;
import comity.directory.proposals.Outcome.Ground;
import comity.directory.proposals.Outcome.Refused;
import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transactions;
import comity.law.dispute.DisputeBook;
import comity.law.living.LivingLaw;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;

/// How what is published changes: somebody proposes, the secretariat sees the difference and decides, and what it
/// approves is in the next edition.
public final class Proposals {
    private static final System.Logger LOG = System.getLogger(Proposals.class.getName());
    private static final int LARGEST_ENTRY = 256 * 1024;
    private static final int LONGEST_REASON = 4000;
    /// A secretariat of a few people reads so many of one person and not more.
    private static final int MOST_OPEN_DISPUTES = 20;

    private final Transactions transactions;
    private final ProposalBook table;
    private final Publication publication;
    private final BiFunction<String, byte[], LivingLaw.Proposed> books;
    private final Clock clock;

    /// @param books reads a book of a name, before anybody publishes it
    public Proposals(
            Transactions transactions,
            ProposalBook table,
            Publication publication,
            BiFunction<String, byte[], LivingLaw.Proposed> books,
            Clock clock) {
        this.transactions = transactions;
        this.table = table;
        this.publication = publication;
        this.books = books;
        this.clock = clock;
    }

    /// What is published of a subject now.
    public Optional<byte[]> current(Subject subject) {
        return publication.current(subject);
    }

    /// Proposes a change.
    ///
    /// @param document an entry as JSON, or a book as JSON or as a table; it is kept in the form in which it is
    ///     published
    /// @param effectiveFrom the first day (UTC) on which it may be published; a day gone by is today
    public Outcome propose(Who who, Subject subject, byte[] document, LocalDate effectiveFrom) {
        if (!who.mayPropose(subject)) {
            return new Refused(Ground.NOT_YOURS);
        }
        return switch (read(who, subject, document)) {
            case Read.Good(byte[] asPublished) -> keep(who, subject, asPublished, effectiveFrom);
            case Read.Bad(Refused refused) -> refused;
        };
    }

    private Outcome keep(Who who, Subject subject, byte[] asPublished, LocalDate effectiveFrom) {
        byte[] former = publication.current(subject).orElse(new byte[0]);
        if (Arrays.equals(former, asPublished)) {
            return new Refused(Ground.NOTHING_CHANGES);
        }
        Proposal proposal = new Proposal(
                TimeOrderedId.at(clock.instant()),
                subject,
                former,
                asPublished,
                effectiveFrom.isBefore(today()) ? today() : effectiveFrom,
                named(who),
                clock.instant(),
                Proposal.Status.OPEN,
                Optional.empty(),
                OptionalLong.empty());
        transactions.write(tx -> {
            table.add(tx, proposal);
            return tx;
        });
        return new Outcome.Done(proposal);
    }

    /// What came of reading a document.
    private sealed interface Read {
        record Good(byte[] asPublished) implements Read {}

        record Bad(Refused refused) implements Read {
            Bad(Ground ground) {
                this(new Refused(ground));
            }
        }
    }

    private Read read(Who who, Subject subject, byte[] document) {
        return switch (subject) {
            case Subject.OfEntry entry -> readEntry(who, entry, document);
            case Subject.OfBook book -> readBook(who, book, document);
        };
    }

    private Read readEntry(Who who, Subject.OfEntry subject, byte[] document) {
        if (document.length > LARGEST_ENTRY) {
            return new Read.Bad(Ground.TOO_LARGE);
        }
        Entry entry;
        try {
            entry = EntryJson.parse(document);
        } catch (IllegalArgumentException e) {
            return new Read.Bad(new Refused(
                    Ground.UNREADABLE,
                    List.of(Complaint.blocks("", "entry-unreadable")
                            .with(Map.of("value", String.valueOf(e.getMessage()))))));
        }
        if (!entry.state().equals(subject.state())) {
            return new Read.Bad(Ground.ANOTHER_STATE);
        }
        if (entry.confirmedOn().isAfter(today())) {
            return new Read.Bad(Ground.CONFIRMED_TOO_EARLY);
        }
        boolean otherStatus = publication
                .current(subject)
                .map(EntryJson::parse)
                .filter(former -> former.status() != entry.status())
                .isPresent();
        return otherStatus && !who.isSecretariat()
                ? new Read.Bad(Ground.STATUS_CHANGED)
                : new Read.Good(Utf8.bytes(EntryJson.format(entry)));
    }

    private Read readBook(Who who, Subject.OfBook subject, byte[] document) {
        if (document.length > Book.LARGEST) {
            return new Read.Bad(Ground.TOO_LARGE);
        }
        return switch (books.apply(subject.name(), document)) {
            case LivingLaw.Proposed.Whole(byte[] asPublished) -> disputed(who, subject, asPublished);
            case LivingLaw.Proposed.Refused(List<Complaint> complaints) ->
                new Read.Bad(new Refused(Ground.UNREADABLE, complaints));
        };
    }

    /// A mission speaks in a book of disputes for its own State, and not too often.
    private Read disputed(Who who, Subject.OfBook subject, byte[] document) {
        Optional<StateCode> state = subject.disputed();
        if (state.isEmpty() || who.isSecretariat()) {
            return new Read.Good(document);
        }
        DisputeBook former = publication
                .current(subject)
                .map(bytes -> disputes(state.get(), bytes))
                .orElseGet(DisputeBook::empty);
        if (!former.differsOnlyIn(who.mission(), disputes(state.get(), document))) {
            return new Read.Bad(Ground.ANOTHERS_DISPUTE);
        }
        long waiting = open().stream()
                .filter(proposal -> proposal.subject().disputed().isPresent())
                .filter(proposal -> proposal.proposedBy().id().equals(who.id()))
                .count();
        return waiting < MOST_OPEN_DISPUTES ? new Read.Good(document) : new Read.Bad(Ground.TOO_MANY_OPEN);
    }

    private static DisputeBook disputes(StateCode state, byte[] document) {
        return switch (DisputeBook.read(state, document)) {
            case DisputeBook.Reading.Whole(DisputeBook book) -> book;
            // What stands there cannot be read, so nothing of it is kept from anybody.
            case DisputeBook.Reading.Refused _ -> DisputeBook.empty();
        };
    }

    /// A State says that its entry still holds. Nothing else changes, so nobody has to approve it.
    public Outcome confirm(Who who, Subject.OfEntry subject) {
        if (who.isSecretariat() || !who.mayPropose(subject)) {
            return new Refused(Ground.NOT_YOURS);
        }
        Optional<byte[]> current = publication.current(subject);
        if (current.isEmpty()) {
            return new Refused(Ground.NOT_OPEN);
        }
        Entry confirmed = EntryJson.parse(current.get()).confirmed(today());
        Outcome proposed = propose(who, subject, Utf8.bytes(EntryJson.format(confirmed)), today());
        return proposed instanceof Outcome.Done(Proposal proposal)
                ? publish(proposal.decided(
                        Proposal.Status.APPROVED, new Proposal.Decision(named(who), clock.instant(), "")))
                : proposed;
    }

    /// Approves a proposal: it is in the next edition at once, or when its day comes.
    public Outcome approve(Who who, UUID id) {
        Optional<Proposal> found = find(id).filter(Proposal::isOpen);
        if (found.isEmpty()) {
            return new Refused(Ground.NOT_OPEN);
        }
        Proposal proposal = found.get();
        if (!who.isSecretariat()) {
            return new Refused(Ground.NOT_THE_SECRETARIAT);
        }
        if (proposal.proposedBy().id().equals(who.id())) {
            return new Refused(Ground.OWN_PROPOSAL);
        }
        if (isStale(proposal)) {
            return new Refused(Ground.STALE);
        }
        Proposal approved =
                proposal.decided(Proposal.Status.APPROVED, new Proposal.Decision(named(who), clock.instant(), ""));
        if (!proposal.effectiveFrom().isAfter(today())) {
            return publish(approved);
        }
        return change(approved, Proposal.Status.OPEN);
    }

    /// Whether something else was published since it was proposed, so that to publish it would undo that.
    public boolean isStale(Proposal proposal) {
        byte[] now = publication.current(proposal.subject()).orElse(new byte[0]);
        return !Arrays.equals(now, proposal.former()) && !Arrays.equals(now, proposal.document());
    }

    /// Gives a proposal back.
    public Outcome giveBack(Who who, UUID id, String reason) {
        Optional<Proposal> found = find(id).filter(Proposal::isOpen);
        if (found.isEmpty()) {
            return new Refused(Ground.NOT_OPEN);
        }
        if (!who.isSecretariat()) {
            return new Refused(Ground.NOT_THE_SECRETARIAT);
        }
        if (reason.isBlank()) {
            return new Refused(Ground.NO_REASON);
        }
        if (reason.length() > LONGEST_REASON) {
            return new Refused(Ground.TOO_LARGE);
        }
        return change(
                found.get()
                        .decided(
                                Proposal.Status.RETURNED,
                                new Proposal.Decision(named(who), clock.instant(), reason.strip())),
                Proposal.Status.OPEN);
    }

    /// Its proposer, or another person of the same mission, takes a proposal back.
    public Outcome withdraw(Who who, UUID id) {
        Optional<Proposal> found = find(id).filter(Proposal::isOpen);
        if (found.isEmpty()) {
            return new Refused(Ground.NOT_OPEN);
        }
        boolean own = found.get().proposedBy().id().equals(who.id());
        if (!own && !who.mayWithdraw(found.get().subject())) {
            return new Refused(Ground.NOT_YOURS);
        }
        return change(
                found.get().decided(Proposal.Status.WITHDRAWN, new Proposal.Decision(named(who), clock.instant(), "")),
                Proposal.Status.OPEN);
    }

    /// Publishes what was approved for a day that has come. What another change has overtaken is given back.
    public void publishDue() {
        List<Proposal> due = transactions.read(tx -> table.approvedFor(tx, today()));
        for (Proposal proposal : due) {
            Outcome outcome = isStale(proposal)
                    ? change(
                            proposal.decided(
                                    Proposal.Status.RETURNED,
                                    new Proposal.Decision(
                                            proposal.decision().orElseThrow().by(), clock.instant(), "")),
                            Proposal.Status.APPROVED)
                    : publish(proposal);
            LOG.log(
                    System.Logger.Level.INFO,
                    "The proposal {0} is due: {1}",
                    proposal.id(),
                    outcome.getClass().getSimpleName());
        }
    }

    private Outcome publish(Proposal approved) {
        try {
            publication.publish(
                    approved.subject(),
                    approved.document(),
                    (tx, edition) -> table.decide(tx, approved.publishedIn(edition)));
            return find(approved.id()).<Outcome>map(Outcome.Done::new).orElseGet(() -> new Refused(Ground.NOT_OPEN));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "A proposal could not be published: {0}", e.getMessage());
            return new Refused(Ground.NOT_LAID);
        }
    }

    private Outcome change(Proposal decided, Proposal.Status from) {
        boolean changed = transactions.write(tx -> table.decideFrom(tx, decided, from));
        return changed ? new Outcome.Done(decided) : new Refused(Ground.NOT_OPEN);
    }

    public Optional<Proposal> find(UUID id) {
        return transactions.read(tx -> table.find(tx, id));
    }

    /// Those that nobody has decided, the oldest first.
    public List<Proposal> open() {
        return transactions.read(table::open);
    }

    /// Everything that was proposed of a subject, the newest first.
    public List<Proposal> of(Subject subject) {
        return transactions.read(tx -> table.of(tx, subject));
    }

    /// The newest of all.
    public List<Proposal> newest(int most) {
        return transactions.read(tx -> table.newest(tx, most));
    }

    private static Proposal.Named named(Who who) {
        return new Proposal.Named(who.id(), who.name());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
