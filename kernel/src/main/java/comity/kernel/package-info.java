/// The words every room shares: which State, which request, what moment, who acted, what is wrong; and where digests
/// and curves are computed.
///
/// **Start at** [RequestReference], [WrittenTime] and [Complaint].
/// **Used by** every room; uses none.
/// **Never** knows what a letter, a ledger or a page is.
/// **Trust** – every constructor checks; a value that exists is well formed, but nothing here is authentic by existing.
package comity.kernel;
