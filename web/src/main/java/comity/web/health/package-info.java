/// How the node is: its queue, its clock, its ledger, its directory.
///
/// **Start at** [HealthPages].
/// **Uses** federation, ledger, directory. **Used by** the wiring.
/// **Never** shows a case.
/// **Trust** – the two public words say only whether the node lives and answers.
package comity.web.health;
