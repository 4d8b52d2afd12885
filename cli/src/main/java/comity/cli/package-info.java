/// The command line: the whole job of a desk without a browser, and the proof that the HTTP contract is complete.
///
/// **Law** – none of its own.
/// **Start at** `main.Main`; each command is a class of `verb`.
/// **Uses** api and ledger. **Used by** people, scripts and node's launcher.
/// **Never** touches an area or a database: what it cannot ask over HTTP it cannot do.
/// **Trust** – what a node sends is printed without control characters; the token is never printed.
package comity.cli;
