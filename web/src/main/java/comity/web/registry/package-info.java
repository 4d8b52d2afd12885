/// The registry's one page for people: who is party, what the list says of each State, and with what it is signed.
///
/// **Start at** [comity.web.registry.RegistryPage].
/// **Used by** `node.main`.
/// **Never** asks who reads: all of it is public, so there is no sign-in, no session and no form.
/// **Trust** – what is shown comes from the list in force; whoever wants to be sure checks the signed list itself.
package comity.web.registry;
