/// Exhibits: custody, storage, transfer. So far the transfer.
///
/// **Law** – art. 44: what was ordered reaches the requesting State whole.
/// **Start at** [comity.vault.transfer.Pull].
/// **Uses** nothing of its children. **Used by** nobody yet.
/// **Never** knows a request.
/// **Trust** – none.
package comity.vault;
