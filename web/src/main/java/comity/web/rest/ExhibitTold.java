package comity.web.rest;

import comity.api.exhibit.ExhibitDetail;
import comity.api.exhibit.ExhibitSummary;
import comity.api.exhibit.HandoverOrder;
import comity.api.ledger.LedgerPlace;
import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.requests.disclosure.Disclosures;
import comity.requests.disclosure.ExhibitAct;
import comity.vault.Custody;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.Exposure;
import comity.vault.SealedPackage;
import comity.vault.exhibits.Exhibits.Dossier;
import comity.vault.exhibits.Job;
import comity.vault.exhibits.OpeningWish;
import comity.web.upload.Owner;
import comity.web.upload.Uploads;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An exhibit in the contract's records.
public final class ExhibitTold {
    private final Disclosures disclosures;
    private final Journal journal;
    private final Transactions transactions;
    private final Uploads uploads;

    public ExhibitTold(Disclosures disclosures, Journal journal, Transactions transactions, Uploads uploads) {
        this.disclosures = disclosures;
        this.journal = journal;
        this.transactions = transactions;
        this.uploads = uploads;
    }

    static ExhibitSummary summary(Exhibit exhibit) {
        return new ExhibitSummary(
                exhibit.reference().toString(),
                exhibit.request().toString(),
                exhibit.title(),
                exhibit.side().code(),
                exhibit.peer().code(),
                exhibit.state().word(),
                exhibit.updatedAt());
    }

    ExhibitDetail detail(Actor who, Dossier dossier) {
        Exhibit exhibit = dossier.exhibit();
        Set<ExhibitAct> acts = disclosures.acts(who, dossier);
        return new ExhibitDetail(
                summary(exhibit),
                new HandoverOrder(
                        exhibit.order().reference(),
                        exhibit.order().article(),
                        Tell.orNothing(exhibit.order().item()),
                        Tell.orNothing(exhibit.order().conditions()),
                        exhibit.order().keepUntil().orElse(null)),
                exhibit.sensitive(),
                fault(exhibit.state()).orElse(null),
                faultSubject(exhibit.state()).orElse(null),
                sealed(exhibit.state()).map(ExhibitTold::told).orElse(null),
                disclosures.job(exhibit).map(ExhibitTold::told).orElse(null),
                dossier.files().stream()
                        .map(file -> new ExhibitDetail.File(
                                file.name(), file.bytes(), file.sha256(), file.takenInAt(), file.compared()))
                        .toList(),
                uploads.unfinished(Owner.of(who, exhibit.reference())).stream()
                        .map(begun -> new ExhibitDetail.Upload(
                                begun.id(), begun.name(), begun.bytes(), begun.here(), begun.expiresAt()))
                        .toList(),
                dossier.remainders().stream()
                        .map(list -> new ExhibitDetail.Listed(
                                list.number(), list.ground().code(), list.entries(), list.sha256(), list.listedAt()))
                        .toList(),
                dossier.opened(),
                disclosures.waiting(exhibit).map(ExhibitTold::told).orElse(null),
                who.is(Role.OVERSIGHT) ? told(dossier.exposures()) : List.of(),
                events(dossier.custody()),
                dossier.custody().isWhole(),
                acts.stream().map(ExhibitAct::code).toList());
    }

    private static Optional<String> fault(ExhibitState state) {
        return switch (state) {
            case ExhibitState.Collecting(var fault) -> fault;
            case ExhibitState.Disputed disputed -> Optional.of(disputed.fault());
            case ExhibitState.NotGood bad -> Optional.of(bad.fault());
            default -> Optional.empty();
        };
    }

    private static Optional<String> faultSubject(ExhibitState state) {
        return switch (state) {
            case ExhibitState.Disputed disputed -> Optional.of(disputed.subject());
            case ExhibitState.NotGood bad -> Optional.of(bad.subject());
            default -> Optional.empty();
        };
    }

    private static Optional<SealedPackage> sealed(ExhibitState state) {
        return switch (state) {
            case ExhibitState.OnOffer offer -> Optional.of(offer.sealed());
            case ExhibitState.Here here -> Optional.of(here.sealed());
            default -> Optional.empty();
        };
    }

    private static ExhibitDetail.Sealed told(SealedPackage sealed) {
        return new ExhibitDetail.Sealed(sealed.id().toString(), sealed.sealedAt(), sealed.bytes(), sealed.root());
    }

    private static ExhibitDetail.AwaitsSecondPerson told(OpeningWish.Waiting waiting) {
        return new ExhibitDetail.AwaitsSecondPerson(waiting.wish().role(), waiting.until());
    }

    private static List<ExhibitDetail.Exposure> told(List<Exposure> exposures) {
        return exposures.stream()
                .map(exposure -> new ExhibitDetail.Exposure(
                        exposure.role(), exposure.time().toSeconds()))
                .toList();
    }

    private static ExhibitDetail.Job told(Job job) {
        return new ExhibitDetail.Job(job.task().name().toLowerCase(Locale.ROOT), job.done(), job.total());
    }

    private List<ExhibitDetail.Event> events(Custody custody) {
        return transactions.read(
                tx -> custody.entries().stream().map(entry -> event(tx, entry)).toList());
    }

    private ExhibitDetail.Event event(Transaction tx, Custody.Entry entry) {
        return new ExhibitDetail.Event(
                entry.event().state().code(),
                entry.event().number(),
                entry.event().at(),
                entry.event().kind().code(),
                entry.event().hand().code(),
                entry.event().role(),
                entry.event().place(),
                entry.event().reason(),
                entry.event().details(),
                entry.event().digest(),
                place(tx, entry));
    }

    private @Nullable LedgerPlace place(Transaction tx, Custody.Entry entry) {
        return entry.leaf().isPresent()
                ? journal.leaf(tx, entry.leaf().getAsLong())
                        .map(record -> new LedgerPlace(
                                record.place().index(), record.place().commitment()))
                        .orElse(null)
                : null;
    }
}
