/// What names an account, a line or a machine, checked so that a stranger abroad can find the right one:
/// addresses, numbers, wallets, hashes, and the times that go with them.
///
/// **Law** – art. 42(3)(c): the data to keep and how they relate to the offence.
/// **Start at** [comity.requests.identifiers.IdentifierCheck] and [comity.requests.identifiers.TimeReading].
/// **Uses** law for its limits. **Used by** the kinds of request and by web.
/// **Never** looks anything up outside: no resolver, no list of carriers; a well-formed identifier may still not
/// exist.
/// **Trust** – everything given is untrusted text. A full card number never leaves this package.
package comity.requests.identifiers;
