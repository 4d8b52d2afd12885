/// How nodes sign each other's checkpoints, so that none of them can keep two histories.
///
/// **Start at** [Cosigners], who ask; who answers is [comity.ledger.cosigning.Cosigner].
/// **Uses** directory, ledger. **Used by** certainty, node, web.
/// **Never** signs anything itself, and never takes a line that does not verify under a key of the
/// directory.
/// **Trust** – a cosigner's answer is untrusted until it was checked; a contradiction is told to a
/// person.
package comity.federation.cosigning;
