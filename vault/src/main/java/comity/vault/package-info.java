/// Exhibits: custody, storage, transfer. So far the transfer.
///
/// **Law** – arts 25, 27, 29 and 30: what was ordered reaches the requesting State whole.
/// **Start at** [comity.vault.transfer.Pull].
/// **Uses** nothing of its children. **Used by** nobody yet.
/// **Never** knows a request.
/// **Trust** – none.
package comity.vault;
