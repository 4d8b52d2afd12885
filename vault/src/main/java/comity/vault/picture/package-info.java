/// The custody picture: the way of an exhibit drawn, told in a table, and explained to somebody who is
/// no engineer. Pure: events go in, texts come out.
///
/// **Law** – art. 44, and the rules of evidence of whichever State the court sits in.
/// **Start at** [CustodyPicture], then [CustodyPaper].
/// **Uses** the vocabulary of vault, papers. **Used by** web.
/// **Never** judges: it shows what was recorded, and says what that does not prove.
/// **Trust** – events are partly another State's: every text in them is hostile until it is cleaned and
/// escaped here.
package comity.vault.picture;
