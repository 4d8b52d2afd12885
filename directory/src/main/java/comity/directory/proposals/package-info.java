/// What a State or the secretariat would have the registry publish: proposed, shown as a difference, decided by
/// another.
///
/// **Law** – arts 37(2), 40(12), 41(2), 53(7): States notify and keep up to date whom to call.
/// **Start at** [Proposals].
/// **Uses** list; what keeps proposals, and what reads a book, is handed in. **Used by** node and the registry's pages.
/// **Never** publishes what its proposer alone has decided, but for a State's word that its entry still holds; never
/// forgets a proposal.
/// **Trust** – whoever proposes is who signed in; what they bring is read as a stranger's.
package comity.directory.proposals;
