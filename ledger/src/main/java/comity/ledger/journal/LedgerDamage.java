package comity.ledger.journal;

import java.util.Locale;

/// In what way something that is kept does not agree with what was signed.
public enum LedgerDamage {
    /// The database has no log at all.
    NO_LOG("The database has no log"),
    /// Between two leaves some are missing; details: the first, and the one behind the last.
    LEAVES_MISSING("Leaves are missing between %s and %s"),
    /// The tree is not the one that was signed; detail: how many leaves that has.
    TREE_OTHER("The tree in the database is not the one signed at %s leaves"),
    /// The database holds a checkpoint that this log's key did not sign; details: the log, and the fault of the note.
    KEY_OTHER("The database holds a checkpoint that the key of %s did not sign: %s"),
    /// What is published has a gap or a wrong hash; details: the file and its fault.
    PUBLISHED_BROKEN("What is published is not whole: %s %s"),
    /// What is published is another history; detail: how many leaves it shows.
    PUBLISHED_OTHER("What is published shows another history at %s leaves"),
    /// What is published was signed by somebody else; detail: the fault of the note.
    PUBLISHED_FOREIGN("What is published shows a checkpoint that this log did not sign: %s"),
    /// More is published than there is; details: leaves published, and leaves in the database.
    PUBLISHED_LONGER("What is published shows %s leaves, but the database has %s: was an older copy restored?"),
    /// Others have signed more than there is, or something else; details: leaves in the database, and who has signed.
    SIGNED_BY_OTHERS("The database has %s leaves, and others have signed more, or other ones: %s");

    private final String words;

    LedgerDamage(String words) {
        this.words = words;
    }

    /// What the texts for people call it.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// In English, for a log.
    String words(Object... details) {
        return words.formatted(details);
    }
}
