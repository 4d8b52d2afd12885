/// What one node is told by its operator, read from one YAML file.
///
/// **Start at** [comity.node.settings.NodeSettings].
/// **Used by** the wiring in `node.rooms` and by the demo, which writes such files for its own nodes.
/// **Never** holds a secret: passwords and keys are named as files.
/// **Trust** – the file is the operator's; every value is still checked, and all that is wrong is said at once.
package comity.node.settings;
