package comity.law;

/// Everything the program knows of the Convention, read once at the start.
///
/// @param terms how long data are kept, and the alarms before a term ends
/// @param grounds why a State may refuse, and which reasons are never enough
/// @param offences the Convention's own offences (arts 7–17)
/// @param bases on what a State may ask another
/// @param risks what a requested State must tell at once (art. 42(7))
/// @param articles the 68 articles, for citations and for docs/coverage
/// @param drafting limits of our own that keep a request from being sent back
public record Law(
        PreservationTerms terms,
        RefusalGrounds grounds,
        ConventionOffences offences,
        LegalBases bases,
        PreservationRisks risks,
        ConventionArticles articles,
        DraftingPolicy drafting) {

    /// @throws BrokenLawFile when a file is not whole; the message names file and field
    public static Law load() {
        return new Law(
                PreservationTerms.load(),
                RefusalGrounds.load(),
                ConventionOffences.load(),
                LegalBases.load(),
                PreservationRisks.load(),
                ConventionArticles.load(),
                DraftingPolicy.load());
    }
}
