/// What the terminal shows: lines, tables, times, colours; or one JSON document for a program.
///
/// **Law** – none.
/// **Start at** [Screen].
/// **Uses** words. **Used by** verb and main.
/// **Never** draws with boxes or by colour alone: a screen reader and a log must be able to read it.
/// **Trust** – whatever a node sent passes through [Clean] first: a terminal obeys control characters.
package comity.cli.screen;
