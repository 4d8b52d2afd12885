/// How load is made and measured: closed loops, rounds of JMH, processes of their own, certificates and databases for
/// one run.
///
/// **Start at** [ClosedLoop] and [ChildJvm].
/// **Used by** the sections that send something; uses none of them.
/// **Never** reaches beyond 127.0.0.1, and never outlives the run: a child process ends when its parent's pipe closes.
/// **Trust** – a figure counts only what was answered well; a failed call is counted apart and shown.
@NullMarked
package comity.benchmarks.load;

import org.jspecify.annotations.NullMarked;
