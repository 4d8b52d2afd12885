/// Request files: the document of a request as a person keeps it, in YAML or JSON.
///
/// **Law** – none.
/// **Start at** [RequestFile].
/// **Uses** Jackson. **Used by** verb.
/// **Never** judges what is written: every value stays the text that was typed, and the node says what is wrong
/// with it.
/// **Trust** – a file may come from anywhere: size, depth and repeated names are limited, aliases are refused.
package comity.cli.file;
