/// Files in the format age v1 (C2SP age.md): written and read on all cores, and opened by everybody's tools.
///
/// The header, which hides the key of the file from all but its recipients, is written and read by jagged, with
/// Conscrypt's HPKE for the post-quantum kind. The payload is ours, because only it is large.
///
/// **Law** – none.
/// **Start at** [AgeWriter] and [AgeReader]; [Geometry] says where each byte stands.
/// **Uses** `comity.evidence`. **Used by** `contents`, `paper`, `pack`, vault and the command line.
/// **Never** knows what a file means, and never uses a key and a counter twice.
/// **Trust** – a file comes from a stranger: no byte of plaintext is handed out before its tag is checked.
package comity.evidence.age;
