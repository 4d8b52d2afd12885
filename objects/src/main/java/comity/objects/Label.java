package comity.objects;

/// What stands on an object for whoever fetches it over plain HTTP.
///
/// @param contentType what the bytes are
/// @param cacheControl how long they may be kept
public record Label(String contentType, String cacheControl) {
    /// For what never changes: everybody may keep it for ever.
    public static Label constant(String contentType) {
        return new Label(contentType, "public, max-age=31536000, immutable");
    }

    /// For what is replaced: nobody may show it without having asked again.
    public static Label changing(String contentType) {
        return new Label(contentType, "no-cache");
    }
}
