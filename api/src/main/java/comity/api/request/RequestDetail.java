package comity.api.request;

import comity.api.Link;
import comity.api.Words;
import comity.api.act.Assess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request that has been sent or has come in, with all that this State knows of it.
///
/// @param summary the request in a line
/// @param fingerprint what the two desks read to each other to know that they hold the same words
/// @param document the request as it was sent
/// @param acknowledgement who has seen it, by desk, and when the next word is promised
/// @param question what the requested State asks to be added
/// @param risk what the requested State warns of (art. 42(7)), while the requesting State has not chosen
/// @param consultation what the requested State asks before it refuses
/// @param refusal why it was refused
/// @param order the domestic order under which the data is kept; only the requested State sees it
/// @param preservation what is kept, by whom and until when
/// @param extension the extension that is asked and not yet answered
/// @param mlaReference the request for mutual legal assistance that is linked
/// @param closingReason why it was withdrawn or released
/// @param checks what the requested State's machine could check by itself; empty for the requesting State
/// @param assessment what a person of the requested State judged; never leaves that node
/// @param grounds the grounds on which the requested State could refuse; empty for the requesting State
/// @param acts what this person can do now, as the last part of the path to call
/// @param links where to go from here
public record RequestDetail(
        RequestSummary summary,
        @Nullable String fingerprint,
        Map<String, Object> document,
        @Nullable Acknowledgement acknowledgement,
        @Nullable Question question,
        @Nullable Risk risk,
        @Nullable Consultation consultation,
        @Nullable Refusal refusal,
        @Nullable DomesticOrder order,
        @Nullable Preservation preservation,
        @Nullable Extension extension,
        @Nullable String mlaReference,
        @Nullable String closingReason,
        List<Check> checks,
        @Nullable Assess assessment,
        List<Ground> grounds,
        List<String> acts,
        List<Link> links) {
    public RequestDetail {
        checks = List.copyOf(checks);
        grounds = List.copyOf(grounds);
        acts = List.copyOf(acts);
        links = List.copyOf(links);
    }

    /// A person at the requested State's desk has seen the request.
    ///
    /// @param at when
    /// @param nextUpdateBy when the desk will say more, if it promised
    public record Acknowledgement(Instant at, @Nullable Instant nextUpdateBy) {}

    /// The requested State needs more before it can act.
    ///
    /// @param at when it asked
    /// @param fields the fields it asks for, as JSON pointers into the document
    /// @param note its words
    public record Question(
            Instant at, List<String> fields, @Nullable String note) {
        public Question {
            fields = List.copyOf(fields);
        }
    }

    /// The requested State warns that preservation may not work (art. 42(7)).
    ///
    /// @param at when it warned
    /// @param kind what is at risk
    /// @param note its words
    public record Risk(
            Instant at,

            @Words({"availability", "confidentiality", "prejudice"})
            String kind,

            @Nullable String note) {}

    /// The requested State thinks of refusing and asks first.
    ///
    /// @param at when it asked
    /// @param ground the code of the ground it thinks of
    /// @param groundText the ground in words
    /// @param note its words
    /// @param answer what the requesting State answered; nothing until it has
    public record Consultation(
            Instant at,
            String ground,
            @Nullable String groundText,
            @Nullable String note,
            @Nullable String answer) {}

    /// A ground that the Convention gives for refusing this request.
    ///
    /// @param code its stable name
    /// @param text the ground in words
    /// @param article where the Convention gives it
    public record Ground(String code, String text, String article) {}

    /// Something that a machine can know of an incoming request.
    ///
    /// @param code its stable name, for example `minimum-content`
    /// @param result what it found; `look` means that a person should look
    /// @param text the same in words
    public record Check(
            String code,
            @Words({"passed", "failed", "look"}) String result,
            String text) {}

    /// The requested State said no.
    ///
    /// @param at when
    /// @param ground the code of the ground
    /// @param groundText the ground in words
    /// @param article where the Convention allows it
    /// @param nationalLaw the provision of the requested State's law, if one was named
    /// @param reasons why, in the requested State's words
    /// @param mayResubmitIf what would change the answer
    public record Refusal(
            Instant at,
            String ground,
            @Nullable String groundText,
            @Nullable String article,
            @Nullable String nationalLaw,
            String reasons,
            @Nullable String mayResubmitIf) {}

    /// The order under the requested State's own law.
    ///
    /// @param reference its national reference
    /// @param orderedAt when it was made
    /// @param renewBy when it must be renewed for the data to stay kept
    /// @param renewals how often it was renewed
    public record DomesticOrder(
            String reference, Instant orderedAt, @Nullable Instant renewBy, int renewals) {}

    /// The data is kept.
    ///
    /// @param at since when
    /// @param until at least until when
    /// @param provider who keeps it
    /// @param coverage how much of what was asked is kept
    /// @param nationalReference how the requested State names the case
    /// @param remarks anything else the requesting State should know
    /// @param extensions how often the term was extended
    public record Preservation(
            Instant at,
            @Nullable Instant until,
            @Nullable String provider,
            @Words({"full", "partial", "not-found"}) String coverage,
            @Nullable String nationalReference,
            @Nullable String remarks,
            int extensions) {}

    /// The requesting State asked for more time.
    ///
    /// @param askedAt when
    /// @param days how many more days it asked for
    /// @param reason why
    public record Extension(
            Instant askedAt, int days, @Nullable String reason) {}
}
