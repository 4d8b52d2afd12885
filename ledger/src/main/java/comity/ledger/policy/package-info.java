/// Which cosigners make a checkpoint good, in the C2SP text tlog-policy: a file of logs, cosigners,
/// groups and one quorum.
///
/// **Start at** [Policy]; its answer is a [Judgement].
/// **Used by** `proof`, federation, node and the command line; uses `note`.
/// **Never** fetches anything, and never weighs a cosigner by anything but its signature.
/// **Trust** – the policy is the reader's own: whoever can change the file decides what is believed.
package comity.ledger.policy;
