/// Signatures over a seal, and the time that somebody else vouches for.
///
/// **Law** – none; the form is CAdES-BASELINE-T (ETSI EN 319 122-1) with a time-stamp of RFC 3161, which courts'
/// own tools verify.
/// **Start at** [SealSigner].
/// **Uses** `comity.evidence`. **Used by** `pack`, `court` and the command line.
/// **Never** decides whom to trust: the caller brings the roots.
/// **Trust** – a signature comes from a stranger, and so does the certificate in it.
package comity.evidence.signature;
