/// Named objects in a bucket that speaks S3: written once and never changed, or replaced as a whole.
///
/// **Start at** [Bucket].
/// **Used by** the node, for the published files of its ledger. Uses the kernel.
/// **Never** knows what an object means, overwrites what was written once, or says a secret key.
/// **Trust** – the store is trusted to keep what it has confirmed, and with nothing else: whoever uses
/// it must be able to tell by the bytes themselves that they are the right ones.
package comity.objects;
