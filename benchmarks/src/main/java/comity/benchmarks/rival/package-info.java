/// The rival: the same letter over AS4, the protocol that e-CODEX, Peppol and customs use, spoken by phase4 at both
/// ends.
///
/// **Start at** [As4Section]; [As4Sender] and [As4Receiver] are the two processes.
/// **Uses** load. **Used by** nobody.
/// **Never** is part of a node: phase4 is on this module's class path only.
/// **Trust** – a message counts when its receipt's signature and its hashes of what was sent have been checked, and the
/// run is thrown away when the receiver has not stored as many messages as were counted.
@NullMarked
package comity.benchmarks.rival;

import org.jspecify.annotations.NullMarked;
