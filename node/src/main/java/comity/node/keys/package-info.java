/// The keys one node runs with, and the card it hands to the registry.
///
/// **Start at** [comity.node.keys.NodeKeys].
/// **Used by** the wiring, `init` and the demo.
/// **Never** sends a private key anywhere; the card holds public halves only.
/// **Trust** – whoever reads the key folder can speak as this State's node: its files are readable by their owner only.
package comity.node.keys;
