/// The few questions that a node puts to its database server itself.
///
/// **Start at** [comity.node.store.ServerFitness].
/// **Used by** `node.database`.
/// **Never** reads or writes a row of an area.
/// **Trust** – the server says truly how it is set.
package comity.node.store;
