/// An exhibit on its way: the receiving State pulls what was sealed for it, in segments, each checked as it
/// lands.
///
/// Pulling, not pushing: nobody can fill a foreign State's disk unasked, and a line that breaks costs nothing
/// but the piece that was on it.
///
/// **Law** – none.
/// **Start at** [Pull] for the receiver, [PayloadDoor] for the sender.
/// **Uses** evidence. **Used by** vault.exhibits, node.
/// **Never** opens anything: it carries what is sealed.
/// **Trust** – the seal was verified before; every byte that comes is a stranger's until its segment fits the
/// seal.
package comity.vault.transfer;
