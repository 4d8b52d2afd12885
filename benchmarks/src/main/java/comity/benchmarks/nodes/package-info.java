/// Whole nodes, as they run: how long one takes to start, and what it holds in memory.
///
/// **Start at** [NodesSection]; [Federation] brings up the demo's three nodes for any section that needs them.
/// **Uses** load. **Used by** pages, ledger, law.
/// **Never** leaves a node running: the demo ends with its nodes, and a node with its input.
/// **Trust** – a node counts as started when it answers over HTTP that it is ready, not when it says so in its log.
@NullMarked
package comity.benchmarks.nodes;

import org.jspecify.annotations.NullMarked;
