package comity.web.upload;

/// What came of giving an upload up.
public enum GivenUp {
    /// What had come is thrown away.
    DONE,
    /// There is none that could be given up: it was taken, thrown away, or is not this person's.
    GONE,
    /// A call is bringing some of it just now.
    BUSY
}
