/// The durable log of a node, in PostgreSQL: a leaf is kept in the same transaction as the state it speaks of.
///
/// **Start at** [Journal].
/// **Used by** federation and requests to append, by node to publish, by web and the command line to prove.
/// **Never** reads an event: it is bytes with a label and a subject, and only its salted digest is published.
/// **Trust** – the database is trusted to keep what it has committed. Whether it did is checked at each opening
/// and each publishing against the last signed checkpoint; what was rewritten together with the key is for
/// cosigners to find.
package comity.ledger.journal;
