package comity.web.rest;

import comity.api.request.RequestDetail;
import comity.api.request.RequestSummary;
import comity.requests.form.Documents;
import comity.requests.preservation.Act;
import comity.requests.preservation.Outgoing;
import comity.requests.preservation.OutgoingCase;
import java.util.List;
import java.util.Set;

/// One of our requests, told to a program.
final class OutgoingTold {
    private final Tell tell;
    private final Documents documents;

    OutgoingTold(Tell tell, Documents documents) {
        this.tell = tell;
        this.documents = documents;
    }

    RequestDetail detail(OutgoingCase request, Set<Act> acts) {
        Standing standing = standing(request.state());
        return new RequestDetail(
                summary(request),
                Tell.orNothing(request.fingerprint()),
                ApiJson.object(documents.nest(request.document())),
                Tell.acknowledgement(request.acknowledgement()),
                standing.question(),
                standing.risk(),
                standing.consultation(),
                standing.refusal(),
                standing.order(),
                standing.keeping(),
                standing.extension(),
                Tell.orNothing(request.mlaReference()),
                standing.closingReason(),
                List.of(),
                null,
                List.of(),
                Tell.acts(acts),
                Tell.links(request.reference()));
    }

    private RequestSummary summary(OutgoingCase request) {
        return new RequestSummary(
                request.id().toString(),
                request.reference().toString(),
                "requesting",
                request.requesting().code(),
                request.requested().code(),
                request.state().word(),
                request.urgency().code(),
                request.clock().map(tell::clock).orElse(null),
                waitsFor(request.state()),
                Tell.orNothing(request.owner()),
                request.acknowledgement().map(seen -> seen.at()).orElse(null),
                request.updatedAt(),
                request.version());
    }

    private Standing standing(Outgoing state) {
        return switch (state) {
            case Outgoing.Drafted _,
                    Outgoing.Sent _,
                    Outgoing.Received _,
                    Outgoing.Ordered _,
                    Outgoing.Expired _,
                    Outgoing.Unknown _ -> Standing.BARE;
            case Outgoing.NeedsMore(var at, var fields, var note) -> Standing.asked(Tell.question(at, fields, note));
            case Outgoing.RiskNoticed(var at, var risk) -> Standing.warned(Tell.risk(at, risk));
            case Outgoing.Consulted(var at, var asked) -> Standing.consulted(tell.consultation(at, asked));
            case Outgoing.Refused(var at, var refusal) -> Standing.refused(tell.refusal(at, refusal));

            case Outgoing.Preserved(var keeping) -> Standing.kept(null, Tell.keeping(keeping));
            case Outgoing.ExtensionAsked(var keeping, var wish) ->
                Standing.kept(null, Tell.keeping(keeping)).wishing(Tell.extension(wish));
            case Outgoing.Held(var keeping, var reference, var since) -> Standing.kept(null, Tell.keeping(keeping));
            case Outgoing.Released(var at, var reason) -> Standing.closed(reason);
            case Outgoing.Withdrawn(var at, var reason) -> Standing.closed(reason);
        };
    }

    private static String waitsFor(Outgoing state) {
        return switch (state) {
            case Outgoing.Drafted _, Outgoing.NeedsMore _, Outgoing.RiskNoticed _, Outgoing.Consulted _ -> "us";
            case Outgoing.Sent _, Outgoing.Received _, Outgoing.Ordered _, Outgoing.ExtensionAsked _ -> "them";
            case Outgoing.Preserved _,
                    Outgoing.Held _,
                    Outgoing.Refused _,
                    Outgoing.Expired _,
                    Outgoing.Released _,
                    Outgoing.Withdrawn _,
                    Outgoing.Unknown _ -> "nobody";
        };
    }
}
