package comity.objects;

/// What became of writing an object once.
public enum Placed {
    /// It was not there, and is there now.
    NEW,
    /// It was there already, with these bytes.
    SAME,
    /// It is there with other bytes, which were left as they are.
    OTHER
}
