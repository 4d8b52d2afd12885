package comity.web.exhibit;

import comity.kernel.Actor;
import comity.kernel.ExhibitReference;
import comity.kernel.Role;
import comity.requests.disclosure.Disclosures;
import comity.requests.disclosure.ExhibitAct;
import comity.safeguards.Safeguards;
import comity.vault.Exhibit;
import comity.vault.exhibits.Exhibits.Dossier;
import comity.vault.exhibits.Job;
import comity.vault.exhibits.OpeningWish;
import comity.vault.picture.CustodyPicture;
import comity.vault.picture.Row;
import comity.vault.picture.Subject;
import comity.web.Page;
import comity.web.cases.States;
import comity.web.preservation.Outcomes;
import comity.web.preservation.Signed;
import comity.web.upload.Owner;
import comity.web.upload.Uploads;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// Reads an exhibit for the screen.
public final class ExhibitReader {
    private final Disclosures disclosures;
    private final Safeguards safeguards;
    private final States states;
    private final Uploads uploads;

    public ExhibitReader(Disclosures disclosures, Safeguards safeguards, States states, Uploads uploads) {
        this.disclosures = disclosures;
        this.safeguards = safeguards;
        this.states = states;
        this.uploads = uploads;
    }

    /// The exhibit; a problem page when there is none, or none for this reader.
    ExhibitView read(Page page, String reference) {
        Actor who = Signed.in(page);
        Dossier found = Outcomes.orProblem(disclosures.read(who, reference(reference)));
        Exhibit exhibit = found.exhibit();
        Subject subject = new Subject(
                exhibit.reference(),
                exhibit.title(),
                "",
                found.custody(),
                state -> states.name(state, page.language()));
        return new ExhibitView(
                exhibit,
                states.name(exhibit.peer(), page.language()),
                found.custody(),
                found.files(),
                found.remainders(),
                who.is(Role.OVERSIGHT) ? found.exposures() : List.of(),
                disclosures.job(exhibit).map(ExhibitReader::work),
                disclosures.acts(who, found),
                disclosures.waiting(exhibit).map(waiting -> awaits(who, waiting)),
                CustodyPicture.of(subject, page.language(), ZoneOffset.UTC),
                uploads.unfinished(Owner.of(who, exhibit.reference())),
                uploads.largest(),
                CustodyPicture.of(subject, page.language(), page.zone()).rows().stream()
                        .map(Row::when)
                        .toList());
    }

    private static ExhibitView.Work work(Job job) {
        return new ExhibitView.Work(job.task().name().toLowerCase(Locale.ROOT), job.done(), job.total());
    }

    private static ExhibitView.Awaits awaits(Actor who, OpeningWish.Waiting waiting) {
        return new ExhibitView.Awaits(
                waiting.wish().role(), waiting.until(), waiting.wish().person().equals(who.person()));
    }

    /// Refuses what this person cannot do with an exhibit, with a problem page that says which of the two it
    /// is: not theirs to do, or not to be done now.
    void require(Page page, ExhibitView view, ExhibitAct act) {
        if (!view.may(act)) {
            throw new ResponseStatusException(
                    safeguards.competent(Signed.in(page), act.competence())
                            ? HttpStatus.CONFLICT
                            : HttpStatus.FORBIDDEN);
        }
    }

    static ExhibitReference reference(String text) {
        return ExhibitReference.parse(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
