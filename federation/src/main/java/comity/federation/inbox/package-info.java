/// Letters that come in: verified, put in order, handed over once, receipted.
///
/// **Start at** [Inbox].
/// **Uses** envelope, store, directory, ledger. **Used by** node.
/// **Never** keeps anything of a refused envelope but a copy for inspection.
/// **Trust** – believes a signature only under the root that the directory names for the State on the connection.
package comity.federation.inbox;
