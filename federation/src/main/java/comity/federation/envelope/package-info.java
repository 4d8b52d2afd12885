/// How letters and receipts look on the wire: signed JSON with encrypted bodies.
///
/// **Start at** `Envelope` and `ReceiptDocument`; signing is in `Seal`, bodies in `Bodies`. docs/protocol/letters.md
/// is the specification.
/// **Uses** directory.keys, a JOSE library. **Used by** courier, inbox.
/// **Never** decides whether a signer may be believed: it only says who signed.
/// **Trust** – what it reads is well formed and nothing more.
package comity.federation.envelope;
