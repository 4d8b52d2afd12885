package comity.web.law;

import comity.api.law.LawReason;
import comity.api.law.TreatyLine;
import java.util.List;
import java.util.Optional;

/// One participant's page: where it stands, what it told, what it did, what begins to apply.
///
/// @param line its line of the table
/// @param duties what is told to the Secretary-General
/// @param acts every act in every version, the newest first
/// @param begins what applies to it once it is bound
/// @param from since when it is, or will be, bound
public record StateSheet(
        TreatyLine line,
        String standing,
        List<DutyLine> duties,
        List<ActLine> acts,
        List<LawReason> begins,
        Optional<String> from) {
    public StateSheet {
        duties = List.copyOf(duties);
        acts = List.copyOf(acts);
        begins = List.copyOf(begins);
    }

    /// One duty.
    ///
    /// @param provision where it stands
    /// @param done it was told
    /// @param must it is told at the latest with the deposit
    /// @param said what was told, in the reader's language
    public record DutyLine(String code, String text, String provision, boolean done, boolean must, String said) {}

    /// One act.
    ///
    /// @param treaty the treaty's title
    /// @param text what was said with it
    /// @param version above 1 when it was corrected
    public record ActLine(String kind, String treaty, String on, String text, int version, LawReason source) {}
}
