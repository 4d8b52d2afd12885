package comity.law;

/// One of the Convention's own offences.
///
/// @param id the stable id in letters and tables, for example `unc.10`
/// @param article its number
/// @param code the stable name that the title in each language is kept under, for example `system-interference`
/// @param aboutChildren it protects children, so that names need more care (arts 14, 15)
/// @param victimSupport its victims have a right to help to recover (art. 34)
/// @param contentRemoval its victims may ask that material be taken down (art. 34)
/// @param source article, evidence mark, as-of date and note; its value is the conduct in a few English words
public record Offence(
        String id,
        int article,
        String code,
        boolean aboutChildren,
        boolean victimSupport,
        boolean contentRemoval,
        Fact<String> source) {}
