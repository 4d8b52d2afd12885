package comity.web.rest;

import comity.api.request.RequestDetail;
import org.jspecify.annotations.Nullable;

/// What a state holds, in the contract's records. A state holds only what is known by then, so most parts stay
/// empty.
///
/// @param question what is asked to be added
/// @param risk what is warned of
/// @param consultation what is asked before a refusal
/// @param refusal why it was refused
/// @param order the domestic order
/// @param keeping what is kept
/// @param extension more time, asked for
/// @param closingReason why it ended
record Standing(
        RequestDetail.@Nullable Question question,
        RequestDetail.@Nullable Risk risk,
        RequestDetail.@Nullable Consultation consultation,
        RequestDetail.@Nullable Refusal refusal,
        RequestDetail.@Nullable DomesticOrder order,
        RequestDetail.@Nullable Preservation keeping,
        RequestDetail.@Nullable Extension extension,
        @Nullable String closingReason) {
    static final Standing BARE = new Standing(null, null, null, null, null, null, null, null);

    static Standing asked(RequestDetail.Question question) {
        return new Standing(question, null, null, null, null, null, null, null);
    }

    static Standing warned(RequestDetail.Risk risk) {
        return new Standing(null, risk, null, null, null, null, null, null);
    }

    static Standing consulted(RequestDetail.Consultation consultation) {
        return new Standing(null, null, consultation, null, null, null, null, null);
    }

    static Standing refused(RequestDetail.Refusal refusal) {
        return new Standing(null, null, null, refusal, null, null, null, null);
    }

    static Standing kept(RequestDetail.@Nullable DomesticOrder order, RequestDetail.@Nullable Preservation keeping) {
        return new Standing(null, null, null, null, order, keeping, null, null);
    }

    Standing wishing(RequestDetail.Extension wish) {
        return new Standing(question, risk, consultation, refusal, order, keeping, wish, closingReason);
    }

    static Standing closed(String reason) {
        return new Standing(null, null, null, null, null, null, null, Tell.orNothing(reason));
    }
}
