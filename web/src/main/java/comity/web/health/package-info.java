/// How the node is: its queue, its clock, its ledger, its directory.
///
/// **Start at** [HealthPages].
/// **Uses** federation, ledger, directory. **Used by** the wiring.
/// **Never** shows a case.
/// **Trust** – whoever is signed in sees it; nothing here can be changed.
package comity.web.health;
