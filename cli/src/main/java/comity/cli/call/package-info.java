/// Calls to a node over its public HTTP contract.
///
/// **Law** – none.
/// **Start at** [NodeCalls]; [Uploading] for files.
/// **Uses** api, Jackson and the JDK's HTTP client. **Used by** verb.
/// **Never** does a thing twice because an answer got lost: a repeated call carries the same idempotency key.
/// **Trust** – the node is who its certificate says; the token is sent to nobody else and over no open line.
package comity.cli.call;
