package comity.law.offence;

import java.util.Locale;

/// The part a person had in an offence.
public enum Part {
    /// Did it.
    COMMITTED,
    /// Helped, incited or ordered; every State must punish it (art. 19(1)).
    PARTICIPATION,
    /// Tried; a State may punish it (art. 19(2)).
    ATTEMPT,
    /// Prepared; a State may punish it (art. 19(3)).
    PREPARATION;

    /// The word in files, and the element of art. 19 for all but the first, for example `unc.19/attempt`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String element() {
        return "unc.19/" + code();
    }
}
