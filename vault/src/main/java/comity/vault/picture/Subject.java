package comity.vault.picture;

import comity.kernel.ExhibitReference;
import comity.kernel.StateCode;
import comity.vault.Custody;
import java.util.function.Function;

/// What is to be drawn and told.
///
/// @param title what the exhibit is, for example `bucket-ward9 logs`
/// @param size how much it is, for a person to read
/// @param states the name of a State in the reader's language
public record Subject(
        ExhibitReference exhibit, String title, String size, Custody custody, Function<StateCode, String> states) {
    /// Titles and names are cut here, so that no name can crowd out the picture.
    private static final int LONGEST = 120;

    public Subject {
        title = Foreign.cut(title, LONGEST);
        size = Foreign.cut(size, LONGEST);
    }

    String name(StateCode state) {
        return Foreign.cut(states.apply(state), LONGEST);
    }
}
