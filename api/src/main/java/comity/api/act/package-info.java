/// What a person can do with a request, one record for each act: the body of the call.
///
/// **Law** – arts 41 and 42; each act names its article.
/// **Start at** [Acknowledge]; the paths are in `contract.Operation`.
/// **Uses** the root of `api`. **Used by** web and cli.
/// **Never** says whether the act is allowed: the node does, with a ground.
/// **Trust** – what a caller sends is read with all its faults named at once and nothing done unless all is
/// right.
package comity.api.act;
