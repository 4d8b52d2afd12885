/// Sealing and opening evidence, beside the same work with the tools that people have today.
///
/// **Law** – none.
/// **Start at** [EvidenceSection].
/// **Uses** the parent's words and `load`; the evidence module. **Used by** nobody: it is found as a service.
/// **Never** compares what was not measured in the same run on the same file.
/// **Trust** – none.
package comity.benchmarks.evidence;
