/// The wiring, one class a room: which constructor gets what. Nothing is found by scanning.
///
/// **Start at** the class named after the room that you are looking for.
/// **Used by** `node.main`.
/// **Never** decides anything; there is no `if` here but for what the settings leave open.
/// **Trust** – none of its own.
package comity.node.rooms;
