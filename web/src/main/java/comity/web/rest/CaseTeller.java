package comity.web.rest;

import comity.api.request.RequestDetail;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Outcome;
import comity.requests.form.Documents;
import comity.requests.preservation.Answering;
import comity.requests.preservation.Cases;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.OutgoingCase;
import org.springframework.http.ResponseEntity;

/// Tells a case of either side, after a look or after an act.
public final class CaseTeller {
    private final Cases cases;
    private final Answering answering;
    private final Documents documents;
    private final Speech speech;
    private final StateCode home;

    /// @param home whose node this is
    public CaseTeller(Cases cases, Answering answering, Documents documents, Speech speech, StateCode home) {
        this.cases = cases;
        this.answering = answering;
        this.documents = documents;
        this.speech = speech;
        this.home = home;
    }

    Tell tell(Call call) {
        return new Tell(speech, call.language(), home);
    }

    ResponseEntity<byte[]> show(Call call, RequestReference reference) {
        return switch (cases.sideOf(reference)) {
            case REQUESTING -> outgoing(call, cases.outgoing(call.actor(), reference));
            case REQUESTED -> incoming(call, cases.incoming(call.actor(), reference));
        };
    }

    ResponseEntity<byte[]> outgoing(Call call, Outcome<OutgoingCase> outcome) {
        return Answers.of(call, outcome, request -> outgoingDetail(call, request), OutgoingCase::version);
    }

    private RequestDetail outgoingDetail(Call call, OutgoingCase request) {
        return new OutgoingTold(tell(call), documents).detail(request, cases.acts(call.actor(), request));
    }

    ResponseEntity<byte[]> incoming(Call call, Outcome<IncomingCase> outcome) {
        return Answers.of(call, outcome, request -> incomingDetail(call, request), IncomingCase::version);
    }

    private RequestDetail incomingDetail(Call call, IncomingCase request) {
        return new IncomingTold(tell(call), documents)
                .detail(request, cases.acts(call.actor(), request), answering.refusalGrounds(request));
    }
}
