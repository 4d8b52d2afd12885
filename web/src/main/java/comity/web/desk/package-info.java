/// The duty desk on the screen: the inbox, and the bell that pages listen to.
///
/// **Law** – art. 41.
/// **Start at** [InboxPages]; live updates come from [BellPages].
/// **Uses** desk, cases. **Used by** the wiring.
/// **Never** sorts a list anew under somebody's cursor, and needs no script to work.
/// **Trust** – a ring carries a reference only; what may be seen is asked again when it is opened.
package comity.web.desk;
