/// Expedited preservation of stored electronic data: one State asks another to keep data from being lost.
///
/// **Law** – arts 41 and 42; domestic orders under art. 25. The limits are data in `law`.
/// **Start at** [Outgoing] and [Incoming]; the arrows are the methods of [Moves]; what a person can do is in
/// [Preservations].
/// **Uses** safeguards, directory, ledger, federation. **Used by** desk, web, node.
/// **Never** decides whether a request is lawful: that is `safeguards`, and a person. Never deletes anything.
/// **Trust** – a letter comes verified from `federation`, but its content is the other State's word: it is read again
/// with our own form.
package comity.requests.preservation;
