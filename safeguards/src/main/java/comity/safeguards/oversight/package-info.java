/// Who looked at what, and who was not let in: the book that oversight reads.
///
/// **Law** – art. 24(2), review; art. 40(20), confidentiality; see docs/safeguards.
/// **Start at** [comity.safeguards.oversight.Looks].
/// **Used by** web for every page of a case and every denial, and by the oversight page.
/// **Never** holds what was seen: only who, what, when, whether and why.
/// **Trust** – the table refuses change and each row seals the one before, so an operator who rewrites it has to
/// rewrite everything after; the last seal is given away every few minutes, to be kept in the ledger.
package comity.safeguards.oversight;
