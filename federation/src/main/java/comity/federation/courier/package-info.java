/// Letters on their way out: kept, sealed, sent, sent again, and their receipts.
///
/// **Start at** [StoredOutbox] and [Courier].
/// **Uses** envelope, store, directory, ledger. **Used by** node.
/// **Never** changes a sealed envelope: what is sent again is what was sent before, byte for byte.
/// **Trust** – an answer counts only as a receipt signed by the State that was written to; anything else is silence.
package comity.federation.courier;
