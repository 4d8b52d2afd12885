/// The commands, one class each: what a person types, which call it becomes, what is shown.
///
/// **Law** – arts 41 and 42, through the node; nothing is decided here.
/// **Start at** [ComityVerb], the tree of commands, and [Terminal], what they share.
/// **Uses** call, file, screen, words. **Used by** main.
/// **Never** prints a token, and never says "done" of something nobody can know to be done.
/// **Trust** – see call (the node) and screen (the terminal).
package comity.cli.verb;
