package comity.law;

/// What is asked of another State. Grounds and required contents differ from one to the next.
public enum Measure {
    /// Expedited preservation of stored electronic data (art. 42).
    PRESERVATION,
    /// Expedited disclosure of preserved traffic data (art. 43).
    TRAFFIC_PATH,
    /// Mutual legal assistance (arts 40, 44–46).
    MUTUAL_LEGAL_ASSISTANCE,
    /// Extradition (art. 37).
    EXTRADITION,
    /// Confiscation, and what leads to it (arts 49 and 50).
    CONFISCATION
}
