package comity.law.offence;

import java.util.List;

/// A general rule of a State's law.
///
/// @param name `participation`, `attempt`, `preparation`, or `dual-criminality/` and a measure
/// @param position whether the State punishes it, or demands dual criminality for that measure
/// @param offences to which offences it is limited; empty for all
/// @param citation where it stands; may be empty
public record Rule(String name, Position position, List<String> offences, String citation) {
    /// What a State's law says to a question.
    public enum Position {
        YES,
        NO,
        NOT_KNOWN
    }

    /// Before the measure's name.
    public static final String DUAL_CRIMINALITY = "dual-criminality/";

    public Rule {
        offences = List.copyOf(offences);
    }

    /// What it says for one offence. A rule that is limited to others says no.
    public Position positionFor(String offence) {
        return offences.isEmpty() || offences.contains(offence) || position != Position.YES ? position : Position.NO;
    }
}
