package comity.web.rest;

import comity.api.act.Assess;
import comity.api.request.RequestDetail;
import comity.api.request.RequestSummary;
import comity.law.RefusalGround;
import comity.requests.form.Documents;
import comity.requests.preservation.Act;
import comity.requests.preservation.Assessment;
import comity.requests.preservation.Incoming;
import comity.requests.preservation.IncomingCase;
import comity.safeguards.ProtectedRole;
import java.util.List;
import java.util.Set;

/// Another State's request to us, told to a program.
final class IncomingTold {
    private final Tell tell;
    private final Documents documents;

    IncomingTold(Tell tell, Documents documents) {
        this.tell = tell;
        this.documents = documents;
    }

    RequestDetail detail(IncomingCase request, Set<Act> acts, List<RefusalGround> grounds) {
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
                request.checks().stream()
                        .map(check -> new RequestDetail.Check(
                                check.code(),
                                check.result().code(),
                                tell.speech()
                                        .say(tell.language(), "check." + check.code(), check.code(), check.details())))
                        .toList(),
                request.assessment().map(IncomingTold::assessment).orElse(null),
                grounds.stream().map(this::ground).toList(),
                Tell.acts(acts),
                Tell.links(request.reference()));
    }

    private RequestDetail.Ground ground(RefusalGround ground) {
        return new RequestDetail.Ground(
                ground.code(),
                tell.speech().say(tell.language(), "ground." + ground.code(), ground.code()),
                ground.provision());
    }

    private static Assess assessment(Assessment judged) {
        return new Assess(
                judged.necessity().code(),
                judged.discrimination().code(),
                judged.protectedRole().code(),
                judged.refusalGround().code(),
                judged.roles().stream().sorted().map(ProtectedRole::code).toList(),
                Tell.orNothing(judged.reasons()));
    }

    private RequestSummary summary(IncomingCase request) {
        return new RequestSummary(
                request.id().toString(),
                request.reference().toString(),
                "requested",
                request.requesting().code(),
                request.requested().code(),
                request.state().word(),
                request.urgency().code(),
                tell.clock(request.clock()),
                waitsFor(request.state()),
                Tell.orNothing(request.owner()),
                request.acknowledgement().map(seen -> seen.at()).orElse(null),
                request.updatedAt(),
                request.version());
    }

    private Standing standing(Incoming state) {
        return switch (state) {
            case Incoming.Received _, Incoming.Acknowledged _, Incoming.Expired _, Incoming.Unknown _ -> Standing.BARE;
            case Incoming.NeedsMore(var at, var fields, var note) -> Standing.asked(Tell.question(at, fields, note));
            case Incoming.RiskNoticed(var at, var risk) -> Standing.warned(Tell.risk(at, risk));
            case Incoming.Consulted(var at, var asked) -> Standing.consulted(tell.consultation(at, asked));
            case Incoming.Refused(var at, var refusal) -> Standing.refused(tell.refusal(at, refusal));
            case Incoming.Ordered(var order, var until) -> Standing.kept(Tell.order(order), null);
            case Incoming.Preserved(var order, var keeping) -> Standing.kept(Tell.order(order), Tell.keeping(keeping));
            case Incoming.ExtensionAsked(var order, var keeping, var wish) ->
                Standing.kept(Tell.order(order), Tell.keeping(keeping)).wishing(Tell.extension(wish));
            case Incoming.Held(var order, var keeping, var reference, var since) ->
                Standing.kept(Tell.order(order), Tell.keeping(keeping));
            case Incoming.Released(var at, var reason) -> Standing.closed(reason);
            case Incoming.Withdrawn(var at, var reason) -> Standing.closed(reason);
        };
    }

    private static String waitsFor(Incoming state) {
        return switch (state) {
            case Incoming.Received _,
                    Incoming.Acknowledged _,
                    Incoming.Ordered _,
                    Incoming.ExtensionAsked _,
                    Incoming.Expired _ -> "us";
            case Incoming.NeedsMore _, Incoming.RiskNoticed _, Incoming.Consulted _ -> "them";
            case Incoming.Preserved _,
                    Incoming.Held _,
                    Incoming.Refused _,
                    Incoming.Released _,
                    Incoming.Withdrawn _,
                    Incoming.Unknown _ -> "nobody";
        };
    }
}
