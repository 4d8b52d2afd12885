package comity.vault.picture;

import java.util.List;
import java.util.OptionalLong;

/// One event in words, ready for a page or for paper. Each field is one text, cleaned and not escaped:
/// whoever puts it on a page escapes it and, because much of it is another State's, sets its direction
/// of writing apart (`<bdi>`).
///
/// @param number its number in picture and table, from 1
/// @param when the moment with what it is counted from
/// @param state whose act it was, by name
/// @param hand in whose hands the exhibit is after it
/// @param role in which role it was done
/// @param what a whole sentence
/// @param where the place as it was written; may be empty
/// @param why the order or request it was done under, as it was written; may be empty
/// @param result what a check found; empty when none was made
/// @param details what else was recorded, in the order of the alphabet
/// @param chain the State and the number of the entry in its chain
/// @param leaf its place in this node's ledger; empty when there is none yet
/// @param anchored the same in words
/// @param digest the digest of the entry, 64 hexadecimal digits
/// @param told that another State told it, in words; empty when the entry is our own
/// @param breaks what is broken here, in words; empty when nothing is
public record Row(
        int number,
        String when,
        String state,
        String hand,
        String role,
        String what,
        String where,
        String why,
        String result,
        List<Detail> details,
        String chain,
        OptionalLong leaf,
        String anchored,
        String digest,
        String told,
        List<String> breaks) {
    private static final int SHORT = 12;

    /// What an event adds, with the name of it in words.
    public record Detail(String name, String value) {}

    public Row {
        details = List.copyOf(details);
        breaks = List.copyOf(breaks);
    }

    /// Where the mark in the picture leads: the `id` that the row has on a page.
    public String id() {
        return "event-" + number;
    }

    /// The first digits of the digest in groups, to be compared by eye.
    public String shortDigest() {
        return digest.substring(0, SHORT).replaceAll("(.{4})(?=.)", "$1 ") + " …";
    }

    public boolean isBroken() {
        return !breaks.isEmpty();
    }
}
