/// Requests for data to avert an emergency as both sides see them through the API, and what a person can do with them.
///
/// **Law** – arts 41(3)(e), 2(o).
/// **Start at** [EmergencyDetail]; the paths are in `contract.Operation`.
/// **Uses** the root of `api` and `api.request`. **Used by** web and cli.
/// **Never** says whether an act is allowed: the node does, with a ground. Never names the person who decided.
/// **Trust** – what the other State wrote is shown as it came; a program that prints it removes control
/// characters.
package comity.api.emergency;
