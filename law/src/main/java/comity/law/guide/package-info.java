/// Questions in plain words that lead from what happened to the offences it may be (OC6).
///
/// **Law** – arts 7–17, 11(2), 14(4), 21; the questions are in `guide.json`, their words in law.words.
/// **Start at** [comity.law.guide.Guide].
/// **Used by** pages and the API. Uses law.offence and law.matching.
/// **Never** decides that an offence was committed: it says which may fit, what is still to be shown, and where care is
/// due.
/// **Trust** – the answers are what a person says; *not known* is always a good answer.
package comity.law.guide;
