/// Proofs as files that whoever holds one can check alone, in the C2SP text tlog-proof.
///
/// **Start at** [ProofFile]; what a policy makes of one is a [ProofVerdict].
/// **Used by** federation, requests, web and the command line; uses `tree`, `note` and `policy`.
/// **Never** holds an event unless whoever makes the file puts it in.
/// **Trust** – a file comes from a stranger. What it says counts after the path leads to a root that a
/// log of the reader's own policy has signed, with the cosigners that the policy asks for.
package comity.ledger.proof;
