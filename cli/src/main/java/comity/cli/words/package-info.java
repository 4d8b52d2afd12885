/// The command line's own words in six languages.
///
/// **Law** – none.
/// **Start at** [Texts].
/// **Uses** kernel's languages. **Used by** every package of cli, and by `node` for the words of an operator.
/// **Never** holds what a node says: that comes in words from the node, in the same language.
/// **Trust** – the texts are our own; what is put into them is cleaned by `screen`.
package comity.cli.words;
