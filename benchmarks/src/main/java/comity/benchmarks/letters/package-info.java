/// Our own letters: two houses in two processes, each with its database, keys and ledger, that write to each other.
///
/// **Start at** [LettersSection]; [House] is one process.
/// **Uses** load, and of a node the rooms that a letter passes: outbox, courier, letters port, inbox, ledger, database.
/// **Used by** nobody.
/// **Never** takes a short cut: a letter counts when its signed receipt has been verified and is durable at the sender.
/// **Trust** – the houses' ledgers are compared with what was counted, and the run is thrown away when they differ.
@NullMarked
package comity.benchmarks.letters;

import org.jspecify.annotations.NullMarked;
