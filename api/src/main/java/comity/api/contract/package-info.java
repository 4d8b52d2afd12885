/// The list of everything that can be asked of a node, with its paths: one place for the node that answers, the
/// command line that asks and the published description.
///
/// **Law** – none.
/// **Start at** [Operation].
/// **Uses** all of `api`. **Used by** web and cli; `openapi.json` is generated from it.
/// **Never** names a path that the node does not answer: a test of web holds the two together.
/// **Trust** – nothing is read here.
package comity.api.contract;
