package comity.api.law;

import comity.api.Words;

/// One element of an offence in two laws.
///
/// @param element its id, for example `unc.10/serious-hindering`
/// @param name it in the reader's language
/// @param provision the Convention's paragraph
/// @param standing how it stands in the Convention
/// @param standingText the same in words
/// @param first what the asking State's law says
/// @param second what the other State's law says
public record MatchRow(
        String element,
        String name,
        String provision,

        @Words({"required", "may-require", "excluded", "may-exclude", "may-punish"})
        String standing,

        String standingText,
        MatchCell first,
        MatchCell second) {}
