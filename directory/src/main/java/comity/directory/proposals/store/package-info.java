/// The table of proposals.
///
/// **Start at** [SqlProposals].
/// **Uses** the schema `directory`. **Used by** node.
/// **Never** forgets a proposal.
/// **Trust** – holds what a person who had signed in has brought, as it came.
package comity.directory.proposals.store;
