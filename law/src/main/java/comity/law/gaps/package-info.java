/// Where a State's law falls short of the Convention's offences, and the letter that tells its ministry (OC7).
///
/// **Law** – arts 7–17, 19(1), 54–56.
/// **Start at** [comity.law.gaps.Gaps], then [comity.law.gaps.GapLetter].
/// **Used by** pages and the API. Uses law.offence and law.words.
/// **Never** says that a State breaks the Convention: it may have reserved, or the book may be wrong.
/// **Trust** – the book, as far as its vouching goes; the letter says who vouches.
package comity.law.gaps;
