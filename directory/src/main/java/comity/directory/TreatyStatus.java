package comity.directory;

/// How a State stands to the Convention.
public enum TreatyStatus {
    /// Bound by it.
    PARTY,
    /// Has signed it and is not yet bound.
    SIGNATORY,
    /// Neither; another legal basis is needed.
    NEITHER,
    /// A regional economic integration organization (art. 2), whose instrument is not counted to forty.
    ORGANIZATION
}
