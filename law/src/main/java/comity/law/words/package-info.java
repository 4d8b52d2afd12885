/// What the law's codes are called, in six languages: offences, elements, questions, gaps, complaints about a book.
///
/// **Law** – none of its own; titles follow docs/coverage/terms.md.
/// **Start at** [comity.law.words.LawWords].
/// **Used by** law.gaps, pages, the API.
/// **Never** holds a rule: a missing word is shown in brackets, and nothing depends on one.
/// **Trust** – the files ship inside the program; a test holds the six languages to the same keys.
package comity.law.words;
