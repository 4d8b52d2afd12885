package comity.ledger.journal;

import java.util.Locale;

/// In what way something that is kept does not agree with what was signed.
public enum LedgerDamage {
    /// The database has no log at all.
    NO_LOG(0),
    /// Between two leaves some are missing; details: the first, and the one behind the last.
    LEAVES_MISSING(2),
    /// The tree is not the one that was signed; detail: how many leaves that has.
    TREE_OTHER(1),
    /// The database holds a checkpoint that this log's key did not sign; details: the log, and the fault of the note.
    KEY_OTHER(2),
    /// What is published has a gap or a wrong hash; details: the file and its fault.
    PUBLISHED_BROKEN(2),
    /// What is published is another history; detail: how many leaves it shows.
    PUBLISHED_OTHER(1),
    /// What is published was signed by somebody else; detail: the fault of the note.
    PUBLISHED_FOREIGN(1),
    /// More is published than there is; details: leaves published, and leaves in the database.
    PUBLISHED_LONGER(2),
    /// Others have signed more than there is, or something else; details: leaves in the database, and who has signed.
    SIGNED_BY_OTHERS(2);

    private final int details;

    LedgerDamage(int details) {
        this.details = details;
    }

    /// How many details say more of it.
    public int details() {
        return details;
    }

    /// What a log and the texts for people call it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
