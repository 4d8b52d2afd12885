/// One transaction for a state, its leaf and its letter: durable together or not at all.
///
/// **Start at** [comity.kernel.transaction.Transactions].
/// **Used by** every `*.store` package and by the acts that must be durable together.
/// **Never** decides what is written; it only groups and commits.
/// **Trust** – relies on the database to keep what it has committed; a commit whose answer was lost is reported as
/// unknown.
package comity.kernel.transaction;
