/// Whom to ask and how to reach them: every State's desks, authorities, published needs, holidays and node.
///
/// **Law** – articles 41 (points of contact) and 40(12) (central authorities); see docs/coverage.
/// **Start at** [Entry] and [Directory].
/// **Uses** law. **Used by** federation, requests, desk, web.
/// **Never** decides who may ask what: that is `safeguards`.
/// **Trust** – an entry is as true as the registry that signed the list; a wrong one can be proved from the registry's
/// ledger, and no entry can make this node reveal a case.
package comity.directory;
