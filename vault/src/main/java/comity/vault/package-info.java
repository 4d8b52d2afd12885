/// Exhibits: what they are and everything that happened to them.
///
/// **Law** – art. 44: what was ordered reaches the requesting State whole.
/// **Start at** [CustodyEvent], then [Custody].
/// **Uses** evidence for what a seal says; nothing of its children. **Used by** its children, requests, web.
/// **Never** knows a request: an exhibit names the one it answers, and that is all.
/// **Trust** – an event that another State told is what that State says, and no more.
package comity.vault;
