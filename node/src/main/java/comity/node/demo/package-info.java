/// A small living federation on this machine: two States and the registry, each a process of its own.
///
/// **Start at** [comity.node.demo.Demo].
/// **Used by** `node.main`.
/// **Never** reaches into a node: it writes settings, starts processes and speaks their public API.
/// **Trust** – everything here is an exercise; keys and passwords are made for it and worth nothing.
package comity.node.demo;
