/// The program: what an operator types, and the life of one node from start to stop.
///
/// **Start at** [comity.node.main.Main].
/// **Used by** the launcher `./comity`.
/// **Never** holds a rule of cooperation.
/// **Trust** – runs with the operator's rights; drops nothing it was given and adds none.
package comity.node.main;
