package comity.ledger.journal;

import java.util.regex.Pattern;

/// Why salt and event of a leaf are destroyed, and who ordered it. Becomes an event of the ledger
/// itself, so it names nobody and nothing of the case.
///
/// @param ground the legal ground as a code, for example `art-36-1-c` or `court-order`
/// @param orderedBy the pseudonymous id of the account that ordered it
public record Erasure(String ground, String orderedBy) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}");

    /// @throws IllegalArgumentException when the ground is not a code, or the person not an id
    public Erasure {
        if (!CODE.matcher(ground).matches() || !PERSON.matcher(orderedBy).matches()) {
            throw new IllegalArgumentException("An erasure has a ground that is a code, and an account's id");
        }
    }
}
