package comity.requests.preservation;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/// Which acts have a meaning in which state: the arrows of [Moves], as a page needs them.
final class Possible {
    private Possible() {}

    static Set<Act> acts(OutgoingCase request, Predicate<Act> competent) {
        return of(
                competent,
                switch (request.state()) {
                    case Outgoing.Drafted _ -> EnumSet.of(Act.DRAFT, Act.SEND);
                    case Outgoing.Sent _, Outgoing.Received _, Outgoing.Ordered _, Outgoing.Held _ ->
                        EnumSet.of(Act.WITHDRAW);
                    case Outgoing.NeedsMore _, Outgoing.Consulted _ -> EnumSet.of(Act.ANSWER, Act.DRAFT, Act.WITHDRAW);
                    case Outgoing.RiskNoticed _ -> EnumSet.of(Act.CHOOSE_RISK, Act.WITHDRAW);
                    case Outgoing.Preserved _ -> EnumSet.of(Act.ASK_EXTENSION, Act.LINK_MLA, Act.WITHDRAW);
                    case Outgoing.ExtensionAsked _ -> EnumSet.of(Act.LINK_MLA, Act.WITHDRAW);
                    case Outgoing.Closed _, Outgoing.Unknown _ -> EnumSet.noneOf(Act.class);
                });
    }

    static Set<Act> acts(IncomingCase request, Predicate<Act> competent) {
        return of(
                competent,
                switch (request.state()) {
                    case Incoming.Received _ -> EnumSet.of(Act.ACKNOWLEDGE);
                    case Incoming.Acknowledged _, Incoming.NeedsMore _ ->
                        EnumSet.of(Act.ASSESS, Act.ASK_MORE, Act.NOTICE_RISK, Act.CONSULT, Act.ORDER);
                    case Incoming.Consulted _ ->
                        EnumSet.of(Act.ASSESS, Act.ASK_MORE, Act.NOTICE_RISK, Act.CONSULT, Act.ORDER, Act.REFUSE);
                    case Incoming.RiskNoticed _ -> EnumSet.of(Act.ASSESS);
                    case Incoming.Ordered _ -> EnumSet.of(Act.PRESERVE, Act.RENEW_ORDER, Act.RELEASE);
                    case Incoming.Preserved _ -> EnumSet.of(Act.RENEW_ORDER, Act.HOLD, Act.RELEASE);
                    case Incoming.ExtensionAsked _ ->
                        EnumSet.of(Act.ANSWER_EXTENSION, Act.RENEW_ORDER, Act.HOLD, Act.RELEASE);
                    case Incoming.Held _ -> EnumSet.of(Act.RENEW_ORDER, Act.RELEASE);
                    case Incoming.Expired _ -> EnumSet.of(Act.RELEASE);
                    case Incoming.Closed _, Incoming.Unknown _ -> EnumSet.noneOf(Act.class);
                });
    }

    private static Set<Act> of(Predicate<Act> competent, EnumSet<Act> possible) {
        Arrays.stream(Act.values()).filter(competent.negate()).forEach(possible::remove);
        return Collections.unmodifiableSet(possible);
    }
}
