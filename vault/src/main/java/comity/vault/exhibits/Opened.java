package comity.vault.exhibits;

/// What came of a person's wish to open an exhibit.
public sealed interface Opened {
    /// The workshop opens it.
    record Begun() implements Opened {}

    /// It is sensitive: the wish is written down, and a second person must open it in time.
    ///
    /// @param again whether the same person had asked before; the wish lasts no longer for that
    record AwaitsSecondPerson(OpeningWish.Waiting waiting, boolean again) implements Opened {}

    /// It cannot be opened now: it is not here whole, or the workshop is at it.
    record NotNow() implements Opened {}
}
