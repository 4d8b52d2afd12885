package comity.law.treaty;

import comity.law.Fact;

/// Something a participant must or may tell the Secretary-General.
///
/// @param code stable, for example `central-authority`
/// @param names whether an authority is named, rather than something said
/// @param mustBefore told at the latest with the deposit; others at any time
/// @param source article, mark, as-of date and note; its value is the paragraph to cite
public record Duty(String code, boolean names, boolean mustBefore, Fact<String> source) {
    /// The stable code of the duty to name the languages in which requests are accepted.
    public static final String LANGUAGES = "languages";

    /// The stable code of the duty of an organization to say how far it is competent.
    public static final String COMPETENCE = "competence";
}
