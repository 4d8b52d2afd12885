/// What an operator reads at a terminal, in six languages.
///
/// **Law** – none.
/// **Start at** [OperatorTexts].
/// **Uses** the texts of `cli`. **Used by** `settings`, `database`, `demo`, `registry` and `main`.
/// **Never** holds what goes into a log: a log is read by programs and by those who wrote them, and stays in English.
/// **Trust** – the texts are our own.
package comity.node.words;
