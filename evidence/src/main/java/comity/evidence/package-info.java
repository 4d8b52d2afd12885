/// The words of an evidence package: what is refused, and why.
///
/// **Law** – art. 28 asks for the integrity of stored data that was copied, art. 40(14) for exchange with
/// authenticity and security, art. 44 for handing over.
/// **Start at** `docs/protocol/evidence-package.md`.
/// **Uses** nothing of its children. **Used by** all of them, and by the command line.
/// **Never** knows a request, a person or a node.
/// **Trust** – none.
package comity.evidence;
