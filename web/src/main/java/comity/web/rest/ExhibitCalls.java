package comity.web.rest;

import static comity.web.rest.AskingCalls.orEmpty;

import comity.api.contract.Operation;
import comity.api.contract.Paths;
import comity.api.exhibit.CheckExhibit;
import comity.api.exhibit.DestroyExhibit;
import comity.api.exhibit.ExhibitList;
import comity.api.exhibit.FetchAgain;
import comity.api.exhibit.HandOver;
import comity.api.exhibit.ListRemainder;
import comity.api.exhibit.NewExhibit;
import comity.api.exhibit.NoteCustody;
import comity.api.exhibit.OpenExhibit;
import comity.api.exhibit.PutAway;
import comity.api.exhibit.RemoveFile;
import comity.api.exhibit.WithdrawOffer;
import comity.kernel.Actor;
import comity.kernel.ExhibitReference;
import comity.kernel.Utf8;
import comity.requests.Outcome;
import comity.requests.disclosure.Disclosures;
import comity.vault.CustodyEvent;
import comity.vault.Exhibit;
import comity.vault.Hand;
import comity.vault.HandoverOrder;
import comity.vault.Remainder;
import comity.vault.exhibits.Exhibits.Dossier;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Exhibits: what one State hands over, and what the other does with it.
@RestController
public class ExhibitCalls {
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

    private final Disclosures disclosures;
    private final ExhibitTold told;

    public ExhibitCalls(Disclosures disclosures, ExhibitTold told) {
        this.disclosures = disclosures;
        this.told = told;
    }

    @GetMapping(Paths.EXHIBITS)
    ResponseEntity<byte[]> list(Call call, @PathVariable String request) {
        var exhibits = Answers.orProblem(disclosures.ofRequest(call.actor(), Call.reference(request)));
        return Answers.of(
                call,
                new ExhibitList(exhibits.stream().map(ExhibitTold::summary).toList()));
    }

    @PostMapping(Paths.EXHIBITS)
    ResponseEntity<byte[]> begin(Call call, @PathVariable String request) {
        NewExhibit wanted = call.body(NewExhibit.class);
        HandoverOrder order = new HandoverOrder(
                wanted.orderReference(),
                wanted.article(),
                orEmpty(wanted.item()),
                orEmpty(wanted.conditions()),
                Optional.ofNullable(wanted.keepUntil()));
        Exhibit exhibit = Answers.orProblem(disclosures.begin(
                call.actor(),
                Call.reference(request),
                new Disclosures.Wish(wanted.title(), order, wanted.sensitive().equals("yes"))));
        Dossier dossier = dossier(call.actor(), exhibit.reference());
        return Answers.created(
                call,
                told.detail(call.actor(), dossier),
                exhibit.version(),
                Operation.SHOW_EXHIBIT.at(exhibit.reference().toString()));
    }

    @GetMapping(Paths.EXHIBIT)
    ResponseEntity<byte[]> show(Call call, @PathVariable String exhibit) {
        return show(call, reference(exhibit));
    }

    private ResponseEntity<byte[]> show(Call call, ExhibitReference reference) {
        Dossier dossier = dossier(call.actor(), reference);
        return Answers.of(
                call, told.detail(call.actor(), dossier), dossier.exhibit().version());
    }

    private Dossier dossier(Actor who, ExhibitReference reference) {
        return Answers.orProblem(disclosures.read(who, reference));
    }

    @PostMapping(Paths.REMOVE_FILE)
    ResponseEntity<byte[]> removeFile(Call call, @PathVariable String exhibit) {
        RemoveFile wanted = call.body(RemoveFile.class);
        return after(call, disclosures.takeOut(call.actor(), reference(exhibit), wanted.name()));
    }

    @PostMapping(Paths.LIST_REMAINDER)
    ResponseEntity<byte[]> listRemainder(Call call, @PathVariable String exhibit) {
        ListRemainder wanted = call.body(ListRemainder.class);
        return after(
                call,
                disclosures.listRemainder(
                        call.actor(),
                        reference(exhibit),
                        Words.choice(Remainder.Ground.values(), Remainder.Ground::code, wanted.ground()),
                        wanted.list()));
    }

    @GetMapping(Paths.REMAINDER)
    ResponseEntity<byte[]> remainder(Call call, @PathVariable String exhibit, @PathVariable String number) {
        int which = NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
        byte[] document = Answers.orProblem(disclosures.remainder(call.actor(), reference(exhibit), which));
        return Answers.of(call, new comity.api.exhibit.Remainder(which, Utf8.text(document)));
    }

    @PostMapping(Paths.HAND_OVER)
    ResponseEntity<byte[]> handOver(Call call, @PathVariable String exhibit) {
        call.body(HandOver.class);
        return after(call, disclosures.handOver(call.actor(), reference(exhibit)));
    }

    @PostMapping(Paths.WITHDRAW_OFFER)
    ResponseEntity<byte[]> withdraw(Call call, @PathVariable String exhibit) {
        WithdrawOffer wanted = call.body(WithdrawOffer.class);
        return after(call, disclosures.withdraw(call.actor(), reference(exhibit), wanted.reason()));
    }

    @PostMapping(Paths.CHECK_EXHIBIT)
    ResponseEntity<byte[]> check(Call call, @PathVariable String exhibit) {
        call.body(CheckExhibit.class);
        return after(call, disclosures.check(call.actor(), reference(exhibit)));
    }

    @PostMapping(Paths.FETCH_AGAIN)
    ResponseEntity<byte[]> fetchAgain(Call call, @PathVariable String exhibit) {
        call.body(FetchAgain.class);
        return after(call, disclosures.fetchAgain(call.actor(), reference(exhibit)));
    }

    @PostMapping(Paths.OPEN_EXHIBIT)
    ResponseEntity<byte[]> open(Call call, @PathVariable String exhibit) {
        OpenExhibit wanted = call.body(OpenExhibit.class);
        // Whether it is being opened or waits for a second person stands in the answer.
        Answers.orProblem(disclosures.open(call.actor(), reference(exhibit), wanted.why(), call.language()));
        return show(call, reference(exhibit));
    }

    @PostMapping(Paths.PUT_AWAY)
    ResponseEntity<byte[]> putAway(Call call, @PathVariable String exhibit) {
        call.body(PutAway.class);
        return after(call, disclosures.putAway(call.actor(), reference(exhibit)));
    }

    @PostMapping(Paths.NOTE_CUSTODY)
    ResponseEntity<byte[]> note(Call call, @PathVariable String exhibit) {
        NoteCustody wanted = call.body(NoteCustody.class);
        return after(
                call,
                disclosures.note(
                        call.actor(),
                        reference(exhibit),
                        Words.choice(CustodyEvent.Kind.values(), CustodyEvent.Kind::code, wanted.kind()),
                        Words.choice(Hand.values(), Hand::code, wanted.hand()),
                        wanted.what()));
    }

    @PostMapping(Paths.DESTROY_EXHIBIT)
    ResponseEntity<byte[]> destroy(Call call, @PathVariable String exhibit) {
        DestroyExhibit wanted = call.body(DestroyExhibit.class);
        return after(call, disclosures.destroy(call.actor(), reference(exhibit), wanted.reason()));
    }

    private ResponseEntity<byte[]> after(Call call, Outcome<Exhibit> outcome) {
        return show(call, Answers.orProblem(outcome).reference());
    }

    /// One that cannot exist is not found, like one that does not.
    static ExhibitReference reference(String typed) {
        return ExhibitReference.parse(typed).orElseThrow(() -> ApiProblem.of(404, "not-found"));
    }
}
