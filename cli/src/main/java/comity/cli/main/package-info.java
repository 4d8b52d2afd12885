/// Where a command line begins and its exit code is decided.
///
/// **Law** – none.
/// **Start at** [Main].
/// **Uses** verb. **Used by** the launcher.
/// **Never** knows what a command does.
/// **Trust** – arguments and environment come from the person at the terminal.
package comity.cli.main;
