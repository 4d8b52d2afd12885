/// How far and how fast a change of the registry's list goes: into two hundred nodes, and in how many bytes.
///
/// **Start at** [SpreadTimes]; [RegistryHouse] publishes and serves, [ManyReaders] are the nodes' sides of it.
/// **Uses** load. **Used by** law.
/// **Never** asks more often than a node does: the rhythm is what is measured.
/// **Trust** – registry and readers are a node's own classes, on the real databases and over TLS; only that two hundred
/// share one process, one PostgreSQL and two cores is not as in life.
@NullMarked
package comity.benchmarks.spread;

import org.jspecify.annotations.NullMarked;
