package comity.requests.preservation;

import comity.requests.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What one State says to the other about a preservation request. The word of each record is the `act` of the letter;
/// docs/protocol/preservation.md describes them all.
public sealed interface PreservationLetter {
    /// From the requesting State.
    sealed interface FromRequesting extends PreservationLetter {}

    /// From the requested State.
    sealed interface FromRequested extends PreservationLetter {}

    /// The request itself.
    ///
    /// @param requested the State that is asked
    /// @param document all that is asked, in the shape of a request file
    /// @param supersedes an earlier request that this one takes the place of
    record Request(String requested, JsonNode document, Optional<String> supersedes) implements FromRequesting {}

    /// What was asked for, or the answer to a consultation.
    ///
    /// @param fields the fields by JSON pointer; empty when only the note answers
    record Supplement(Map<String, String> fields, String note) implements FromRequesting {
        public Supplement {
            fields = Map.copyOf(fields);
        }
    }

    /// Whether to go on after a warning.
    record RiskChoice(String choice, String note) implements FromRequesting {}

    /// The wish for more days, before the end.
    record ExtensionAsked(int days, String reason) implements FromRequesting {}

    /// The request for assistance is made.
    record MlaLinked(String mlaReference) implements FromRequesting {}

    /// The request is taken back.
    record Withdrawn(String reason) implements FromRequesting {}

    /// A person has seen it.
    record Acknowledged(Optional<Instant> nextUpdateBy) implements FromRequested {}

    /// These fields are needed; the clock is paused.
    record NeedsMore(List<String> fields, String note) implements FromRequested {
        public NeedsMore {
            fields = List.copyOf(fields);
        }
    }

    /// A warning (art. 42(7)).
    record Risk(String risk, String note) implements FromRequested {}

    /// A refusal is thought of.
    record Consultation(String ground, String note) implements FromRequested {}

    /// The refusal.
    record Refused(String ground, String article, String nationalLaw, String reasons, String mayResubmitIf)
            implements FromRequested {}

    /// A domestic order is out; the term runs.
    record Ordered(Instant orderedAt, Instant until) implements FromRequested {}

    /// The custodian keeps the data.
    record Preserved(
            String provider, String coverage, String nationalReference, String remarks, Instant since, Instant until)
            implements FromRequested {}

    /// The custodian does not hold the data.
    record NotFound(String provider, String remarks) implements FromRequested {}

    /// More days are granted.
    record Extended(Instant until) implements FromRequested {}

    /// No more days; the term stays.
    record ExtensionRefused(String ground, String nationalLaw, String reasons) implements FromRequested {}

    /// Kept until the request for assistance is decided.
    record Held(String mlaReference, Instant since) implements FromRequested {}

    /// The domestic order behind the preservation was renewed.
    record Renewed(Instant renewedAt) implements FromRequested {}

    /// The term has ended.
    record Expired(Instant endedAt) implements FromRequested {}

    /// The custodian need not keep the data any more.
    record Released(String reason) implements FromRequested {}

    /// An act of a newer version.
    record Unknown(String word) implements PreservationLetter {}

    /// The word of the act, for example `needs-more`.
    default String act() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }
}
