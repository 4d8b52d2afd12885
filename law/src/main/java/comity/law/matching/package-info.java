/// Whether conduct is punishable in two States: element by element, with the words of both laws, and never decided.
///
/// **Law** – arts 2(h), 19, 35(3), 37(1)–(2), 40(8), 42(4)–(5).
/// **Start at** [comity.law.matching.Matcher]; what comes out is an [comity.law.matching.Opinion].
/// **Used by** law.guide, pages, the API. Uses law.offence.
/// **Never** decides a request, never compares names of offences, never says *matched* where the book is silent.
/// **Trust** – the books, as far as their vouching goes; who vouches lowers the confidence shown, never the answer.
package comity.law.matching;
