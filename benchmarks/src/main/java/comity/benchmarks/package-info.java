/// Shows what is fast and what is not, beside a rival, in one run on this machine.
///
/// **Start at** [Main]; each [Section] is found through `META-INF/services` and measures one thing.
/// **Uses** nothing of the sections; they use it. **Used by** `./comity bench`.
/// **Never** fails a build: figures are shown, never asserted. Never prints a figure that this run did not measure.
/// **Trust** – every load goes to 127.0.0.1 and stops by itself.
@NullMarked
package comity.benchmarks;

import org.jspecify.annotations.NullMarked;
