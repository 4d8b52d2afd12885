/// The node itself through the API: how it is, who calls, and whether a paper is genuine.
///
/// **Law** – none.
/// **Start at** [NodeHealth] and [Verdict].
/// **Uses** the root of `api`. **Used by** web and cli.
/// **Never** tells more of a request than the paper in the caller's hand already says.
/// **Trust** – a node that lies about its health is found out by its ledger and its clock.
package comity.api.node;
