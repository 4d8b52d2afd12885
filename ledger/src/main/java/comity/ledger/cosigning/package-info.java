/// Signing other logs' checkpoints, and asking others to sign ours: the C2SP text tlog-witness without
/// its HTTP.
///
/// **Start at** [Cosigner] for the side that is asked, [CosigningAsk] and [CosignerReply] for the side
/// that asks; a lie that was caught is a [Fork].
/// **Used by** federation, node, web and the command line; uses `note` and `tree`.
/// **Never** signs a tree that does not continue the one it remembers, and never sends or fetches
/// anything.
/// **Trust** – an ask comes from a stranger: what counts is the log's signature in it, by a key that
/// the caller knows from elsewhere. A reply comes from a stranger as well, and only lines by keys that
/// were asked for are taken.
package comity.ledger.cosigning;
