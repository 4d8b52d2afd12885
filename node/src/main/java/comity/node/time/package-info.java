/// The time that a drill goes by: another than the machine's, moved forward by whoever leads the drill.
///
/// **Start at** [comity.node.time.DrillClock].
/// **Used by** `node.main`, for making a node ready and for running it, and by `node.demo`, which writes the file.
/// **Never** is met outside a drill: the settings refuse it there.
/// **Trust** – whoever may write the file moves all clocks of the drill; nothing else is read from it.
package comity.node.time;
