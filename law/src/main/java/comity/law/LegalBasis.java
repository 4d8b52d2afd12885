package comity.law;

/// On what a State asks another.
///
/// @param code the stable name, for example `unc` or `bilateral`
/// @param needsBothBoundByConvention it is the Convention itself
/// @param needsReference the instrument must be named, for example by title and date
/// @param source article, evidence mark, as-of date and note; its value is the provision to cite for preservation
public record LegalBasis(
        String code, boolean needsBothBoundByConvention, boolean needsReference, Fact<String> source) {}
