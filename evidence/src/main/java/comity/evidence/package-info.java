/// The words of an evidence package: what is refused, and why.
///
/// **Law** – arts 25, 27, 29 and 30 of the Convention ask for evidence that is preserved and handed over whole.
/// **Start at** `docs/protocol/evidence-package.md`.
/// **Uses** nothing of its children. **Used by** all of them, and by the command line.
/// **Never** knows a request, a person or a node.
/// **Trust** – none.
package comity.evidence;
