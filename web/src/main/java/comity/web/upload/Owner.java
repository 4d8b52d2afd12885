package comity.web.upload;

import comity.kernel.Actor;
import comity.kernel.ExhibitReference;

/// Whose upload it is. Nobody else sees it.
///
/// @param person the account's id
/// @param exhibit for what it comes in
public record Owner(String person, String exhibit) {
    public static Owner of(Actor who, ExhibitReference exhibit) {
        return new Owner(who.person(), exhibit.toString());
    }

    /// As the library and the file carry it.
    String key() {
        return person + ' ' + exhibit;
    }
}
