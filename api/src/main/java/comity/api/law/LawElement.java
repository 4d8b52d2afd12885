package comity.api.law;

import comity.api.Words;
import org.jspecify.annotations.Nullable;

/// How a provision stands to one element of an offence.
///
/// @param element its id
/// @param offence the offence's name in the reader's language
/// @param name the element's name in the reader's language
/// @param relation how it stands
/// @param text the same in words, with the further fact that is demanded
/// @param wording the words of the provision that do it, in its original language
public record LawElement(
        String element,
        String offence,
        String name,

        @Words({"covers", "covers-and-demands-more", "lacks", "not-known"})
        String relation,

        String text,
        @Nullable String wording) {}
