/// The duty inbox through the API: what waits, of every kind of request, a line each.
///
/// **Law** – arts 41(2) and 41(3)(e).
/// **Start at** [Inbox]; the path is in `contract.Operation`.
/// **Uses** `api.emergency` and `api.request`. **Used by** web and cli.
/// **Never** holds a rule: what waits for whom is said by the node.
/// **Trust** – what the other State wrote is shown as it came; a program that prints it removes control
/// characters.
package comity.api.desk;
