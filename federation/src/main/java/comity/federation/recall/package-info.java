/// After a State's database was lost and an older copy restored: what the other States still hold comes
/// back.
///
/// **Start at** [Recall]; the letters are in docs/protocol/letters.md, *Recall*.
/// **Uses** store, courier's outbox, directory. **Used by** node.
/// **Never** changes what was received: a letter that is known already is answered with its first
/// receipt.
/// **Trust** – a State can only make us write its own letters to it again; a number it names holds up
/// nobody but itself.
package comity.federation.recall;
