/// Handing over what was preserved: exhibits of the vault, in answer to a request.
///
/// **Law** – arts 40 and 44: a preservation alone lets nothing out; a request for assistance must stand
/// behind it.
/// **Start at** [Disclosures].
/// **Uses** vault, safeguards, the cases of requests.preservation. **Used by** web, node.
/// **Never** touches the bytes of an exhibit.
/// **Trust** – an exhibit that comes is taken only for a request that this State has sent to the State
/// it comes from.
package comity.requests.disclosure;
