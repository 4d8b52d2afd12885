package comity.web.upload;

/// Whose upload it is. Nobody else sees it.
///
/// @param person the account's id
/// @param exhibit for what it comes in
public record Owner(String person, String exhibit) {
    /// As the library and the file carry it.
    String key() {
        return person + ' ' + exhibit;
    }
}
