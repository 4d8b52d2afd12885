/// The doors of a node: the mutual-TLS port for other nodes, and the public files of its ledger.
///
/// **Start at** [comity.node.ports.LettersPort].
/// **Used by** `node.rooms`.
/// **Never** reads a letter; it hands bytes and a certificate to `federation`.
/// **Trust** – a caller on the letters port has shown a certificate of a State in the directory, and nothing more.
package comity.node.ports;
