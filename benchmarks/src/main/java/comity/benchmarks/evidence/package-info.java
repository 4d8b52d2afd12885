/// Sealing, opening and handing over evidence, beside the same work with the tools that people have today.
///
/// **Law** – none.
/// **Start at** [EvidenceSection]; [HandOver] is between two nodes.
/// **Uses** the parent's words and `load`; the evidence module, and of a node the vault and what it needs.
/// **Used by** nobody: it is found as a service.
/// **Never** compares what was not measured in the same run on the same file.
/// **Trust** – none.
package comity.benchmarks.evidence;
