/// The wire between States: what travels, what is answered, and who hears of it.
///
/// **Law** – article 40(14) (in writing, verifiable by the requested State) and article 41; see docs/coverage.
/// **Start at** [OutgoingLetter] and [Outbox], [IncomingLetter] and [LetterHandler], [Receipt].
/// **Uses** directory, ledger. **Used by** requests, desk, web.
/// **Never** reads what a letter says, and never lets a letter be received twice or out of its order.
/// **Trust** – everything from outside is untrusted until `federation.inbox` has verified it; a receipt until
/// `federation.courier` has.
package comity.federation;
