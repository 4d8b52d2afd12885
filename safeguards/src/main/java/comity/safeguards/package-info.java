/// May this be asked, answered, kept? A proposal comes in, a ruling goes out.
///
/// **Law** – arts 24, 35, 40(21)–(28), 42(3)–(6); see docs/coverage and docs/safeguards.
/// **Start at** [comity.safeguards.Safeguards] and its question, [comity.safeguards.Proposal].
/// **Uses** law. **Used by** requests, web.
/// **Never** decides for a person. It stops what the Convention does not allow, asks what a person must answer,
/// and never fills in an answer.
/// **Trust** – a proposal is believed in what it says of the directory (who is bound, who has reserved);
/// everything that a person typed is checked here whatever the form has checked before.
package comity.safeguards;
