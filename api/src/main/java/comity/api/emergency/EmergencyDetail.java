package comity.api.emergency;

import comity.api.Link;
import comity.api.Words;
import comity.api.request.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request for data to avert an emergency, with all that this State knows of it.
///
/// @param summary the request in a line
/// @param fingerprint what the two desks read to each other to know that they hold the same words; nothing for a draft
/// @param document what it says, or what was typed so far; nothing is lost because it is wrong
/// @param reading what is wrong, what is missing, how complete it is
/// @param since since when it stands as it does; nothing for a draft
/// @param conditions what the giving State asks for in return, when it gave
/// @param reasons why the data were only kept, or why nothing is given, or why it was taken back
/// @param decision why this State gave or kept; never leaves this node
/// @param ownReview what this State found when it looked again
/// @param peerReview what the other State found
/// @param acts what this person can do now, as the last part of the path to call
/// @param links where to go from here
public record EmergencyDetail(
        EmergencySummary summary,
        @Nullable String fingerprint,
        Map<String, Object> document,
        Reading reading,
        @Nullable Instant since,
        @Nullable String conditions,
        @Nullable String reasons,
        @Nullable Decision decision,
        @Nullable Review ownReview,
        @Nullable Review peerReview,
        List<String> acts,
        List<Link> links) {
    public EmergencyDetail {
        acts = List.copyOf(acts);
        links = List.copyOf(links);
    }

    /// Why this State gave the data or kept them. Who decided is not said here.
    ///
    /// @param order the reference of the decision at home
    /// @param justification why the fast lane was used, for oversight
    public record Decision(String order, String justification) {}

    /// What a State found when it looked again.
    ///
    /// @param at when
    /// @param finding whether the use of the fast lane holds afterwards
    /// @param assistanceReference the ordinary request that stands behind it now
    /// @param text in words
    public record Review(
            Instant at,
            @Words({"justified", "not-justified"}) String finding,
            @Nullable String assistanceReference,
            String text) {}
}
