/// The words of the ledger: a digest, a salted commitment, a place in a log.
///
/// **Start at** [Opening] (what is kept at home) and [LeafPlace] (what may be told to everybody).
/// **Used by** federation, requests, web, cli and the packages below this one; uses kernel.
/// **Never** sees what a case says: an event is bytes, and only their salted digest leaves the house.
/// **Trust** – a place is a claim until an inclusion proof to a signed checkpoint holds; see `tree` and `note`.
package comity.ledger;
