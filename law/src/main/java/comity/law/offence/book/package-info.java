/// A State's book of provisions as a file, in JSON and in CSV: read strictly, written so that it can be read again.
///
/// **Law** – none of its own; docs/protocol/national-law-book.md describes both forms.
/// **Start at** [comity.law.offence.book.BookReader] and [comity.law.offence.book.BookWriter].
/// **Used by** law.gaps in its tests, and whoever imports or exports a book. Uses law.offence.
/// **Never** takes half a book: one complaint, and nothing of it is used.
/// **Trust** – none in the bytes: they are bounded, and every complaint names its place. A cell that a spreadsheet
/// would run as a formula is written so that it stays text.
package comity.law.offence.book;
