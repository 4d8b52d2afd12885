/// Files that come in bit by bit, over lines that break: the server's half of tus 1.0.
///
/// **Law** – none of its own; what comes in is for an exhibit (art. 44).
/// **Start at** [Uploads].
/// **Uses** the tus library, whose protocol it speaks; storing, locking and time are its own. **Used by** rest.
/// **Never** knows an exhibit or decides who may add to one; never shows an upload to anybody but its person; never
/// keeps what nobody may finish any more.
/// **Trust** – every header and byte is untrusted: lengths are held, names are only carried, and what is whole is
/// compared again by the vault.
package comity.web.upload;
